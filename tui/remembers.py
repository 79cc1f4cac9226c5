"""What is remembered from one start to the next: by whoever has it, each under a name of its own."""

from collections.abc import Mapping
from typing import Any, Protocol, runtime_checkable


@runtime_checkable
class Remembers(Protocol):
    """Something that begins as it was left. Having these two methods is all that it takes."""

    def remembered(self) -> Mapping[str, object]:
        """What to begin with the next time, in values that JSON knows."""
        ...

    def restore(self, kept: Mapping[str, Any], /) -> None:
        """Begin as it was left. What is kept may be from another version: whatever means nothing is passed over."""
        ...
