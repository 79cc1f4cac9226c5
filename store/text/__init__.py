"""Grammars of printed text, one a module, asked by everybody: dates, periods, labels, numerals, tokens, lists, clean text."""
