"""What hangs on a place, what was asked for, what does not fit, who was there: opened, gone to, told by hand."""

from typing import ClassVar, Protocol

from tui.commands.command import Command, Commands, every
from tui.commands.general import MOVEMENTS, Close, TakeBack
from tui.ports import Pane, ReaderPort


class ShowsThreads(Protocol):
    """What shows threads over the reader."""

    def thread(self) -> None: ...
    def follow_up(self) -> None: ...
    def findings(self) -> None: ...
    def people(self) -> None: ...


class HasThreads(ReaderPort, Protocol):
    """The reader, through whose minutes threads run."""

    @property
    def threads(self) -> ShowsThreads: ...


class ThreadRowShown(Protocol):
    """What is under the cursor of a list: `name` is that by which a state is told, "" where none can be."""

    @property
    def name(self) -> str: ...


class ThreadListed(Protocol):
    """A list of requests, references, findings or people."""

    @property
    def row(self) -> ThreadRowShown | None: ...
    @property
    def can_group(self) -> bool: ...

    def choose(self) -> None: ...
    def tell(self, state: str) -> None: ...
    def forget(self) -> None: ...
    def group_otherwise(self) -> None: ...
    def show_every(self) -> None: ...


class ThreadCommand(Command[HasThreads]):
    """These stand together in the help."""

    group: ClassVar[str] = "Threads"


class OpenThread(ThreadCommand):
    id = "thread"
    keys = ("r",)
    footer = "references"
    footer_in = (Pane.ITEMS, Pane.READING)
    needs = "under_cursor"
    lacking = "There is nothing here that could refer to anything."
    help = "What this refers to, what refers to it, what was asked for in it, and what it answers"

    def run(self, target: HasThreads) -> None:
        target.threads.thread()


class OpenFollowUp(ThreadCommand):
    id = "follow-up"
    keys = ("O",)
    help = "What was asked for and promised and is open, overdue first"

    def run(self, target: HasThreads) -> None:
        target.threads.follow_up()


class OpenFindings(ThreadCommand):
    id = "findings"
    keys = ("!",)
    needs = "under_cursor"
    lacking = "There is no meeting here."
    help = "What does not fit in this meeting: labels that skip, days, tenses, gaps, words cut short"

    def run(self, target: HasThreads) -> None:
        target.threads.findings()


class OpenPeople(ThreadCommand):
    id = "people"
    keys = ("P",)
    needs = "under_cursor"
    lacking = "There is no meeting here."
    help = "The people whom this meeting names; of each, what all minutes of the council tell"

    def run(self, target: HasThreads) -> None:
        target.threads.people()


class ThreadListCommand(Command[ThreadListed]):
    """These stand together in the help."""

    group: ClassVar[str] = "Lists of threads"


class GoAlong(ThreadListCommand):
    id = "go-along"
    keys = ("enter",)
    footer = "go there"
    help = "Of a thread: to the place under the cursor, or to what the minutes tell of a person"

    def why_not(self, target: ThreadListed) -> str | None:
        return None if target.row else "There is nothing here to go to."

    def run(self, target: ThreadListed) -> None:
        target.choose()


class _Telling(ThreadListCommand):
    state: ClassVar[str]

    def why_not(self, target: ThreadListed) -> str | None:
        return None if target.row and target.row.name else "Only of a request or a finding can it be told by hand."

    def run(self, target: ThreadListed) -> None:
        target.tell(self.state)


class TellDone(_Telling):
    id = "tell-done"
    keys = ("x",)
    footer = "done"
    help = "Tell that this request was done"
    state = "done"


class TellDismissed(_Telling):
    id = "dismiss-thread"
    keys = ("d",)
    footer = "dismiss"
    help = "Dismiss this: it is no request, or it fits"
    state = "dismissed"


class TellOpen(_Telling):
    id = "tell-open"
    keys = ("o",)
    help = "Tell that this request is still open, whatever seems to answer it"
    state = "open"


class ForgetTold(ThreadListCommand):
    id = "forget-told"
    keys = ("w",)
    help = "Leave this to what the words say again"

    def why_not(self, target: ThreadListed) -> str | None:
        return None if target.row and target.row.name else "Nothing was told by hand here."

    def run(self, target: ThreadListed) -> None:
        target.forget()


class GroupOtherwise(ThreadListCommand):
    id = "group-otherwise"
    keys = ("v",)
    footer = "group"
    help = "Of requests: group them by state, by owner, by committee or by the month in which they are due"

    def why_not(self, target: ThreadListed) -> str | None:
        return None if target.can_group else "Only requests can be grouped."

    def run(self, target: ThreadListed) -> None:
        target.group_otherwise()


class ShowEvery(ThreadListCommand):
    id = "every-request"
    keys = ("a",)
    footer = "all"
    help = "Of requests: the answered and settled ones too, or only what is open"

    def why_not(self, target: ThreadListed) -> str | None:
        return None if target.can_group else "Only of requests are some left out."

    def run(self, target: ThreadListed) -> None:
        target.show_every()


THREADS = every(ThreadCommand)
THREAD_LISTING = every(ThreadListCommand)
THREAD_LIST_COMMANDS: Commands = (*THREAD_LISTING, TakeBack, Close, *MOVEMENTS)
