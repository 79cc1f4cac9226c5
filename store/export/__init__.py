"""Exporting: places in the minutes as a file that other programs read."""
