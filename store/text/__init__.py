"""Grammars of printed text, one a module, asked by everybody: dates, labels, numerals, plurals, clean text."""
