"""What a row of the index can be found by: the words of its text and title, and the facts around them.

Every change here is a change of the index's format: the tokens of a row are made anew to take it out again, and must be
those that went in. A migration that indexes everything again goes with it.

Facts are told from words by the "_" that they begin with, so that they stand together in a sorted dictionary:

    _cplanning    a word of the committee's name      _knoted       an outcome
    _oeastmarsh   a word of the council's             _n16 _n16_v   the number of the item, and with the clause's label
    _y2021        the year                            _pvane        a word of the mover's name
    _m2021_03     the month                           _fvote        the vote is printed, _fincomplete: cut short
    _dprose       the form in which it was decided    _rlost        the result of the motion
    _svane        a word of the seconder's name       _fdoubt       its item may have been read wrongly
    _famendment   it tells of an amendment            _             every row has it

`store.index.text_facts` has those that are read in the text itself.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.permalinks.committees import Committee
from store.text.tokens import words

FACT = "_"
EVERY_ROW = FACT  # a fact of all
COMMITTEE, COUNCIL, YEAR, MONTH, OUTCOME, NUMBER, FLAG = (f"{FACT}{letter}" for letter in "coymknf")
MOVER, SECONDER = f"{FACT}p", f"{FACT}s"
FORM, RESULT = f"{FACT}d", f"{FACT}r"
VOTE, INCOMPLETE, DOUBT, AMENDMENT = (f"{FLAG}{word}" for word in ("vote", "incomplete", "doubt", "amendment"))

# Words that stand in so many texts that only two of them in a row tell one text from another.
COMMON = frozenset(
    """
    a action actions agenda agree agreed agreement all amended and any apologies application applications appointed
    approve approved are area as at authorise authorised authority be been board budget by cabinet chair chairman
    circulated committee conditions confirmed consider consultation correct council councillor councillors date
    deferred delegated department director executive following for from full granted have head held in include
    information is it item its made manager may meeting member members minutes next not note noted of officer
    officers on or out permission plan planning policy previous proposal proposed public receive received
    recommendation recommendations recommended record referred refused report reported reports request requested
    resolution review service services set signed subject thanked that the their this to update was were which will
    with work year
    """.split()  # noqa: SIM905 (a list of them would be a page long)
)


@dataclass(frozen=True, slots=True)
class MeetingFacts:
    """The meeting that a row is of: its committee, and its ISO day."""

    committee: Committee
    date: str | None

    @property
    def day(self) -> int:
        """The day as a number in the order of days, 20210302; 0 where there is none."""
        return int(self.date.replace("-", "")) if self.date else 0


def text_tokens(folded: Sequence[str]) -> list[str]:
    """The words of a text, and behind them each two in a row that are both common."""
    common = COMMON
    pairs = [pair(first, second) for first, second in pairwise(folded) if first in common and second in common]
    return [*folded, *pairs]


def pair(first: str, second: str) -> str:
    """The token of two common words in a row."""
    return f"{first}_{second}"


def place_tokens(place: MeetingFacts) -> Iterator[str]:
    """Committee, council and day, as facts; and the fact that there is such a row."""
    yield EVERY_ROW
    of = place.committee
    for word in words(f"{of.name} {of.slug}"):
        yield COMMITTEE + word
    for word in words(f"{of.council or ''} {of.council_slug or ''}"):
        yield COUNCIL + word
    if place.date:
        year, month, _ = place.date.split("-")
        yield YEAR + year
        yield f"{MONTH}{year}_{month}"


def number_tokens(number: str | None, label: str | None) -> Iterator[str]:
    """Every beginning of an item's number, with the label behind it: "F/229/24" is found by 229 and by 229/24, too."""
    parts = words(number or "")
    behind = words(label or "")
    for whole in (parts, parts[1:]) if parts and parts[0].isalpha() else (parts,):
        for end in range(1, len(whole) + 1):
            yield NUMBER + "_".join(whole[:end])
        if whole and behind:
            yield NUMBER + "_".join([*whole, *behind])


def decision_tokens(
    outcomes: Iterable[str], mover: str | None, seconder: str | None, *, vote: bool, complete: bool
) -> Iterator[str]:
    """What was decided, on whose motion and how, as facts."""
    for outcome in outcomes:
        yield OUTCOME + outcome
    for word in words(mover or ""):
        yield MOVER + word
    for word in words(seconder or ""):
        yield SECONDER + word
    if vote:
        yield VOTE
    if not complete:
        yield INCOMPLETE


def motion_tokens(form: str, result: str) -> tuple[str, str]:
    """How it was decided, and what became of the motion, as facts: values of `Form` and `Result`."""
    return FORM + form, RESULT + result
