"""Lists without an end: the keys of all that is listed, in order, and the rows of a page of them."""
