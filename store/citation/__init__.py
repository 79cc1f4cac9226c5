"""Citing: a place in the minutes, and the words that cite it in the style that is wanted."""
