"""What a person sets once and for all: a TOML file, read when the app opens and when a command needs it."""
