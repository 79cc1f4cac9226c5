"""Which reader read a document: what tells one version of the reading modules from another."""

from functools import cache
from hashlib import sha256
from pathlib import Path

_STORE = Path(__file__).parents[1]
_READING = ("model.py", "text/**/*.py", "readers/**/*.py", "parse/**/*.py")
_DIGITS = 12  # of the hash: enough to tell versions apart


@cache
def reader_version() -> str:
    """A hash of the modules that read: no two versions that may read otherwise have the same."""
    whole = sha256()
    for pattern in _READING:
        for module in sorted(_STORE.glob(pattern)):
            whole.update(module.relative_to(_STORE).as_posix().encode() + b"\n" + module.read_bytes())
    return whole.hexdigest()[:_DIGITS]
