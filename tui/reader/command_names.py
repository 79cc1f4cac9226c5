"""What people call the commands: a short name for each, and other words that they may type for it."""

from collections.abc import Iterator, Mapping
from typing import Final

from store.text.clean import fold

_NAMES: Final[Mapping[str, str]] = {
    "at-a-glance": "At a glance",
    "back-to-words": "Back to the words",
    "colours-contrast-dark": "High contrast, dark",
    "colours-contrast-light": "High contrast, light",
    "colours-dark": "Dark colours",
    "colours-light": "Light colours",
    "colours-none": "No colours",
    "colours": "Next colours",
    "copy-in-style": "Copy in this style",
    "copy-reference": "Copy citation",
    "every-seen": "Mark all as seen",
    "go-there": "Go there",
    "in-pager": "Plain text in pager",
    "inward": "In",
    "items": "Items pane",
    "maximise": "Maximise pane",
    "meetings": "Meetings pane",
    "outward": "Out",
    "reading": "Text pane",
    "reset-sizes": "Reset pane sizes",
    "resolutions": "Resolutions pane",
    "seen": "Mark as seen",
    "show-new": "Show what is new",
    "show-reference": "Cite in a style",
    "sort": "Sort in another order",
}
"""Where the id of a command is not its name already."""

_ALSO: Final[Mapping[str, str]] = {
    "add": "import load open file folder",
    "at-a-glance": "summary overview attendance",
    "basket": "clipboard history citations collected",
    "colours": "theme",
    "colours-contrast-dark": "theme",
    "colours-contrast-light": "theme",
    "colours-dark": "theme black night",
    "colours-light": "theme white day",
    "colours-none": "theme monochrome",
    "copy-reference": "yank quote reference clipboard",
    "doubts": "errors mistakes problems uncertain warnings",
    "earlier-queries": "history recent searches saved",
    "evidence": "source proof original lines",
    "every-seen": "read",
    "export": "save write download csv markdown bibtex",
    "filter": "narrow restrict committee council year limit",
    "findings": "errors mistakes misfits gaps inconsistent wrong",
    "follow-up": "actions outstanding promises requests overdue due tracker",
    "find": "search query look",
    "go-back": "previous history return",
    "go-forward": "history",
    "go-to": "jump open permalink date number minute",
    "help": "keys shortcuts manual",
    "in-pager": "less print view",
    "look-in-text": "search grep highlight",
    "marked": "bookmarks favourites starred notes list",
    "maximise": "zoom fullscreen enlarge full screen",
    "name-council": "town parish borough call",
    "narrow": "filter facets committee council year limit",
    "next-match": "hit occurrence",
    "note": "comment annotate remark write",
    "only-this-committee": "filter body",
    "only-unseen": "unread new",
    "open-source": "original browser document pdf website",
    "people": "persons members councillors attendance interests who",
    "previous-match": "hit occurrence",
    "put-right": "correct fix wrong mistake error amend",
    "quit": "exit leave close",
    "save-query": "keep search alert",
    "seen": "read unread unseen",
    "select": "mark tick choose",
    "show-new": "refresh reload update",
    "show-reference": "harvard apa oscola bibliography quote style citation format",
    "sort": "order arrange date",
    "star": "bookmark favourite mark pin",
    "suspend": "shell background",
    "thread": "references links cited by follow jump",
    "timeline": "chart statistics months years count",
    "undo": "revert take back",
}
"""Words that are neither in the name of a command nor in its sentence."""

_LEAST_MISTYPED: Final = 4  # letters of a word in which a slip is forgiven


def name_of(command: str) -> str:
    """The short name of the command with an id."""
    return _NAMES.get(command) or command.replace("-", " ").capitalize()


def rank(typed: str, command: str, sentence: str) -> int | None:
    """How well a command fits what is typed, 0 best: by its name, by other words for it, by its `sentence`.

    None where it does not. A slip in the words for it comes last of all.
    """
    wanted, name = fold(typed).split(), fold(name_of(command))
    if not wanted or name.startswith(" ".join(wanted)):
        return 0
    called = [*name.split(), *fold(_ALSO.get(command, "")).split()]
    said = [*called, *fold(sentence).split()]
    fits = (
        all(_begins(word, name.split()) for word in wanted),
        all(_begins(word, called) for word in wanted),
        all(_begins(word, said) for word in wanted),
        all(_begins(word, called) or _is_slip(word, called) for word in wanted),
    )
    return next((at for at, one in enumerate(fits, 1) if one), None)


def known_commands() -> Iterator[str]:
    """The ids of all commands that are named or described here."""
    yield from {*_NAMES, *_ALSO}


def _begins(word: str, there: list[str]) -> bool:
    return any(one.strip("(:,;").startswith(word) for one in there)


def _is_slip(word: str, there: list[str]) -> bool:
    from rapidfuzz.distance import OSA

    return len(word) >= _LEAST_MISTYPED and any(OSA.distance(word, one[: len(word)]) <= 1 for one in there)
