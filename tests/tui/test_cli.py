"""The command line, as transcripts: what is typed, what is printed, how it ends."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from store.database.connect import open_for_reading
from store.views import meeting_views
from store.views.view_lines import MeetingLine
from tests.store.building import APOLOGIES, REPAIRS, WEBCAST, meeting, store_of
from tui.cli.program import cli
from tui.terminal.console import Exit, run, say_json, say_json_list

MARCH = "eastmarsh/hrg/2023-03-02"
Minutebook = Callable[..., tuple[int, str, str]]

MINUTES = """Eastmarsh Borough Council

Allotments Committee

Minutes

2 March 2023 at 6.00 pm

Present:

Councillor Ashdown (Chair), Councillors Vane and Oakley

1 Apology for Absence

There was none.

2 Water Butts (Ref: 3)

The Clerk presented the report.

Resolved: (i) That the report be noted.

(ii) That forty water butts be bought.

(Note: The meeting ended at 7.12 pm)
"""


@pytest.fixture
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, REPAIRS, WEBCAST))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    return path


def test_list(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("list") == (
        Exit.DONE,
        (
            "2 March 2023       Scrutiny Housing Repairs Group, Eastmarsh Borough Council\n"
            "                   eastmarsh/hrg/2023-03-02  3 items, 2 resolutions\n"
        ),
        "",
    )


def test_without_a_terminal_no_command_lists_the_meetings(store: Path, minutebook: Minutebook) -> None:
    assert minutebook() == minutebook("list")


def test_list_of_one_committee_by_its_short_name(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("list", "--committee", "hrg") == minutebook("list")
    assert minutebook("list", "--committee", "planning") == (
        Exit.FAILED,
        "",
        "minutebook: No committee in the store is called “planning”; `minutebook council` lists them.\n",
    )


@pytest.mark.parametrize(
    ("query", "listed"),
    [
        ("council:eastmarsh", True),
        ("form:formal", True),
        ("!form:formal", False),
        ("present:ashdown result:carried", True),
        ("has:amendment", False),
        ("year:2019", False),
    ],
)
def test_list_of_what_a_query_means(store: Path, minutebook: Minutebook, query: str, listed: bool) -> None:
    nothing = (Exit.FAILED, "", "minutebook: no meeting fits that.\n")
    assert minutebook("list", query) == (minutebook("list") if listed else nothing)


@pytest.mark.parametrize("form", [[], ["--json"]])
def test_a_meeting_is_printed_before_the_next_is_read(
    store: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, form: list[str]
) -> None:
    with closing(open_for_reading(store)) as read:
        (line,) = meeting_views.meetings(read)
    before: list[str] = []

    def each(*_: object) -> Iterator[MeetingLine]:
        for _turn in range(2):
            before.append(capsys.readouterr().out)
            yield line

    monkeypatch.setattr(meeting_views, "each_meeting", each)
    assert run(cli, ["list", *form]) == Exit.DONE
    assert before[0] == ""
    assert MARCH in before[1]


@pytest.mark.parametrize("number", [0, 1, 2])
def test_a_list_printed_value_by_value_is_what_a_list_is_printed_as(
    number: int, capsys: pytest.CaptureFixture[str]
) -> None:
    values = [{"name": "é\n\x7f", "within": [1, {}], "nothing": None}] * number
    say_json(values)
    whole = capsys.readouterr().out
    say_json_list(iter(values))
    assert capsys.readouterr().out == whole


def test_show_a_meeting(store: Path, minutebook: Minutebook) -> None:
    status, out, _ = minutebook("show", MARCH)
    assert status == Exit.DONE
    assert (
        out
        == """\
Scrutiny Housing Repairs Group
Eastmarsh Borough Council, 2 March 2023 at 18:00
eastmarsh/hrg/2023-03-02

Chair              Councillor Ashdown
Present            Councillor Ashdown (Chair)
Interest           Councillor Vane, personal, as a tenant, remained in the
                   meeting

17      Apologies for Absence

18      Repairs Backlog
        RESOLVED:
        (i) That the repairs report be noted.
        (ii) That these sites be inspected:
            -   Tanner Row
            -   Mill Lane
        (iv) That a report on damp surveyor recruitment come to the June
             meeting.
        (iv) That the Chair be thanked.

        Webcast
        RESOLVED:
        That the webcast be kept for a year.

The meeting ended at 7.12 pm.
"""
    )


def test_show_an_item(store: Path, minutebook: Minutebook) -> None:
    assert (
        minutebook("show", f"{MARCH}/17")[1]
        == """\
17      Apologies for Absence

Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023
eastmarsh/hrg/2023-03-02/17

There were none.
"""
    )


def test_show_a_clause(store: Path, minutebook: Minutebook) -> None:
    assert (
        minutebook("show", f"{MARCH}/18/r1/ii")[1]
        == """\
