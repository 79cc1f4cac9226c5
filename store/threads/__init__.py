"""What minutes add up to over meetings: references, requests, confirmations, people, votes, and what does not fit."""
