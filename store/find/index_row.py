"""A row of the index as finding looks at it: its words, made ready for looking at them again and again."""

from collections.abc import Callable, Collection, Iterable, Sequence


class IndexRow:
    """`id` is the key in `finding`, `source_id` that of the clause, item or paragraph; `day` is 20210302, or 0.

    `text` and `title` are folded words in order, each between spaces: " that the report be noted ". `title_words` has
    those of the introduction, too.
    """

    __slots__ = (
        "_around", "_facts", "_told", "_told_once", "day", "id", "meeting_id", "organization_id", "source_id", "text",
        "text_words", "title", "title_words"
    )  # fmt: skip

    def __init__(
        self,
        key: int,
        source_id: int,
        day: int,
        organization_id: int,
        meeting_id: int,
        text: Sequence[str],
        title: Sequence[str],
        intro: Sequence[str],
        facts: Callable[[], Iterable[str]] = tuple,
        told: Callable[[], Iterable[str]] = tuple,
    ) -> None:
        """A row with these folded words.

        `told` gives what they tell in other forms, and `facts` the names, dates and numbers around it, when they are
        asked for: few rows are found by them.
        """
        self.id = key
        self.source_id = source_id
        self.day = day
        self.organization_id = organization_id
        self.meeting_id = meeting_id
        self.text = f" {' '.join(text)} "
        self.title = f" {' '.join(title)} "
        self.text_words = frozenset(text)
        self.title_words = frozenset((*title, *intro) if intro else title)
        self._told_once = told
        self._told: frozenset[str] | None = None
        self._facts = facts
        self._around: frozenset[str] | None = None

    @property
    def told(self) -> frozenset[str]:
        """What text and title tell beside their words: days, initials, compounds."""
        if self._told is None:
            self._told = frozenset(self._told_once())
        return self._told

    @property
    def around(self) -> frozenset[str]:
        """The facts that words may mean: names, year and month, number."""
        if self._around is None:
            self._around = frozenset(self._facts())
        return self._around

    def has_any(self, terms: Collection[str]) -> bool:
        """Whether one of `terms` is among its words and facts."""
        return not (
            self.text_words.isdisjoint(terms)
            and self.title_words.isdisjoint(terms)
            and self.around.isdisjoint(terms)
            and self.told.isdisjoint(terms)
        )
