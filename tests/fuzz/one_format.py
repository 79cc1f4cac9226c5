"""One format under atheris: `python -m tests.fuzz.one_format .html FOLDER` and the options of libFuzzer."""

import importlib
import sys
from contextlib import suppress

_READING = ("store.readers.reader", "store.parse.meeting", "tests.store.accounting", "store.errors")


def main() -> None:
    """Read what atheris makes of the documents in the folder until its time is over or something fails."""
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["store"]):
        reader, parse, accounting, errors = map(importlib.import_module, _READING)
    name = f"minutes{sys.argv.pop(1)}"

    def read(data: bytes) -> None:
        with suppress(errors.UnreadableDocument):
            document = reader.document_from_bytes(name, data)
            accounting.assert_every_word_has_one_place(document, parse.parse_meetings(document))

    atheris.Setup(sys.argv, read)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
