"""Permalinks: the lasting names of places in the minutes: made, read, looked up in a store, and renamed."""
