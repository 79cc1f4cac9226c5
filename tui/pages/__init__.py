"""Minutes set as lines of text for a given width: pure functions that know nothing of widgets."""
