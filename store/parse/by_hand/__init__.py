"""What a person has put right, as the stages of the reading ask for it."""
