"""What a person can do in the app: one class an action."""
