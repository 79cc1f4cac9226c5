"""The sections of what is found: resolutions, titles of items, and the text around them."""

from enum import StrEnum


class Section(StrEnum):
    """What is found. Answers of different sections are never mixed."""

    RESOLUTIONS = "resolutions"
    TITLES = "titles"
    TEXT = "text"

    @property
    def table(self) -> str:
        """The full-text table of the section; its rowids are keys of `finding`."""
        return f"{self.value}_words"


WORD_TABLES = (*(section.table for section in Section), "repeated_words")
"""Every full-text table: that of each section, and that of the texts that were passed more than once."""
