"""What a person keeps beside the minutes: a file of its own, keyed by permalink, never rebuilt."""
