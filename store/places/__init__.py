"""From what somebody types to the places it names."""
