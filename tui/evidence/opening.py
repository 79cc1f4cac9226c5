"""How a document is opened at its place: which program, on what, and what to tell the person of it. No screen here."""

import asyncio
import hashlib
import re
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final
from urllib.parse import quote

from store.model import Format, Opens
from tui.ports import Host
from tui.session.lookups import PlaceLookups
from tui.terminal import programs
from tui.terminal.programs import browser, editor_or_pager, opener

if TYPE_CHECKING:
    from store.views.evidence_places import EvidenceSource


async def open_source(screen: Host, closer: PlaceLookups, source: "EvidenceSource") -> None:
    """Open a document at the words that are evidence, and say what was opened. May raise a `MinutebookError`."""
    text = await closer.source_text(source)
    how = await asyncio.to_thread(opening, source, text)
    if not how.in_terminal:
        await asyncio.to_thread(programs.run_apart, how.command)
    elif how.text is None:
        programs.run_here(screen.application, how.command)
    else:
        with programs.private_file(how.text, text) as path:
            programs.run_here(screen.application, (*how.command, str(path)))
    screen.say(how.told)


_WEB: Final = re.compile(r"https?://", re.IGNORECASE)
_IN_TERMINAL: Final = ("elinks", "links", "lynx", "w3m")  # browsers
_WORDS_AT_EACH_END: Final = 6  # of a text fragment: more of them only breaks over markup


@dataclass(frozen=True, slots=True)
class Opening:
    """A command, and a sentence on what it opens. `in_terminal` says that it needs this terminal.

    `text` is the name of a private file to write the kept text to and to hand to the command; None where the command
    names what it opens itself.
    """

    command: tuple[str, ...]
    told: str
    in_terminal: bool = False
    text: str | None = None


def opening(source: "EvidenceSource", text: str) -> Opening:
    """How to open a document at the words that are evidence.

    A page from the web goes to the browser; a PDF or a Word document that is still there to the desktop's program, and
    a PDF from the web to its page; a text to the editor, or the pager, at its line. What is not there any more, or
    cannot be opened here, is shown as the text that the store keeps.
    """
    words = text[source.start : source.spans[-1].end] if source.spans else ""
    there = same_file(source)
    on_web = source.url and _WEB.match(source.url) and (source.format.opens is Opens.BROWSER or not there)
    if on_web and (web := browser(web_address(source, words))):
        in_terminal = Path(web[0]).name in _IN_TERMINAL
        return Opening(tuple(web), f"Opened in the browser: {source.url}", in_terminal=in_terminal)
    if there and source.format.opens is not Opens.EDITOR and (desktop := opener()):
        page = source.page_of(source.start)
        told = f"Opened {there}" + (f": the words are on page {page}." if page else ".")
        return Opening((*desktop, str(there)), told)
    line = text.count("\n", 0, source.start) + 1
    if there and source.format is Format.TEXT:
        return Opening(
            (*editor_or_pager(), f"+{line}", str(there)), f"That was {there}, from line {line:,}.", in_terminal=True
        )
    why = "cannot be opened here" if there else "is not where it was, or has changed"
    told = f"That was the text that is kept; {source.name} {why}."
    return Opening((*editor_or_pager(), f"+{line}"), told, in_terminal=True, text=f"{Path(source.name).stem}.txt")


def same_file(source: "EvidenceSource") -> Path | None:
    """The file that the document was read from, if its very bytes are still there, or in the current folder."""
    for path in filter(None, (source.path, source.name)):
        with suppress(OSError), Path(path).open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == source.sha256:
                return Path(path).absolute()
    return None


def web_address(source: "EvidenceSource", words: str) -> str:
    """The address of a document at some words of it: a text fragment of a page, the page of a PDF."""
    address = (source.url or "").partition("#")[0]
    if page := source.page_of(source.start):
        return f"{address}#page={page}"
    there = words.split()
    if source.format.opens is not Opens.BROWSER or not there:
        return address
    first, last = there[:_WORDS_AT_EACH_END], there[-_WORDS_AT_EACH_END:]
    ends = (first, last) if len(there) > 2 * _WORDS_AT_EACH_END else (there,)
    return f"{address}#:~:text={','.join(map(_fragment, ends))}"


def _fragment(words: Sequence[str]) -> str:
    """Words in a text fragment, where "-", "," and "&" have a meaning of their own."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
