"""A meeting at a glance."""
