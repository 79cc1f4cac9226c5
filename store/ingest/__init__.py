"""Documents into the store: read, told apart, stored, rebuilt, and told of as they come."""
