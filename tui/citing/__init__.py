"""Citing: places copied in a style, and the basket of what was copied."""
