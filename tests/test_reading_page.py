"""docs/reading.md: its example is read as it says."""

import re
from pathlib import Path

from store.parse.meeting import parse_meeting
from store.readers.reader import document_from_bytes

PAGE = (Path(__file__).parent.parent / "docs" / "reading.md").read_text(encoding="utf-8")


def test_the_example_is_read_as_the_page_says() -> None:
    example = re.search(r"```text\n(.*?)```", PAGE, re.DOTALL)
    assert example is not None
    meeting = parse_meeting(document_from_bytes("larkmoor.txt", example[1].encode()))
    rows = ["| item | title | form | moved by | decided |", "|---|---|---|---|---|"]
    for item in meeting.items:
        made = item.resolutions[0] if item.resolutions else None
        words = " ".join(f"{one.label or ''} {one.text}".strip() for one in made.clauses) if made else ""
        form, mover = (made.form.value, made.mover or "") if made else ("", "")
        rows.append(re.sub(r" +", " ", f"| {item.number} | {item.title} | {form} | {mover} | {words} |"))
    assert "\n".join(rows) in PAGE
    assert (str(meeting.date), meeting.start, meeting.end) == ("2025-06-03", "19:30", "20:15")


def test_every_module_that_the_page_names_is_there() -> None:
    folder = Path(__file__).parent.parent / "store" / "parse"
    there = {path.stem for path in folder.rglob("*.py")} | {path.name for path in folder.iterdir()}
    named = set(re.findall(r"`([a-z]+)`", PAGE.split("## The stages")[1].split("## To add")[0]))
    assert named <= there
