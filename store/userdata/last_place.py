"""Where the person was last in each store, and how the screen stood: what the next start begins with."""

import json
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from store.text.clean import clean_line
from store.userdata.timestamps import written
from store.userdata.userdata_file import UserDataFile

_VERSION: Final = 1


class LastPlaces:
    """A small value for each store, by its path. What is in it is the screen's business."""

    def __init__(self, file: UserDataFile) -> None:
        self._file = file

    def keep(self, store: Path, remembered: Mapping[str, object], when: datetime) -> None:
        """Keep what is to be remembered of a store: anything that JSON can say, by name."""
        value = json.dumps({**remembered, "version": _VERSION})
        with self._file.writing() as userdata:
            change = "REPLACE INTO last_place (store, remembered, kept_at) VALUES (?, ?, ?)"
            userdata.execute(change, (_named(store), value, written(when)))

    def last(self, store: Path) -> dict[str, Any]:
        """What is remembered of a store; nothing where there is nothing, or nothing that this version can read."""
        for (value,) in self._file.rows("SELECT remembered FROM last_place WHERE store = ?", _named(store)):
            try:
                remembered = json.loads(value)
            except ValueError:
                return {}
            if isinstance(remembered, dict) and remembered.pop("version", None) == _VERSION:
                return remembered
        return {}


def _named(store: Path) -> str:
    return clean_line(str(store.resolve()))
