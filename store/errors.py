"""The errors a person meets, worded for them: what happened, to which file, what to do."""


class MinutebookError(Exception):
    """Base of every error whose message is meant to be shown as it is."""


class UnreadableDocument(MinutebookError):
    """A file that cannot be read as minutes. The message names the file and the reason."""

    def __init__(self, name: str, reason: str) -> None:
        super().__init__(f"{name}: {reason}")
        self.name = name
        self.reason = reason

    def __reduce__(self) -> tuple[type["UnreadableDocument"], tuple[str, str]]:
        return type(self), (self.name, self.reason)  # what carries it out of the process that reads


class NotMinutes(UnreadableDocument):
    """A document that can be read, and tells of no meeting."""


class StoreError(MinutebookError):
    """The store itself cannot be opened, or is not a store of minutes."""


class NotFound(MinutebookError):
    """A permalink that names nothing in the store."""


class UserDataError(MinutebookError):
    """The desk cannot be opened, cannot be written, or is not a desk."""


class CorrectionError(MinutebookError):
    """What is to be put right is not said in a way that can be kept."""
