"""Going to a place that is named, back to where one has been, and forward again."""
