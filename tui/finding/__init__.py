"""Finding: the box, its answers, what narrows them, and the queries that are kept."""
