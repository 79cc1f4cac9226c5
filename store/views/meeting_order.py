"""The orders that meetings can be listed in."""

from enum import StrEnum


class MeetingOrder(StrEnum):
    """By value, in the words that name it."""

    NEWEST = "newest first"
    OLDEST = "oldest first"
    COMMITTEE = "by committee"
    RESOLUTIONS = "by number of resolutions"
