"""Questions to the store and to what the person keeps, asked in threads of their own: the screen never waits."""
