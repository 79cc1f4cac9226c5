"""Verifying: whether words that somebody quotes stand in the store, at the place that they cite, as they quote them."""
