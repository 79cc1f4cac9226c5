"""The page as lines: what its looks are, what the page itself added, and which lines run on."""
