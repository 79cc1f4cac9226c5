"""The desk: what a person keeps beside the minutes. A file of its own, keyed by permalink, never rebuilt."""
