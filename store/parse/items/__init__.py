"""Items of business: their numbers, their titles, and where each begins."""
