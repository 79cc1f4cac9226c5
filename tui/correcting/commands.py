"""Putting a reading right: what the words that are meant are, and moving among them."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close, Help, OpenPalette


class Corrects(Protocol):
    """A document that is put right: the words that are meant are said to be something."""

    def say_that(self, kind: str, value: str | None = None) -> None: ...
    def say_none(self) -> None: ...
    def ask_heading(self) -> None: ...
    def ask_meeting(self) -> None: ...
    def undo(self) -> None: ...
    def extend(self) -> None: ...
    def move_start(self, steps: int) -> None: ...
    def move_end(self, steps: int) -> None: ...
    def step_doubt(self, steps: int) -> None: ...
    def swap(self) -> None: ...


class SayCommand(Command[Corrects]):
    """What the words that are meant are; `kind` is that of a correction."""

    group: ClassVar[str] = "Putting right"
    kind: ClassVar[str] = ""
    value: ClassVar[str | None] = None

    def run(self, target: Corrects) -> None:
        target.say_that(self.kind, self.value)


class SayItem(SayCommand):
    id = "say-item"
    keys = ("i",)
    footer = "item"
    kind = "item"
    help = "Of a source: these words are the heading of an item"


class SayNone(SayCommand):
    id = "say-none"
    keys = ("x",)
    footer = "none"
    help = "Of a source: these words are no heading or, where they are of a decision, no decision"

    def run(self, target: Corrects) -> None:
        target.say_none()


class SayDecision(SayCommand):
    id = "say-decision"
    keys = ("d",)
    footer = "decision"
    kind = "decision"
    help = "Of a source: these words are one decision"


class SayBegins(SayCommand):
    id = "say-begins"
    keys = ("b",)
    footer = "begins"
    kind = "begins"
    help = "Of a source: a decision begins with these words, and ends where the reader finds"


class SayEnds(SayCommand):
    id = "say-ends"
    keys = ("e",)
    footer = "ends"
    kind = "ends"
    help = "Of a source: the decision ends with these words"


class SayHeading(SayCommand):
    id = "say-heading"
    keys = ("I",)
    help = "Of a source: these words are the heading of an item, with the number and title that you type"

    def run(self, target: Corrects) -> None:
        target.ask_heading()


class SaySentence(SayCommand):
    id = "say-sentence"
    keys = ("s",)
    kind = "clauses"
    help = "Of a source: the decision in these words is one sentence, without clauses"


class SayClauses(SayCommand):
    id = "say-clauses"
    keys = ("c",)
    kind = "clauses"
    value = "lines"
    help = "Of a source: each of these lines is a clause of the decision"


class SayList(SayCommand):
    id = "say-list"
    keys = ("y",)
    kind = "list"
    help = "Of a source: these lines are a list within the decision, and no clauses"


class SayLost(SayCommand):
    id = "say-lost"
    keys = ("L",)
    kind = "result"
    value = "lost"
    help = "Of a source: the motion in these words was lost"


class SayProse(SayCommand):
    id = "say-prose"
    keys = ("p",)
    kind = "form"
    value = "prose"
    help = "Of a source: the decision in these words is told in prose"


class SayAttendance(SayCommand):
    id = "say-attendance"
    keys = ("a",)
    kind = "attendance"
    help = "Of a source: these lines tell who came"


class SayFurniture(SayCommand):
    id = "say-furniture"
    keys = ("f",)
    kind = "furniture"
    help = "Of a source: these lines are the page's own"


class SayNote(SayCommand):
    id = "say-note"
    keys = ("t",)
    kind = "note"
    help = "Of a source: these lines are a note"


class SayMover(SayCommand):
    id = "say-mover"
    keys = ("m",)
    kind = "mover"
    help = "Of a source: these words name who moved the nearest decision"


class SayMeeting(SayCommand):
    id = "say-meeting"
    keys = ("w",)
    footer = "meeting"
    help = "Of a source: the day, hour, body, council, venue, kind or chair of the meeting, as you type it"

    def run(self, target: Corrects) -> None:
        target.ask_meeting()


class MeantCommand(Command[Corrects]):
    """Which words are meant."""

    group: ClassVar[str] = "Putting right"


class UndoCorrection(MeantCommand):
    id = "take-back"
    keys = ("u",)
    footer = "undo"
    help = "Of a source: take back what was put right last"

    def run(self, target: Corrects) -> None:
        target.undo()


class ExtendLines(MeantCommand):
    id = "extend-lines"
    keys = ("v",)
    footer = "more lines"
    help = "Of a source: mean more lines with each that you move to, or one again"

    def run(self, target: Corrects) -> None:
        target.extend()


class StartLater(MeantCommand):
    id = "start-later"
    keys = ("right",)
    help = "Of a source: mean a word less at the beginning"

    def run(self, target: Corrects) -> None:
        target.move_start(1)


class StartEarlier(MeantCommand):
    id = "start-earlier"
    keys = ("left",)
    help = "Of a source: mean a word more at the beginning"

    def run(self, target: Corrects) -> None:
        target.move_start(-1)


class EndEarlier(MeantCommand):
    id = "end-earlier"
    keys = ("[",)
    help = "Of a source: mean a word less at the end"

    def run(self, target: Corrects) -> None:
        target.move_end(-1)


class EndLater(MeantCommand):
    id = "end-later"
    keys = ("]",)
    help = "Of a source: mean a word more at the end"

    def run(self, target: Corrects) -> None:
        target.move_end(1)


class DoubtBelow(MeantCommand):
    id = "doubt-below"
    keys = ("n",)
    footer = "next doubt"
    help = "Of a source: to the next words that may have been read wrongly"

    def run(self, target: Corrects) -> None:
        target.step_doubt(1)


class DoubtAbove(MeantCommand):
    id = "doubt-above"
    keys = ("N",)
    help = "Of a source: to those before"

    def run(self, target: Corrects) -> None:
        target.step_doubt(-1)


class SwapSides(MeantCommand):
    id = "swap-sides"
    keys = ("tab",)
    help = "Of a source: from the source to its outline, and back"

    def run(self, target: Corrects) -> None:
        target.swap()


SAYING = every(SayCommand)
MEANING = every(MeantCommand)
CORRECTING_COMMANDS: Commands = (*SAYING, *MEANING, Help, OpenPalette, Close, *MOVEMENTS)
