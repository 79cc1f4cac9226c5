"""The screens that the app pushes."""
