"""Finding a clause by words that may be mistyped, unfinished or in another order."""
