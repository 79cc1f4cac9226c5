"""When there were how many meetings and resolutions."""
