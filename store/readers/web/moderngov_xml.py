"""ModernGov's web service: the reply to GetMeeting, plain or in a SOAP envelope, in the order of a meeting's page."""

import re
from collections.abc import Iterator
from html import unescape
from xml.etree.ElementTree import Element

from store.errors import UnreadableDocument
from store.readers.printed import PrintedText
from store.readers.web.blocks import Block, blocks_of
from store.readers.web.html import as_text
from store.readers.web.list_marks import BULLET
from store.readers.web.markup import parse_markup
from store.readers.web.moderngov import meeting_address
from store.readers.web.moderngov_items import LIST_HEADING

_REPLY = re.compile(
    r"""(?:\s++|<\?xml[^<>]{0,200}\?>|<!--(?:(?!-->).){0,2000}-->){0,20}+
    <(?:[\w.-]{1,40}:)?(?:meeting|envelope|getmeeting\w{0,20})\b""",
    re.IGNORECASE | re.VERBOSE | re.DOTALL,
)
_NONE = {"", "0"}
# Who is said to have been where, by a word in how they are said to have attended; the first that is there.
_GROUPS = {
    "apolog": "Apologies",
    "absent": "Absent",
    "in attendance": "In attendance",
    "present": "Present",
    "attended": "Present",
    "expected": "Members expected",
}
_ORDER = ("Present", "Members expected", "In attendance", "Apologies", "Absent")
_PLAIN_MEMBER = {"", "member", "committee member"}
_SECTIONS = (("Decision:", "decisionnonemptyhtmlbody"), ("Minutes:", "minutesnonemptyhtmlbody"))


def is_reply(text: str) -> bool:
    """Whether a file's text begins as a reply of the web service does."""
    return bool(_REPLY.match(text))


def reply_text(name: str, text: str) -> tuple[PrintedText, str | None]:
    """The words of a reply to GetMeeting, and the address of the meeting's page.

    Raises `UnreadableDocument` when the XML is broken or declares a document type (entities can blow up), and when it
    is another reply than GetMeeting's.
    """
    meeting = _meeting(name, text)
    beside = next((address for node in meeting.iter("url") if (address := (node.text or "").strip())), None)
    number = _field(meeting, "meetingid")
    blocks = [*_heading(name, meeting), *_attendance(meeting), LIST_HEADING]
    for item in meeting.iter("agendaitem"):
        blocks.extend(_item(name, item))
    if finished := _field(meeting, "meetingactualfinishtime"):
        blocks.append(Block(f"Meeting finished: {finished}", "p"))
    return as_text(blocks), meeting_address(number, beside) if number.isdecimal() else None


def _meeting(name: str, text: str) -> Element:
    """The `meeting` element of a reply, with all element names in lower case and without namespaces."""
    from defusedxml import DefusedXmlException
    from defusedxml import ElementTree as DefusedTree

    try:
        root: Element = DefusedTree.fromstring(text, forbid_dtd=True)
    except DefusedXmlException as error:
        raise UnreadableDocument(name, "is broken XML (a document type is declared)") from error
    except (DefusedTree.ParseError, ValueError) as error:
        raise UnreadableDocument(name, f"is broken XML ({error})") from error
    for node in root.iter():
        node.tag = node.tag.rpartition("}")[2].lower()
    meeting = next((node for node in root.iter("meeting") if node.find("agendaitems") is not None), None)
    if meeting is None:
        raise UnreadableDocument(name, "is XML, but no reply of ModernGov's GetMeeting with the items of a meeting")
    return meeting


def _heading(name: str, meeting: Element) -> Iterator[Block]:
    """The lines over a meeting: committee, day and time in one, then what else is said of it."""
    when = " ".join(filter(None, (_field(meeting, "meetingdate"), _field(meeting, "meetingtime"))))
    yield Block(" - ".join(filter(None, (_words(name, meeting, "committeetitle"), when))), "h2")
    for label, field in (
        ("Venue", "meetinglocation"),
        ("Meeting status", "meetingstatus"),
        ("Meeting started", "meetingactualstarttime"),
    ):
        if value := _words(name, meeting, field):
            yield Block(f"{label}: {value}", "p")


def _attendance(meeting: Element) -> Iterator[Block]:
    """Who came and who did not, each under the label of their group."""
    groups: dict[str, list[str]] = {}
    for attendee in meeting.iter("attendee"):
        person = {field: unescape(value).strip() for field, value in attendee.attrib.items()}
        if person.get("name"):
            groups.setdefault(_group(person), []).append(_person(person))
    for group in sorted(groups, key=lambda group: _ORDER.index(group) if group in _ORDER else len(_ORDER)):
        yield Block(f"{group}:", "h3")
        yield from (Block(words, "p") for words in groups[group])


def _group(person: dict[str, str]) -> str:
    """The label for how a person attended; an officer who is present is in attendance."""
    said = person.get("attendance", "")
    group = next((group for word, group in _GROUPS.items() if word in said.casefold()), None)
    if group in (None, "Present") and "officer" in person.get("membertype", "").casefold():
        return "In attendance"
    return group or (f"Members {said.lower()}" if said else "Members")


def _person(person: dict[str, str]) -> str:
    """A name with what it is there as: "Councillor A. Ash (Chair)"."""
    role = person.get("roledescription", "")
    said = [] if role.casefold() in _PLAIN_MEMBER else [role]
    if "substitut" in person.get("attendance", "").casefold() and "substitut" not in role.casefold():
        said.append("substitute")
    if represented := person.get("representing"):
        said.append(f"representing {represented}")
    return f"{person['name']} ({', '.join(said)})" if said else person["name"]


def _item(name: str, item: Element) -> Iterator[Block]:
    """An item of the agenda: number, title, what is attached, and what was decided and minuted."""
    on_agenda, minuted = _field(item, "agendaitemnumber").rstrip("."), _minute_number(item)
    number = minuted or on_agenda
    if number not in _NONE:
        yield Block(f"{number}.", "p")
    title = _words(name, item, "agendaitemtitle")
    moved = minuted and on_agenda not in {minuted, *_NONE}
    yield Block(f"{title} (Agenda Item {on_agenda})" if moved else title, "p")
    yield from _blocks(name, item, "agendatext")
    if documents := [words for document in item.iter("linkeddoc") if (words := _words(name, document, "title"))]:
        yield Block("Additional documents:", "p")
        yield from (Block(f"{BULLET} {words}", "li") for words in documents)
    for section, field in _SECTIONS:
        if body := _blocks(name, item, field):
            yield Block(section, "p")
            yield from body


def _minute_number(item: Element) -> str:
    """The number in the minutes ("23", "23.1"); empty where they give none."""
    number, below = _field(item, "minutesitemnumber").rstrip("."), _field(item, "minutesitemsubnumber")
    if number in _NONE:
        return ""
    return number if below in _NONE else f"{number}.{below}"


def _field(node: Element, field: str) -> str:
    """A field of figures or a time, as it stands; empty where it is not there."""
    return (node.findtext(field) or "").strip()


def _words(name: str, node: Element, field: str) -> str:
    """A field of words, on one line."""
    return " ".join(" ".join(block.text.split()) for block in _blocks(name, node, field))


def _blocks(name: str, node: Element, field: str) -> list[Block]:
    """A field of words: it was escaped as HTML before it was escaped as XML, and HTML is what the tree is made of."""
    markup = node.findtext(field) or ""
    tree = parse_markup(name, markup if "<" in markup else unescape(markup))
    return blocks_of(tree.body)
