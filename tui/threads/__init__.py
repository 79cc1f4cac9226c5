"""What minutes add up to, in the reader: references, follow-up, findings and people."""
