"""The commands that find and keep, as transcripts: what is typed, what is printed, how it ends."""

import io
import json
import os
import pty
import subprocess
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from datetime import date as day
from pathlib import Path

import pytest

from store.database.connect import writing
from store.ingest.organizations import set_council
from store.text.dates import spoken_day
from store.userdata.userdata import UserData
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, clause, item, meeting, put, resolution, store_of
from tui.terminal.console import Exit

MARCH = "eastmarsh/hrg/2023-03-02"
NOTED = "That the repairs report be noted."
TODAY = spoken_day(datetime.now(UTC).astimezone().date().isoformat())
Minutebook = Callable[..., tuple[int, str, str]]

JUNE = meeting(
    item("4", "Damp", resolution(NOTED, clause("That the damp survey be cut sh", complete=False))),
    date=day(2023, 6, 8),
)


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


def add(store: Path, *meetings: object) -> None:
    with writing(store) as db:
        for one in meetings:
            put(db, one, "june.txt")  # type: ignore[arg-type]


def test_find_says_what_was_asked_then_the_words_and_where_they_stand(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("find", "damp", "recruitmnet") == (
        Exit.DONE,
        """\
1 resolution close to “damp recruitmnet”

That a report on damp surveyor recruitment come to the June meeting.
    Minute 18(iv), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
    March 2023
    ‘Repairs Backlog’  'eastmarsh/hrg/2023-03-02/18/r1/(iv)'
""",
        "",
    )


def test_titles_and_discussion_stand_below_in_sections_of_their_own(store: Path, minutebook: Minutebook) -> None:
    assert (
        minutebook("find", "housing report")[1]
        == """\
2 resolutions with “housing report”

That the repairs report be noted.
    Minute 18(i), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
    March 2023
    ‘Repairs Backlog’  'eastmarsh/hrg/2023-03-02/18/r1/(i)'

That a report on damp surveyor recruitment come to the June meeting.
    Minute 18(iv), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
    March 2023
    ‘Repairs Backlog’  'eastmarsh/hrg/2023-03-02/18/r1/(iv)'


1 paragraph with “housing report”

The Head of Housing presented the report.
    Minute 18, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
    March 2023
    ‘Repairs Backlog’  eastmarsh/hrg/2023-03-02/18
"""
    )


def test_what_was_passed_often_says_so_and_what_is_cut_short_too(store: Path, minutebook: Minutebook) -> None:
    add(store, JUNE)
    assert "    passed 2 times\n" in minutebook("find", "repairs report noted")[1]
    assert "That the damp survey be cut sh [the source stops here]\n" in minutebook("find", "damp survey")[1]


def test_find_in_one_section_finds_there_alone(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("find", "in:title", "backlog") == (
        Exit.DONE,
        """\
1 item title with “backlog”

Repairs Backlog
    Minute 18, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
    March 2023
    eastmarsh/hrg/2023-03-02/18
""",
        "",
    )


def test_find_nothing_says_so_and_which_word_found_nothing(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("find", "zzqx") == (Exit.FAILED, "", "minutebook: No resolutions with “zzqx”.\n")
    assert minutebook("find", "committee:zzqx", "webcast") == (
        Exit.FAILED,
        "",
        (
            "minutebook: No resolutions with “webcast” of committees like “zzqx”.\n"
            "minutebook: no resolution has “committee:zzqx”.\n"
        ),
    )


def test_find_nothing_asks_what_was_meant(store: Path, minutebook: Minutebook) -> None:
    status, out, err = minutebook("find", "webcst", "!webcast")
    assert (status, out) == (Exit.FAILED, "")
    assert err.splitlines()[1:] == ["minutebook: no resolution has “webcst”; did you mean “webcast”?"]


def test_what_is_wrong_in_a_query_is_told_and_the_rest_is_found(store: Path, minutebook: Minutebook) -> None:
    status, out, err = minutebook("find", "webcast", "date:2023-13")
    assert (status, err) == (Exit.DONE, "minutebook: 2023-13 is no month.\n")
    assert "That the webcast be kept for a year." in out


def test_find_says_that_there_is_more(store: Path, minutebook: Minutebook) -> None:
    _, out, err = minutebook("find", "that", "--limit", "1")
    assert err == "minutebook: these are the best 1; --limit prints more.\n"
    assert out.count(f"{MARCH}/") == 1
    assert minutebook("find", "that", "--limit", "5")[2] == ""


def test_find_for_a_program(store: Path, minutebook: Minutebook) -> None:
    status, out, err = minutebook("find", "webcast", "is:strred", "--json")
    told = json.loads(out)
    assert (status, err, told["query"], told["section"]) == (Exit.DONE, "", "webcast is:strred", "resolutions")
    assert told["problems"][0]["part"] == "is:strred"
    assert told["ms"] > 0
    section = told["resolutions"]
    assert {key: section[key] for key in ("sentence", "exact", "close", "unfound")} == {
        "sentence": "1 resolution with “webcast”",
        "exact": {"number": 1, "more": False},
        "close": {"number": 0, "more": False},
        "unfound": [],
    }
    (hit,) = section["hits"]
    assert 0 < hit.pop("score") <= 1
    assert hit == {
        "permalink": f"{MARCH}/webcast/r1",
        "council": "Eastmarsh Borough Council",
        "committee": "Scrutiny Housing Repairs Group",
        "date": "2023-03-02",
        "number": None,
        "label": None,
        "text": "That the webcast be kept for a year.",
        "title": "Webcast",
        "outcomes": [],
        "complete": True,
        "exact": True,
        "repeats": 1,
        "spans": [[9, 16]],
        "title_spans": [[0, 7]],
        "section": "resolutions",
        "more": False,
        "result": "carried",
    }
    assert [hit["permalink"] for hit in told["titles"]["hits"]] == [f"{MARCH}/webcast"]
    assert told["text"]["hits"] == []


def test_a_program_hears_in_json_alone_that_nothing_was_found(store: Path, minutebook: Minutebook) -> None:
    status, out, err = minutebook("find", "zzqx", "--json")
    assert (status, err) == (Exit.FAILED, "")
    assert json.loads(out)["resolutions"]["unfound"] == [{"typed": "zzqx", "meant": []}]


def test_each_line_of_standard_input_is_answered_on_a_line_before_the_next_is_read(store: Path) -> None:
    command = [sys.executable, "-m", "tui.cli", "find", "--stdin", "--json", "--limit", "1"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for line, permalink in (
            (b"webcst\n", f"{MARCH}/webcast/r1"),
            (b"in:title \xff backlog\r\n", f"{MARCH}/18"),
            (b"\n", None),
        ):
            process.stdin.write(line)
            process.stdin.flush()
            told = json.loads(process.stdout.readline())
            hits = told[told["section"]]["hits"]
            assert told["ms"] > 0
            assert len(hits) == 1
            assert permalink in (None, hits[0]["permalink"])
        process.stdin.close()
        assert process.stdout.read() == b""
    assert process.returncode == Exit.DONE


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        ([], "Say what to find: one of QUERY, --saved NAME and --stdin."),
        (["roof", "--stdin", "--json"], "Say what to find: one of QUERY, --saved NAME and --stdin."),
        (["roof", "--saved", "x"], "Say what to find: one of QUERY, --saved NAME and --stdin."),
        (["--stdin"], "--stdin answers in JSON: say --json too."),
        (["--saved", "x", "--save", "y"], "--save goes with the QUERY to save."),
        (["roof", "--new"], "--new goes with --saved NAME."),
    ],
)
def test_options_that_make_no_sense_together_are_refused(
    store: Path, minutebook: Minutebook, arguments: list[str], said: str
) -> None:
    status, out, err = minutebook("find", *arguments)
    assert (status, out) == (2, "")
    assert f"Error: {said}" in err


def test_a_saved_query_is_asked_by_its_name_and_tells_what_is_new_once(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("find", "--save", "The damp", "damp")[2] == (
        "minutebook: saved; `minutebook find --saved 'The damp' --new` tells what is new in it.\n"
    )
    assert minutebook("find", "--saved", "the DAMP") == minutebook("find", "damp")
    assert minutebook("find", "--saved", "the damp", "--new") == (
        Exit.FAILED,
        "",
        f"minutebook: nothing new in “The damp” since {TODAY}.\n",
    )
    add(store, JUNE)
    assert minutebook("saved")[1] == f"The damp  damp  (2 new since {TODAY})\n"
    (told,) = json.loads(minutebook("saved", "--json")[1])
    assert (told["name"], told["query"], len(told["new"])) == ("The damp", "damp", 2)
    assert minutebook("find", "--saved", "the damp", "--new") == (
        Exit.DONE,
        f"""\
2 new in “The damp” since {TODAY}

That the damp survey be cut sh [the source stops here]
    Minute 4, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 8 June
    2023 (text incomplete in source)
    ‘Damp’  'eastmarsh/hrg/2023-06-08/4/r1/~2'

That the repairs report be noted.
    Minute 4, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 8 June
    2023
    ‘Damp’  'eastmarsh/hrg/2023-06-08/4/r1/~1'
""",
        "",
    )
    assert minutebook("saved")[1] == f"The damp  damp  (nothing new since {TODAY})\n"


def test_nothing_is_new_only_because_the_store_was_built_anew_or_the_council_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutebook: Minutebook
) -> None:
    of_nobody = [meeting(REPAIRS, council=None), meeting(*JUNE.items, date=JUNE.date, council=None)]
    monkeypatch.setenv("MINUTEBOOK_STORE", str(store_of(tmp_path / "first.db", *of_nobody)))
    assert minutebook("find", "--save", "noted", "noted")[0] == Exit.DONE
    again = store_of(tmp_path / "second.db", *reversed(of_nobody))
    set_council(again, "hrg", "Eastmarsh Borough Council")
    monkeypatch.setenv("MINUTEBOOK_STORE", str(again))
    assert "nothing new" in minutebook("saved")[1]


def test_saved_queries_are_forgotten_by_name(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("saved") == (
        Exit.DONE,
        "",
        "minutebook: no query is saved yet; `minutebook find --save NAME QUERY` saves one.\n",
    )
    minutebook("find", "--save", "damp", "damp")
    assert minutebook("saved", "--forget", "DAMP") == (Exit.DONE, "", "")
    for arguments in (["saved", "--forget", "damp"], ["find", "--saved", "damp"], ["find", "--saved", "damp", "--new"]):
        assert minutebook(*arguments) == (
            Exit.FAILED,
            "",
            "minutebook: No query is saved as “damp”; `minutebook saved` lists those that are.\n",
        )


def test_what_is_starred_is_found_and_listed_until_the_star_is_taken_away(store: Path, minutebook: Minutebook) -> None:
    starred = (
        Exit.DONE,
        (
            "Minute 18(ii), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2\n"
            "March 2023\n"
            "    'eastmarsh/hrg/2023-03-02/18/r1/(ii)'\n"
        ),
        "",
    )
    assert minutebook("star", "hrg/2023-03-02/18/r1/ii") == starred
    assert minutebook("star") == starred
    assert [one["permalink"] for one in json.loads(minutebook("star", "--json")[1])] == [f"{MARCH}/18/r1/(ii)"]
    hits = json.loads(minutebook("find", "is:starred", "--json")[1])["resolutions"]["hits"]
    assert [hit["permalink"] for hit in hits] == [f"{MARCH}/18/r1/(ii)"]
    assert minutebook("star", "--remove", "hrg/2023-03-02/18/r1/ii") == (Exit.DONE, "", "")
    assert minutebook("star", "--remove", f"{MARCH}/18") == (
        Exit.FAILED,
        "",
        f"minutebook: {MARCH}/18 is not starred.\n",
    )
    assert minutebook("star") == (Exit.DONE, "", "")


def test_what_was_seen_is_found_and_the_rest_is_unseen(store: Path, desk: Path, minutebook: Minutebook) -> None:
    every = json.loads(minutebook("find", "that", "--json")[1])["resolutions"]["exact"]
    UserData(desk).seen.add([MARCH], datetime.now(UTC))
    seen = json.loads(minutebook("find", "is:seen that", "--json")[1])["resolutions"]
    assert {hit["permalink"].startswith(MARCH) for hit in seen["hits"]} == {True}
    unseen = json.loads(minutebook("find", "is:unseen that", "--json")[1])["resolutions"]
    assert seen["exact"]["number"] + unseen["exact"]["number"] == every["number"]
    assert minutebook("find", "is:seen", "is:unseen")[2].startswith("minutebook: No resolutions of meetings")


def test_of_several_places_none_is_starred_when_one_is_not_there(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("star", f"{MARCH}/18", f"{MARCH}/99")[0] == Exit.FAILED
    assert minutebook("star")[1] == ""


def test_a_star_of_another_store_is_listed_and_can_be_taken_away(
    store: Path, desk: Path, minutebook: Minutebook
) -> None:
    UserData(desk).stars.add(["elsewhere/planning/2020-01-01/4"], datetime.now(UTC))
    assert minutebook("star")[1] == "Not in this store:\n    elsewhere/planning/2020-01-01/4\n"
    assert minutebook("star", "--remove", "elsewhere/planning/2020-01-01/4")[0] == Exit.DONE
    assert minutebook("star")[1] == ""


def test_a_broken_desk_stops_only_what_needs_it(store: Path, desk: Path, minutebook: Minutebook) -> None:
    desk.write_text("This is no desk. " * 100)
    assert minutebook("find", "webcast")[0] == Exit.DONE
    for arguments in (["find", "is:starred"], ["find", "is:unseen"], ["saved"], ["star"]):
        assert minutebook(*arguments) == (
            Exit.FAILED,
            "",
            f"minutebook: {desk} is not a desk; choose another with $MINUTEBOOK_DESK.\n",
        )


def test_finding_leaves_no_desk_behind(store: Path, desk: Path, minutebook: Minutebook) -> None:
    for arguments in (["find", "webcast"], ["find", "is:starred"], ["saved"], ["star"]):
        minutebook(*arguments)
    assert not desk.exists()


def _on_a_terminal(*arguments: str) -> str:
    """What a command writes to a terminal."""
    ours, theirs = pty.openpty()
    environment = {**os.environ, "TERM": "xterm", "NO_COLOR": "1"}
    command = [sys.executable, "-m", "tui.cli", *arguments]
    with subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=theirs, env=environment):
        os.close(theirs)
        written = b""
        with io.FileIO(ours) as terminal:
            while True:
                try:
                    written += terminal.read(65_536) or b""
                except OSError:  # the command has closed its end
                    return written.decode().replace("\r\n", "\n")


def test_the_words_found_are_bold_on_a_terminal(store: Path) -> None:
    out = _on_a_terminal("find", "webcst")
    assert "That the \x1b[1mwebcast\x1b[0m be kept for a year.\n" in out
    assert "‘\x1b[1mWebcast\x1b[0m’  eastmarsh/hrg" in out
