"""ModernGov's pages of single items (an item, an issue, a decision), put in the order of a meeting's page."""

import re
from collections.abc import Sequence
from itertools import pairwise

from store.readers.web.blocks import Block

LIST_HEADING = Block("No. Item", "tr")  # the heads of the columns: below them the items begin
# A meeting and an item's number there: "Meeting of Cabinet, Tuesday, 4 June 2019 2.00 pm (Item 7.)" on an item's page,
# "Meeting: 04/06/2019 - Cabinet (Item 7)" on an issue's.
_MEETING = re.compile(
    r"""(?:•\s)?Meeting(?:\sof|:)\s(?P<meeting>[^()]{1,250}(?:\([^()]{1,100}\)[^()]{0,100})?)
    \(Item\s(?P<number>[^()]{1,20}?)\.?\)\.?""",
    re.VERBOSE,
)
_DAY_FIRST = re.compile(r"(?P<day>\d\d/\d\d/\d{4})\s-\s(?P<body>.+)")
_LABELLED = re.compile(
    r"""(?P<label>decision\smaker|decision\sstatus|is\skey\sdecision\?|is\ssubject\sto\scall\sin\?|report\sauthor|contact
    |publication\sdate|date\sof\sdecision|decided\sat\smeeting|effective\sfrom)\s?:\s*(?P<value>\S.*)""",
    re.IGNORECASE | re.VERBOSE,
)
_DOCUMENTS = re.compile(r"(?:accompanying|supporting) documents:?", re.IGNORECASE)


def item_title(blocks: Sequence[Block]) -> Block | None:
    """What a page of one item calls it: its second heading, the first being what kind of page it is."""
    return next((block for block in blocks if "mgSubTitleTxt" in block.classes or block.tag == "h2"), None)


def names_meeting(blocks: Sequence[Block]) -> bool:
    """Whether one of `blocks` names a meeting and the number of an item there, as the page of an item or issue does."""
    return any(_MEETING.fullmatch(block.text) for block in blocks)


def items_of_meetings(blocks: Sequence[Block]) -> list[Block]:
    """The page of an item or an issue: for each meeting committee and date, the item's number, the title, the rest."""
    named = [at for at, block in enumerate(blocks) if _MEETING.fullmatch(block.text)]
    title = item_title(blocks[: named[0]])
    page = [block for block in blocks[: named[0]] if block is not title]
    for begin, end in pairwise([*named, len(blocks)]):
        meeting, rest = _MEETING.fullmatch(blocks[begin].text), blocks[begin + 1 : end]
        if meeting:
            page.extend([Block(_body_first(meeting["meeting"].strip()), "h2"), LIST_HEADING])
            page.append(Block(f"{meeting['number']}.", "p"))
        titled = rest and "mgAiTitleTxt" in rest[0].classes
        page.extend([title] if title and not titled else [])
        page.extend(rest if titled else _documents_first(rest))
    return page


def is_decision(blocks: Sequence[Block]) -> bool:
    """Whether `blocks` are a page of one decision: who took it is said."""
    return "decision maker" in _facts(blocks)


def decision(blocks: Sequence[Block]) -> list[Block]:
    """The page of a decision: who decided and when, the labelled facts, the title, and under it the rest."""
    facts = _facts(blocks)
    if "decided at meeting" in facts:
        said = [facts["decided at meeting"]]
    else:
        said = [facts[label] for label in ("decision maker", "date of decision") if label in facts]
    decided = " - ".join(_body_first(_value(block)) for block in said)
    title = item_title(blocks)
    labelled = [block for block in blocks if _LABELLED.fullmatch(block.text)]
    rest = [block for block in blocks if block is not title and not _LABELLED.fullmatch(block.text)]
    begins = next((at for at, block in enumerate(rest) if block.tag != "h1"), len(rest))
    return [
        *rest[:begins],
        Block(decided, "h2"),
        *(block for block in labelled if block not in said),
        LIST_HEADING,
        *([title] if title else []),
        *_documents_first(rest[begins:]),
    ]


def _documents_first(blocks: Sequence[Block]) -> list[Block]:
    """Blocks with the list of documents that ends them first: after a decision it would read as part of it."""
    at = next((at for at, block in enumerate(blocks) if _DOCUMENTS.fullmatch(block.text)), len(blocks))
    return [*blocks[at:], *blocks[:at]]


def _facts(blocks: Sequence[Block]) -> dict[str, Block]:
    """The blocks of a label and a value ("Decision Maker: Cabinet"), by their labels in lower case."""
    found = ((block, _LABELLED.fullmatch(block.text)) for block in blocks)
    return {match["label"].casefold(): block for block, match in found if match}


def _value(block: Block) -> str:
    match = _LABELLED.fullmatch(block.text)
    return match["value"] if match else block.text


def _body_first(meeting: str) -> str:
    """A meeting as its page names it: "Cabinet - 04/06/2019" for "04/06/2019 - Cabinet"."""
    match = _DAY_FIRST.fullmatch(meeting)
    return f"{match['body']} - {match['day']}" if match else meeting
