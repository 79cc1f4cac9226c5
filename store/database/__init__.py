"""The store as one SQLite file: opened, migrated, sealed by checksums, checked, and watched for changes."""
