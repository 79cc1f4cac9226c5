"""What a person puts right in a reading: values, and their grammar."""
