"""`minutebook follow`, `followed`, `fetch` and `unfollow`, on a council's site on this machine."""

import json
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.store.fetch.council_site import CouncilSite, served
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
WHO = ("--contact", "me@example.org", "--allow-private")


@pytest.fixture
def site() -> Iterator[CouncilSite]:
    with served(CouncilSite(committees={7: "Harbour Committee", 9: "Planning Committee"})) as site:
        yield site


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("MINUTEBOOK_STORE", str(tmp_path / "minutes.db"))
    monkeypatch.setattr(time, "sleep", lambda _: None)
    return tmp_path / "minutes.db"


def test_the_committees_of_a_site_are_listed_and_none_is_followed(site: CouncilSite, minutebook: Minutebook) -> None:
    page = f"{site.base}mgListCommittees.aspx?bcr=1"
    assert minutebook("follow", page, "--list", *WHO) == (Exit.DONE, "Harbour Committee\nPlanning Committee\n", "")
    assert minutebook("followed")[1] == ""


def test_a_committee_is_followed_by_a_part_of_its_name(site: CouncilSite, minutebook: Minutebook) -> None:
    assert minutebook("follow", site.base, "--committee", "harbour", "--since", "2019-01-01", *WHO)[0] == Exit.DONE
    assert minutebook("followed")[1] == f"{site.base}, from 2019-01-01 on\n    Harbour Committee\n"
    assert minutebook("unfollow", site.base)[0] == Exit.DONE
    assert minutebook("unfollow", site.base)[0] == Exit.FAILED


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("--committee", "Parks", *WHO), "no committee “Parks”"),
        (("--allow-private",), "Say --contact once"),
    ],
)
def test_what_is_missing_is_said(
    arguments: tuple[str, ...], told: str, site: CouncilSite, minutebook: Minutebook
) -> None:
    status, _, complaint = minutebook("follow", site.base, *arguments)
    assert status == 2
    assert told in " ".join(complaint.split())


def test_a_site_of_this_machine_is_not_asked_without_the_word(site: CouncilSite, minutebook: Minutebook) -> None:
    status, _, complaint = minutebook("follow", site.base, "--contact", "me@example.org")
    assert status == Exit.FAILED
    assert "private network" in complaint
    assert site.asked == []


def test_nothing_is_fetched_where_nothing_is_followed(minutebook: Minutebook) -> None:
    assert minutebook("fetch") == (Exit.FAILED, "", "minutebook: nothing is followed yet: minutebook follow URL\n")


@pytest.mark.slow
def test_what_is_followed_is_fetched_and_told(site: CouncilSite, minutebook: Minutebook) -> None:
    site.meetings.append((102, 7, "07/03/2023", "text"))
    site.misdeeds["lMeetingId=102|MId=102"] = lambda to: to.send_error(404)
    minutebook("follow", site.base, *WHO)
    status, told, complaint = minutebook("fetch", "--allow-private")
    assert (status, complaint) == (Exit.DONE, "minutebook: Harbour Committee, 2023-03-07: HTTP 404\n")
    assert told.splitlines()[:3] == [
        "Harbour Committee: 2 meetings to ask for",
        "    2023-02-07  harbour-committee/2023-02-07",
        "Planning Committee: 0 meetings to ask for",
    ]
    del site.misdeeds["lMeetingId=102|MId=102"]
    events = [json.loads(line) for line in minutebook("fetch", "--allow-private", "--json")[1].splitlines()]
    assert [event["date"] for event in events if event["event"] == "meetingfetched"] == ["2023-03-07"]
