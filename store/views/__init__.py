"""What the panes and the command line ask of the store: meetings, items, lists, counts, evidence, words in a text."""
