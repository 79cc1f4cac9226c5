"""`python -m tests.corrections_needed --scorer FILE FOLDER…`: the fewest corrections that make annotated minutes right.

They are found greedily: what the annotation says otherwise gives corrections to try, the one is taken that leaves the
fewest faults, and so on. The scorer is a module with `score(document, command)`, which gives the faults of a reading.
"""

import argparse
import importlib.util
import json
import re
import statistics
import sys
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from types import ModuleType, SimpleNamespace
from typing import Any

from store.corrections.correction import Correction, CorrectionKind, words_at
from store.ingest.reading_json import as_json
from store.model import Document, Resolution, Span
from store.parse.meeting import parse_meetings
from store.readers.reader import read_document

Gold = Mapping[str, Any]
_MOST = 12  # corrections of one document
_BEHIND = 4_000  # characters behind a decision in which its clauses may stand
_TRIED = 10  # corrections that are tried for each one that is taken
_HEADER = {
    "committee": CorrectionKind.BODY,
    "date": CorrectionKind.DAY,
    "venue": CorrectionKind.VENUE,
    "chair": CorrectionKind.CHAIR,
}


def faults(scorer: ModuleType, path: Path, document: Document, corrections: Sequence[Correction]) -> list[str]:
    """What the scorer finds wrong in a reading around corrections."""
    told = [as_json(document, meeting) for meeting in parse_meetings(document, corrections)]
    printed = json.dumps(told if len(told) > 1 else told[0], default=str)
    scorer.subprocess = SimpleNamespace(  # type: ignore[attr-defined]  # it would run the command line
        run=lambda *_, **__: SimpleNamespace(returncode=0, stdout=printed, stderr="")
    )
    _, _, misses = scorer.score(path, "read {}")
    return list(misses)


def candidates(
    document: Document, gold: Gold, misses: Sequence[str], taken: Sequence[Correction]
) -> Iterator[Correction]:
    """Corrections that the faults call for."""
    meetings = parse_meetings(document, taken)
    meeting = next((one for one in meetings if str(one.date) == str(gold.get("date"))), meetings[0])

    def said(kind: CorrectionKind, span: Span, value: str | None = None, number: str | None = None) -> Correction:
        return Correction(document.sha256, kind, span, words_at(document.text, span), value, number)

    for field, kind in _HEADER.items():
        if any(miss.startswith(f"{field}:") for miss in misses):
            yield said(kind, Span(0, 0), str(gold[field]))
    if any(miss.startswith(("start:", "end:")) for miss in misses):
        start, end = gold.get("start") or gold.get("time") or meeting.start or "00:00", gold.get("end")
        yield said(CorrectionKind.HOUR, Span(0, 0), f"{start}-{end}" if end else str(start))
    for one in gold.get("items", []):
        if any(miss == f"item missed: {one.get('number')} {one['title']!r}" for miss in misses):
            number = str(one["number"]) if one.get("number") else ""
            for span in places(document.text, number, one["title"]):
                yield said(CorrectionKind.ITEM, span, one["title"], number)
    for miss in misses:
        for item in meeting.items:
            if miss == f"item too many: {item.number} {item.title or None!r}":
                yield said(CorrectionKind.NO_ITEM, item.span)
            for one in item.resolutions:
                first = one.intro or one.clauses[0].text
                if miss == f"resolution too many: item {item.number} {first[:70]!r}":
                    yield said(CorrectionKind.NO_DECISION, one.span)
    for one in gold.get("resolutions", []):
        words = whole(one)
        if words and any(words[:30] in miss or (one.get("intro") or words)[:30] in miss for miss in misses):
            for span in places(document.text, "", words):
                yield said(CorrectionKind.DECISION, span)
            yield from clauses(document, one, [read for item in meeting.items for read in item.resolutions])


