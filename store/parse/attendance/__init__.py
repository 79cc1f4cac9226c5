"""Who came and who sent apologies, in which role; and the interests that they declared."""
