"""A plugin of pytest for the copy that is changed: fewer examples of each property, and always the same."""

from hypothesis import settings

settings.register_profile("mutants", max_examples=30, deadline=None, derandomize=True, database=None)
settings.load_profile("mutants")
