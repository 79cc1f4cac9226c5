"""`Document` to `Meeting`: pure functions, one module a concept."""
