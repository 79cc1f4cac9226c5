"""Getting minutes from council sites: the one part of the store that opens a connection, when it is asked to."""
