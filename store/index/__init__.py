"""The index that finding asks: made of the rows of the minutes, in the transaction that writes them."""
