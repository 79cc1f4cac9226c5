"""A made page read back, and what of it was read rightly."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from store.ingest.reading_json import as_json
from store.parse.meeting import parse_meetings
from store.readers.reader import document_from_bytes
from tests.layouts.blocks import Expected, Made, Said

_STYLE = re.compile(r"^(?:councillors?|cllrs?|mr|mrs|ms|miss|dr|prof|the)\b\.?\s*")
_REFERENCE = re.compile(r" \((?:agenda item|ref:?) \d+\)$")  # a title with it and one without are both right
_ITEM_WORD = re.compile(r"^(?:minute|item(?: no)?)\b\.?\s*")


class Result(NamedTuple):
    """What became of a page: counts of right, expected and read, and a line for each thing that is wrong.

    `told` counts what the head tells beside its day: start, end, venue and chair; they do not make a page wrong.
    """

    items: tuple[int, int, int]
    decisions: tuple[int, int, int]
    names: tuple[int, int, int]
    council: bool
    committee: bool
    day: bool
    told: tuple[int, int]
    wrong: tuple[str, ...]

    @property
    def whole(self) -> bool:
        """Whether nothing is wrong."""
        return not self.wrong


def read(made: Made) -> Mapping[str, Any]:
    """The first meeting that is read from the page, as the program's JSON."""
    document = document_from_bytes(made.name, made.data)
    return as_json(document, parse_meetings(document)[0])


def compare(expected: Expected, got: Mapping[str, Any]) -> Result:
    """What was read beside what should be."""
    wrong: list[str] = []
    council = same_name(expected.council, got["council"])
    committee = same_name(expected.committee, got["committee"])
    day = expected.day is None or expected.day.isoformat() == got["date"]
    for name, is_right in (("council", council), ("committee", committee), ("date", day)):
        if not is_right:
            should = {"council": expected.council, "committee": expected.committee, "date": expected.day}[name]
            wrong.append(f"{name}: {got[name]!r}, not {str(should)!r}")
    items = _items(expected, got["items"], wrong)
    decisions = _decisions(expected.decisions, got, wrong)
    names = _names(expected, got["attendance"], wrong)
    told = [(one, got[name]) for name, one in expected.told if one]
    right = sum(bool(fold(got_)) and (fold(one) in fold(got_) or fold(got_) in fold(one)) for one, got_ in told)
    return Result(items, decisions, names, council, committee, day, (right, len(told)), tuple(wrong))


def fold(words: str | None) -> str:
    """Words only: case, white space, kinds of quotes and dashes and closing punctuation do not count."""
    text = (words or "").replace("\u00a0", " ")
    text = re.sub(r"\bT H A T\b", "that", text)
    text = re.sub(r"[‘’]", "'", text)
    text = re.sub(r"[“”]", '"', text)
    text = re.sub(r"[‐‑‒–—−]", "-", text)
    return re.sub(r"\s+", " ", text).strip(" .:;,-*").casefold()


def words_of(words: str | None) -> str:
    """The words of a decision, without the "that" or "to" that may run on from its marker."""
    return re.sub(r"^(that|to)\b[\s:-]*", "", fold(words)).strip(" .:;,-*")


def number(printed: str | None) -> str | None:
    """A number without brackets, closing signs and the word "Item"."""
    bare = _ITEM_WORD.sub("", (printed or "").casefold().strip()).strip(" .:()")
    return bare or None


def same_name(told: str | None, got: str | None) -> bool:
    """Whether two forms of a name are one: a longer or a shorter one will do."""
    if told is None:
        return True
    a, b = fold(told), fold(got)
    return bool(b) and (a in b or b in a) and min(len(a), len(b)) >= 6


def title_of(words: str | None) -> str:
    """A title without the reference that may stand behind it."""
    return fold(_REFERENCE.sub("", fold(words)))


def _items(expected: Expected, got: Sequence[Mapping[str, Any]], wrong: list[str]) -> tuple[int, int, int]:
    left = [(number(one["number"]), title_of(one["title"])) for one in got]
    hits = 0
    for printed, title in expected.items:
        key = (number(printed), title_of(title))
        if key in left:
            left.remove(key)
            hits += 1
        else:
            wrong.append(f"item missed: {printed} {title!r}")
    may = {title_of(one) for one in expected.may_items}
    spare = [key for key in left if key[1] in may]
    wrong += [f"item too many: {printed} {title!r}" for printed, title in left if title not in may]
    return hits, len(expected.items), len(got) - len(spare)


