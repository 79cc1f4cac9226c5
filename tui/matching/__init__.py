"""Looking for words in the text that is read, and going from one to the next."""
