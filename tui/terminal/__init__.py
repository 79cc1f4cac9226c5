"""The terminal: what it sends and shows, how the app begins and ends on it, and the programs beside it."""
