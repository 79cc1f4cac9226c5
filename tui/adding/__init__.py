"""Adding minutes from inside the reader, in a process of its own."""
