"""Markdown: what it shows when it is set, its marks as looks."""