(ii) That these sites be inspected:
    -   Tanner Row
    -   Mill Lane

Minute 18(ii), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2
March 2023
'eastmarsh/hrg/2023-03-02/18/r1/(ii)'
"""
    )


def test_cite(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("cite", f"{MARCH}/18/r1/i", "hrg/2023-03-02/webcast") == (
        Exit.DONE,
        (
            "Minute 18(i), Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023\n"
            "‘Webcast’, Scrutiny Housing Repairs Group, Eastmarsh Borough Council, 2 March 2023\n"
        ),
        "",
    )
    assert minutebook("cite", "--quote", f"{MARCH}/18/r1/i")[1].startswith(
        "‘That the repairs report be noted.’ (Minute 18(i),"
    )


def test_cite_what_is_not_there(store: Path, minutebook: Minutebook) -> None:
    assert minutebook("cite", f"{MARCH}/99") == (
        Exit.FAILED,
        "",
        f"minutebook: {MARCH} has no item 99; its items are: 17, 18, webcast.\n",
    )


def test_add_says_a_line_for_each_document(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutebook: Minutebook
) -> None:
    good, bad, store = tmp_path / "march.txt", tmp_path / "bad.txt", tmp_path / "new" / "minutes.db"
    good.write_text(MINUTES)
    bad.write_bytes(b"\x00\xff\x01" * 400)
    monkeypatch.chdir(tmp_path)
    good, bad = Path("march.txt"), Path("bad.txt")
    status, out, err = minutebook("add", good, bad, "--store", store)
    assert status == Exit.FAILED
    assert out.splitlines() == [
        f"{good}: Allotments Committee, 2 March 2023: 2 items, 1 resolution.",
        "",
        "documents                 2  1 added",
        "not read                  1  bad.txt",
        "meetings                  1",
        "items                     2",
        "resolutions               1",
    ]
    assert err == f"minutebook: {bad}: is not text\n"
    assert minutebook("--store", store, "add", good)[:2] == (
        Exit.DONE,
        f"{good}: already there: Allotments Committee, 2 March 2023: 2 items, 1 resolution.\n",
    )


def test_add_for_a_program(tmp_path: Path, minutebook: Minutebook) -> None:
    (tmp_path / "march.txt").write_text(MINUTES.replace("Eastmarsh Borough Council", ""))
    _, out, _ = minutebook("add", tmp_path / "march.txt", "--store", tmp_path / "minutes.db", "--json")
    (event,) = json.loads(out)
    assert (event["event"], event["meeting"]["permalink"]) == ("added", "allotments-committee/2023-03-02")
    assert event["warnings"] == ["council not named; tell it with --council"]


def test_council_is_told_and_listed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, minutebook: Minutebook) -> None:
    path = store_of(tmp_path / "minutes.db", meeting(APOLOGIES, council=None))
    monkeypatch.setenv("MINUTEBOOK_STORE", str(path))
    assert minutebook("council")[1] == "hrg  Scrutiny Housing Repairs Group, council not known (1 meeting)\n"
    assert minutebook("council", "HRG", "Eastmarsh Borough Council")[1] == "Permalinks now begin eastmarsh/hrg/\n"
    assert minutebook("council")[1] == "hrg  Scrutiny Housing Repairs Group, Eastmarsh Borough Council (1 meeting)\n"
    assert minutebook("council", "planning", "Eastmarsh Borough Council")[0] == Exit.FAILED


def test_the_address_of_a_document_is_told_and_cited(
    tmp_path: Path, fixtures: Path, monkeypatch: pytest.MonkeyPatch, minutebook: Minutebook
) -> None:
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "minutes.db"))
    file = fixtures / "formats/tarrowshire-heritage-2020-11-16.pdf"
    address = "https://council.example/minutes.pdf"
    assert minutebook("add", "--url", "minutes.pdf", file)[:2] == (Exit.FAILED, "")
    assert minutebook("add", "--url", address, file, file)[0] == 2
    assert minutebook("add", "--url", address, "--council", "Eastmarsh Borough Council", file)[0] == Exit.DONE
    meeting = json.loads(minutebook("list", "--json")[1])[0]["permalink"]
    assert f"{address}#page=1" in minutebook("cite", "--style", "pdf-page", meeting)[1]
    assert minutebook("address", meeting, "https://council.example/other.pdf") == (
        Exit.DONE,
        f"{file.name} is cited from https://council.example/other.pdf\n",
        "",
    )
    assert "other.pdf#page=1" in minutebook("cite", "--style", "pdf-page", meeting)[1]
    assert minutebook("check")[0] == Exit.DONE
    assert minutebook("address", meeting, "other.pdf")[2] == (
        "minutebook: “other.pdf” is no web address; it would begin with https:// or http://.\n"
    )
    assert minutebook("address", "nobody/2020-01-01", address)[0] == Exit.FAILED


def test_read_shows_every_paragraph_beside_its_kind(tmp_path: Path, minutebook: Minutebook) -> None:
    file = tmp_path / "march.txt"
    file.write_text(MINUTES)
    status, out, _ = minutebook("read", file)
    assert status == Exit.DONE
    assert "title       2 Water Butts (Ref: 3)\ndiscussion  The Clerk presented the report.\n" in out
    assert minutebook("read", file, "--text")[1] == MINUTES


def test_read_for_a_program_points_into_the_text(tmp_path: Path, minutebook: Minutebook) -> None:
    file = tmp_path / "march.txt"
    file.write_text(MINUTES)
    told = json.loads(minutebook("read", file, "--json")[1])
    assert (told["council"], told["date"], told["start"], told["unread"]) == (
        "Eastmarsh Borough Council",
        "2023-03-02",
        "18:00",
        {"lines": 0},
    )
    (resolution,) = told["resolutions"]
    assert (resolution["item"], resolution["implicit"], resolution["text"]) == ("2", False, None)
    assert [clause["label"] for clause in resolution["clauses"]] == ["(i)", "(ii)"]
    words = MINUTES[resolution["start"] : resolution["end"]]
    assert (words[:9], words[-7:]) == ("Resolved:", "bought.")


def test_read_what_cannot_be_read(tmp_path: Path, minutebook: Minutebook) -> None:
    assert minutebook("read", tmp_path / "none.txt", "--json") == (
        Exit.FAILED,
        "",
        "minutebook: none.txt: does not exist\n",
    )


def test_without_a_store_every_question_says_how_to_make_one(tmp_path: Path, minutebook: Minutebook) -> None:
    path = tmp_path / "none.db"
    for question in (["list"], ["show", MARCH], ["find", "roof"], ["cite", MARCH], ["council", "hrg", "X"]):
        assert minutebook("--store", path, *question) == (
            Exit.FAILED,
            "",
            f"minutebook: There is no store at {path} yet; `minutebook add` makes one.\n",
        )
    assert not path.exists()


def test_nothing_that_is_printed_can_drive_the_terminal(tmp_path: Path, minutebook: Minutebook) -> None:
    file = tmp_path / "\x1b[31mred\u202e.txt"
    file.write_text(MINUTES)
    store = tmp_path / "minutes.db"
    for arguments in (["add", file], ["add", file, "--json"], ["find", "\x1b]52;c;x\x07", "--store", store]):
        _, out, err = minutebook("--store", store, *arguments)
        assert not {character for character in out + err if character < " " or character in "\x7f\x9b\u202e"} - {"\n"}


def test_the_sample_prints_where_there_is_no_terminal(minutebook: Minutebook) -> None:
    status, out, err = minutebook("sample")
    assert (status, err) == (Exit.DONE, "")
    assert "eastmarsh/" in out
    assert "council not known" not in out


def _fresh(*arguments: str, store: Path) -> subprocess.CompletedProcess[str]:
    """Run a command in an interpreter of its own, which tells on stderr what it has imported."""
    program = (
        "import sys; from tui.terminal.console import run; from tui.cli.program import cli; run(cli, sys.argv[1:]);"
        "print(*sorted(sys.modules), file=sys.stderr)"
    )
    environment = {**os.environ, "MINUTEBOOK_STORE": str(store)}
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=True, env=environment)


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["list"],
        ["show", MARCH],
        ["find", "repiars backlog"],
        ["find", "is:starred roof", "--json"],
        ["find", "--save", "damp", "damp"],
        ["saved", "--json"],
        ["star", MARCH],
        ["cite", MARCH],
        ["council"],
        ["read", "{file}", "--json"],
        ["add", "{file}"],
        ["council", "hrg", "Eastmarsh Town Council"],
    ],
)
def test_no_command_loads_the_app_and_only_writers_load_sqlite_utils(
    store: Path, tmp_path: Path, arguments: list[str]
) -> None:
    file = tmp_path / "march.txt"
    file.write_text(MINUTES)
    done = _fresh(*(argument.format(file=file) for argument in arguments), store=store)
    assert done.stdout
    loaded = {name.partition(".")[0] for name in done.stderr.split()}
    assert not loaded & {"textual", "rich", "numpy"}
    writes = arguments[:1] == ["add"] or (len(arguments) == 3 and arguments[0] == "council")
    assert ("sqlite_utils" in loaded) == writes


def test_a_reader_that_has_seen_enough_hears_no_complaint(store: Path, tmp_path: Path) -> None:
    file = tmp_path / "long.txt"
    file.write_text(MINUTES + "\n\n".join(f"{at} Item {at}\n\nResolved: That it be so." for at in range(3, 3000)))
    command = [sys.executable, "-m", "tui.cli", "read", str(file)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        assert process.stderr.read() == b""
        assert process.wait() == Exit.FAILED