def clauses(document: Document, gold: Gold, decisions: Sequence[Resolution]) -> Iterator[Correction]:
    """That a decision has the clauses that are annotated, or none."""
    told = gold.get("clauses")
    listed = [f"{one.get('label') or ''} {one['text']}" for one in told] if isinstance(told, list) else []
    begins = str(gold.get("intro") or gold.get("text") or "".join(listed[:1]).strip() or gold.get("starts") or "")[:30]
    for one in decisions:
        span = one.span
        if begins not in words_at(document.text, span):
            continue
        starts: list[int] = []
        for clause in listed:
            found = places(document.text[: span.end + _BEHIND], "", clause, starts[-1] + 1 if starts else span.start)
            starts += [found[0].start] if found else []
        if len(starts) == len(listed):
            end = max(span.end, starts[-1] + len(listed[-1]) if starts else 0)
            whole_span = Span(span.start, min(end, len(document.text)))
            words = words_at(document.text, whole_span)
            yield Correction(document.sha256, CorrectionKind.CLAUSES, whole_span, words, starts=tuple(starts))


def whole(resolution: Gold) -> str:
    """All words of an annotated decision."""
    clauses = resolution.get("clauses")
    if not isinstance(clauses, list) or not clauses:
        return str(resolution.get("text") or resolution.get("starts") or "")
    parts = [resolution.get("intro") or "", *(f"{one.get('label') or ''} {one['text']}" for one in clauses)]
    return " ".join(" ".join(parts).split())


def places(text: str, number: str, title: str, start: int = 0) -> list[Span]:
    """Where a title stands, with its number before it where that is there; three at most."""
    words = [re.escape(word) for word in title.split()]
    if not words:
        return []
    between = r"[\s|*_#]+"
    before = rf"(?:{re.escape(number)}[\s.:)|*_#–-]*)?" if number else ""
    found = re.compile(before + between.join(words), re.IGNORECASE).finditer(text, start)
    return [Span(*match.span()) for match, _ in zip(found, range(3), strict=False)]


def fewest(read: Callable[[Sequence[Correction]], list[str]], document: Document, gold: Gold) -> tuple[int, list[str]]:
    """How many corrections were taken, and the faults that are left."""
    taken: list[Correction] = []
    left = read(taken)
    while left and len(taken) < _MOST:
        tried: list[tuple[int, int, Correction, list[str]]] = []
        for at, one in enumerate(one for one in candidates(document, gold, left, taken) if one not in taken):
            if at >= _TRIED:
                break
            now = read([*taken, one])
            tried.append((len(now), at, one, now))
            if not now or len(now) < len(left) - 1:
                break
        best = min(tried, key=lambda each: each[:2], default=None)
        if best is None or best[0] >= len(left):
            break
        taken.append(best[2])
        left = best[3]
    return len(taken), left


def main() -> None:
    """Tell of each document how many corrections it takes, and of all of them how they are distributed."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("folders", type=Path, nargs="+")
    asked.add_argument("--scorer", type=Path, required=True)
    asked.add_argument("--every", type=int, default=1, help="look at each so many-th document only")
    told = asked.parse_args()
    made = importlib.util.spec_from_file_location("scorer", told.scorer)
    assert made
    assert made.loader
    scorer = importlib.util.module_from_spec(made)
    made.loader.exec_module(scorer)
    paths = sorted(
        path for folder in told.folders for path in folder.rglob("*") if Path(f"{path}.gold.json").is_file()
    )[:: told.every]
    counts: list[int] = []
    unsolved = 0
    for path in paths:
        document, gold = read_document(path), json.loads(Path(f"{path}.gold.json").read_text(encoding="utf-8"))
        number, left = fewest(partial(faults, scorer, path, document), document, gold)
        if number or left:
            unsolved += bool(left)
            counts += [] if left else [number]
            tell("\n    ".join([f"{path.name}: {number} corrections, {len(left)} faults left", *left[:3]]))
    of_all = sorted(counts)
    spread = ", ".join(f"{number}: {times}" for number, times in sorted(Counter(counts).items()))
    tell(f"{len(paths)} documents, {len(counts)} made right, {unsolved} not; by corrections {spread}")
    if of_all:
        tell(f"median {statistics.median(of_all)}, nine in ten {of_all[int(len(of_all) * 0.9)]}")


def tell(words: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
