"""The heading of minutes: council, committee, day, hours, venue and status, and the notes that tell of them."""
