"""Grammars of printed text, one a module: dates, periods, labels, numerals, tokens, lists in words, clean text."""
