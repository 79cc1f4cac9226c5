"""The minutes, without a screen: readers, parser, SQLite store, finding and citing."""
