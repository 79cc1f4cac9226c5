"""How many corrections make the reading of annotated minutes right."""