def parts_read(one: Mapping[str, Any]) -> list[tuple[str, str]]:
    """The parts of a decision as read: label and words, empty ones left out."""
    clauses = one["clauses"]
    first = one["text"] if one["text"] and not clauses else one["intro"]
    parts = [("", first or ""), *((clause["label"] or "", clause["text"]) for clause in clauses)]
    return [(fold(label).strip("•"), words) for label, text in parts if (words := words_of(text)) not in ("", "that")]


def _decisions(told: Iterable[Said], got: Mapping[str, Any], wrong: list[str]) -> tuple[int, int, int]:
    left = [(item, one) for item in _with_items(got) for one in item[1]]
    everything = len(left)
    hits = count = 0
    for said in told:
        parts = [(fold(label).strip("•"), words_of(words)) for label, words in said.parts]
        count += not said.optional
        found = next(((item, one) for item, one in left if _same(parts, said, one)), None)
        near = found or next(((item, one) for item, one in left if _starts_alike(parts, one)), None)
        if near is None:
            if not said.optional:
                wrong.append(f"decision missed: {said.item} {said.form} {said.by} {said.parts!r}")
            continue
        left.remove(near)
        faults = _faults(said, near[0][0], near[1], exact=found is not None)
        hits += not said.optional and not faults
        wrong += [] if said.optional else faults
    wrong += [f"decision invented: {item[0]} {parts_read(one)!r}" for item, one in left]
    return hits, count, everything


def _with_items(got: Mapping[str, Any]) -> Iterable[tuple[tuple[str | None, str], list[Mapping[str, Any]]]]:
    """Each item as read with the decisions that stand inside it, by their places in the text."""
    items = got["items"]
    starts = [one["paragraphs"][0]["start"] for one in items]
    first = min(starts, default=float("inf"))
    yield (None, ""), [one for one in got["resolutions"] if one["start"] < first]
    for at, item in enumerate(items):
        end = starts[at + 1] if at + 1 < len(items) else float("inf")
        inside = [one for one in got["resolutions"] if starts[at] <= one["start"] < end]
        yield (number(item["number"]), title_of(item["title"])), inside


def _same(parts: list[tuple[str, str]], said: Said, one: Mapping[str, Any]) -> bool:
    read_ = parts_read(one)
    whole = " ".join(words for _, words in read_)
    return read_ == parts or whole in {words_of(also) for also in said.also}


def _starts_alike(parts: list[tuple[str, str]], one: Mapping[str, Any]) -> bool:
    first = [words for _, words in parts[:1]]
    return any(words[:30] in got or got[:30] in words for words in first for _, got in parts_read(one)[:2])


def _faults(said: Said, item: tuple[str | None, str], one: Mapping[str, Any], *, exact: bool) -> list[str]:
    faults = []
    if not exact:
        faults.append(f"decision inexact ({said.by or said.form}): {parts_read(one)!r}, not {list(said.parts)!r}")
    if item != (number(said.item), title_of(said.title)):
        faults.append(f"decision under {item!r}, not {(said.item, said.title)!r}")
    if one["form"] not in said.form.split("|"):
        faults.append(f"form {one['form']}, not {said.form} ({said.by})")
    if one["result"] not in said.result.split("|"):
        faults.append(f"result {one['result']}, not {said.result} ({said.by}): {said.parts!r}")
    return faults


def _names(expected: Expected, got: Iterable[Mapping[str, Any]], wrong: list[str]) -> tuple[int, int, int]:
    must, may = {_bare(name) for name in expected.attend}, {_bare(name) for name in expected.may_attend}
    names = {_bare(one["name"]) for one in got} - (may - must)
    wrong += [f"name missed: {name}" for name in sorted(must - names)]
    wrong += [f"name too many: {name}" for name in sorted(names - must)]
    return len(must & names), len(must), len(names)


def _bare(name: str) -> str:
    return _STYLE.sub("", fold(name)).strip()
