"""`minutebook correct`: what was read wrongly put right, listed, taken back, and handed on as JSON."""

import io
import json
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import writing
from store.ingest.read_minutes import minutes_in
from store.ingest.storing import store_document
from store.readers.reader import read_document
from store.userdata.userdata import UserData
from tests.store.parse.by_hand.test_by_hand import MINUTES
from tui.terminal.console import Exit

Run = Callable[..., tuple[int, str, str]]
MEETING = "larkmoor/lpc/2025-06-03"


@pytest.fixture
def file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The minutes as a file, and in a store."""
    place = tmp_path / "larkmoor.txt"
    place.write_text(MINUTES, encoding="utf-8")
    document = read_document(place)
    with writing(tmp_path / "minutes.db") as db:
        store_document(db, place.name, document, minutes_in(document))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "minutes.db"))
    return str(place)


def titles(minutebook: Run) -> list[str]:
    return [item["line"]["title"] for item in json.loads(minutebook("show", MEETING, "--json")[1])["items"]]


def test_what_is_put_right_is_told_listed_and_taken_back(file: str, minutebook: Run) -> None:
    status, told, _ = minutebook("correct", file, "item", "--words", "Swings and Slides")
    assert (status, told) == (Exit.DONE, "1 item more.\n")
    assert minutebook("correct", f"{MEETING}/42-25", "no-item")[1].startswith("1 item less; 1 decision moved")
    assert minutebook("correct", file)[1] == (
        "larkmoor.txt\n    1. “Swings and Slides” is the heading of an item\n"
        "    2. “42/25 Duck Pond” is no heading of an item\n"
    )
    assert minutebook("correct") == minutebook("correct", MEETING)
    assert minutebook("correct", file, "--remove", "2")[1].startswith("1 item more; 1 decision moved to item 42/25")
    assert minutebook("correct", "--remove", "1")[0] == Exit.DONE
    assert minutebook("correct") == (
        Exit.DONE,
        "",
        "minutebook: nothing is put right here yet; `minutebook correct --help` says how.\n",
    )


def test_what_is_put_right_counts_in_the_store_and_in_reading_the_file(file: str, minutebook: Run) -> None:
    assert len(json.loads(minutebook("read", file, "--json")[1])["items"]) == 3
    minutebook("correct", file, "item", "--line", "17")
    assert [item["title"] for item in json.loads(minutebook("read", file, "--json")[1])["items"]][2] == (
        "Swings and Slides"
    )
    assert "Swings and Slides" in minutebook("show", MEETING)[1]


def test_corrections_come_out_as_json_and_go_in_again(
    file: str, minutebook: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    minutebook("correct", f"{MEETING}/42-25/r1", "result", "lost")
    told = minutebook("correct", file, "--json")[1]
    (one,) = json.loads(told)
    assert (one["kind"], one["value"], one["fits"]) == ("result", "lost", True)
    minutebook("correct", file, "--remove", "all")
    monkeypatch.setattr("sys.stdin", io.StringIO(told))
    assert minutebook("correct", "--from", "-") == (Exit.DONE, "1 decision read otherwise.\n", "")
    monkeypatch.setattr("sys.stdin", io.StringIO(json.dumps([one | {"document": "e" * 64}])))
    assert minutebook("correct", "--from", "-")[2].startswith("minutebook: 1 correction kept for documents")


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (("item",), "Say which words are meant"),
        (("item", "--line", "900"), "The document has"),
        (("item", "--words", "Cllr"), "stand 8 times there"),
        (("colour", "--line", "3"), "“colour” is nothing that can be put right"),
        (("item", "Goose Pond", "--line", "17"), "“Goose Pond” does not stand there"),
        (("day", "soon"), "“day” is a day such as"),
        (("--remove", "7"), "No correction of this document has the number 7"),
        (("furniture", "--line", "1-27"), "cannot be read again"),
    ],
)
def test_what_cannot_be_put_right_says_why_and_keeps_nothing(
    file: str, minutebook: Run, desk: Path, arguments: tuple[str, ...], why: str
) -> None:
    status, told, reason = minutebook("correct", file, *arguments)
    assert (status, told) == (Exit.FAILED, "")
    assert why in reason
    with closing(UserData(desk)) as kept:
        assert kept.corrections.all() == ()


def test_a_desk_that_fails_is_told_and_nothing_is_read_around_half_of_it(
    file: str, minutebook: Run, desk: Path
) -> None:
    minutebook("correct", file, "item", "--line", "17")
    desk.write_bytes(b"This is no desk." * 512)
    for asked in (("correct", file), ("read", file), ("rebuild",)):
        status, _, why = minutebook(*asked)
        assert status == Exit.FAILED
        assert "is not a desk" in why


def test_a_reading_is_handed_on_as_an_annotation_with_names_or_without(file: str, minutebook: Run) -> None:
    minutebook("correct", file, "item", "--line", "17")
    told = json.loads(minutebook("correct", file, "--export")[1])
    assert [item["title"] for item in told["items"]][2] == "Swings and Slides"
    assert told["corrections"][0]["kind"] == "item"
    assert "Larkmoor" not in minutebook("correct", file, "--export", "--blank")[1]
