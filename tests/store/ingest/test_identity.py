"""Two meetings of one body on one day are two; two documents of one meeting tell of one."""

from contextlib import closing, suppress
from dataclasses import replace
from datetime import date as day
from itertools import permutations
from pathlib import Path

import pytest

from store.citation.gather import gather_one
from store.database.connect import open_for_reading, writing
from store.errors import NotFound
from store.ingest.events import Added, Completed, FilesFound, Linked
from store.ingest.identity import Heading, Identity, same_meeting, titles_agree
from store.ingest.importer import import_paths
from store.ingest.organizations import set_council
from store.ingest.read_minutes import read_minutes
from store.ingest.storing import store_document
from store.permalinks.lookup import names_now
from store.views import meeting_views
from tests.store.building import item, meeting, put, resolution

HEADING = (
    "Wexcombe Parish Council\n{body}\nMinutes of {kind} held on Tuesday 6 May 2025{hour}\n\nPresent: Cllr A Ash\n\n"
)


def written(
    folder: Path, name: str, *items: tuple[str, str], kind: str = "the meeting", hour: str = "", status: str = ""
) -> Path:
    text = HEADING.format(body="Recreation Committee", kind=kind, hour=hour)
    (folder / name).write_text(text + "\n\n".join(f"{title}\n\nRESOLVED: {said}" for title, said in items) + "\n")
    return folder / name


ROOF = ("1. Pavilion Roof", "That the pavilion roof be mended.")
SWING = ("2. Swings", "That two swings be bought.")
TAX = ("1. Precept", "That the precept be £41,000.")
LAND = ("3. Allotment Land", "That the lower field be let.")

PAIRS = {
    "ordinary and extraordinary": (
        {"kind": "the Ordinary Meeting", "items": [ROOF, SWING]},
        {"kind": "an Extraordinary Meeting", "items": [TAX]},
    ),
    "annual and ordinary": (
        {"kind": "the Annual Meeting", "items": [ROOF]},
        {"kind": "the Ordinary Meeting", "items": [TAX, SWING]},
    ),
    "one with an hour and one without": (
        {"items": [ROOF, SWING]},
        {"items": [LAND], "hour": " at 9.00 pm"},
    ),
    "one of a kind and one that does not say": (
        {"items": [ROOF, SWING]},
        {"kind": "the Special Meeting", "items": [LAND], "hour": " at 9.00 pm"},
    ),
    "one of a kind that decides otherwise under the same title": (
        {"items": [("1. Planning Applications", "That no objection be raised to the garage at Mill Lane.")]},
        {
            "kind": "an Extraordinary Meeting",
            "items": [("1. Planning Applications", "That forty houses behind the school be opposed.")],
            "hour": " at 9.00 pm",
        },
    ),
    "the same titles at two hours": (
        {"items": [ROOF], "hour": " at 10.00 am"},
        {"items": [ROOF], "hour": " at 2.00 pm"},
    ),
}


@pytest.mark.parametrize("turned", [False, True], ids=["in order", "the other way round"])
@pytest.mark.parametrize("pair", PAIRS.values(), ids=PAIRS)
def test_two_meetings_of_a_body_on_a_day_are_two_in_either_order(
    tmp_path: Path, pair: tuple[dict[str, object], dict[str, object]], turned: bool
) -> None:
    files = [
        written(tmp_path, f"{at}.txt", *told.pop("items"), **told)  # type: ignore[misc, arg-type]
        for at, told in enumerate(dict(one) for one in pair)
    ]
    events = list(import_paths(tmp_path / "minutes.db", files[::-1] if turned else files))
    assert [type(event) for event in events] == [FilesFound, Added, Added]
    with closing(open_for_reading(tmp_path / "minutes.db")) as store:
        links = [line.permalink.rpartition("/")[2] for line in meeting_views.meetings(store)]
    assert sorted(links) == ["2025-05-06", "2025-05-06-2"]


ONE = {
    "an hour that only one tells": (
        Identity(None, None, (Heading("1", "Pavilion Roof"), Heading("2", "Swings"))),
        Identity("ordinary", "19:00", (Heading("1", "Pavilion Roof"), Heading("2", "Swings"))),
    ),
    "a page that has the one item": (
        Identity(None, None, (Heading("2", "Swings"),)),
        Identity(None, "19:00", (Heading("1", "Pavilion Roof"), Heading("2", "Swings"))),
    ),
    "an agenda without items": (Identity(None, "19:00", ()), Identity(None, "19:00", (Heading("1", "Swings"),))),
    "a draft whose decision was amended": (
        Identity(None, None, (Heading("1", "Roof", "That the roof be mended at a cost of £9,000 by May."),)),
        Identity("ordinary", "19:00", (Heading("1", "Roof", "That the roof be mended at a cost of £9,500 by May."),)),
    ),
    "an agenda that decides nothing": (
        Identity(None, None, (Heading("1", "Roof"),)),
        Identity("ordinary", "19:00", (Heading("1", "Roof", "That the roof be mended."),)),
    ),
    "titles put right": (
        Identity(None, None, (Heading("1", "Pavilion Roof"),)),
        Identity(None, None, (Heading("1", "The Pavilion Roof"),)),
    ),
}


@pytest.mark.parametrize("pair", ONE.values(), ids=ONE)
def test_two_documents_of_one_meeting_tell_of_one(pair: tuple[Identity, Identity]) -> None:
    assert all(same_meeting(*order) for order in permutations(pair))


def test_what_every_agenda_has_makes_no_meeting_the_same() -> None:
    every = (Heading("1", "Apologies"), Heading("2", "Declarations of Interest"), Heading("3", "Minutes"))
    one = Identity(None, None, (*every, Heading("4", "Precept")))
    other = Identity(None, "21:00", (*every, Heading("4", "Pavilion Roof")))
    assert not same_meeting(one, other)
    assert titles_agree("Pavilion Roof", "The Pavilion Roof")
    assert not titles_agree("Pavilion Roof", "Precept")


DRAFT = meeting(
    item("1", "Pier", resolution("That the pier be repaired at a cost of £90,000.")),
    item("2", "Shed", resolution("That the shed be sold.")),
    item("3", "Quay", resolution("That the quay be swept.")),
    status="draft",
)
SIGNED = meeting(
    item("1", "Pier", resolution("That the pier be repaired at a cost of £9,000.")),
    item("2", "Quay", resolution("That the quay be swept.")),
    status="confirmed",
)
AT = "eastmarsh/hrg/2023-03-02"


@pytest.mark.parametrize("turned", [False, True], ids=["draft first", "draft last"])
def test_confirmed_minutes_outweigh_a_draft_that_resolves_more(tmp_path: Path, turned: bool) -> None:
    told = [("draft.txt", DRAFT), ("signed.txt", SIGNED)]
    with writing(tmp_path / "minutes.db") as db:
        events = [put(db, one, name) for name, one in (told[::-1] if turned else told)]
        assert [type(event) for event in events] == [Added, Linked if turned else Completed]
        cited = gather_one(db.conn, f"{AT}/1/r1")
        assert cited.text == "That the pier be repaired at a cost of £9,000."
        view = meeting_views.meeting(db.conn, AT)
    assert (view.line.status, view.documents) == ("confirmed", ("signed.txt", "draft.txt")), "the draft stays a source"


def test_a_permalink_of_a_draft_never_names_other_words_of_the_confirmed_minutes(tmp_path: Path) -> None:
    with writing(tmp_path / "minutes.db") as db:
        put(db, DRAFT, "draft.txt")
        starred = (f"{AT}/1/r1", f"{AT}/2/r1", f"{AT}/3/r1")
        said = {name: gather_one(db.conn, name).text for name in starred}
        put(db, SIGNED, "signed.txt")
        now = names_now(db.conn, starred)
        assert gather_one(db.conn, f"{AT}/3/r1").text == said[f"{AT}/3/r1"], "what moved is followed"
        assert gather_one(db.conn, now[f"{AT}/3/r1"]).text == "That the quay be swept."
        with pytest.raises(NotFound, match="a later one has replaced"):
            gather_one(db.conn, f"{AT}/2/r1")
        titles = {line.permalink: line.title for line in meeting_views.meeting(db.conn, AT).items}
    assert titles[f"{AT}/1"] == "Pier"
    assert f"{AT}/2" not in titles, "the name of the shed is given to nothing else"
    assert set(titles.values()) == {"Pier", "Quay"}


def test_what_a_page_cut_short_keeps_its_name_when_the_whole_of_it_comes(tmp_path: Path) -> None:
    cut = replace(resolution("That the gulls be"), complete=False)
    cut = replace(cut, clauses=tuple(replace(one, complete=False) for one in cut.clauses))
    whole = resolution("That the gulls be kept off the roof by means that do not harm them.")
    with writing(tmp_path / "minutes.db") as db:
        put(db, meeting(item("34", "Gulls", cut, complete=False)), "page.txt")
        assert isinstance(put(db, meeting(item("34", "Gulls", whole)), "reply.txt"), Completed)
        assert gather_one(db.conn, f"{AT}/34/r1").text == whole.clauses[0].text


def test_texts_that_go_back_and_forth_keep_every_name_they_gave(tmp_path: Path) -> None:
    quay = ("3. Quay Steps", "That the quay steps be swept.")
    wall = ("4. Wall", "That the wall be built.")
    texts = [
        (written(tmp_path, "draft.txt", ROOF, SWING, quay), "draft"),
        (written(tmp_path, "signed.txt", ROOF, (f"2{quay[0][1:]}", quay[1])), "confirmed"),
        (written(tmp_path, "again.txt", ROOF, SWING, quay, wall), "confirmed"),
    ]
    names = [f"wexcombe/recreation-committee/2025-05-06/{number}/r1" for number in (1, 2, 3)]
    said: dict[str, str | None] = {}
    for file, status in texts:
        with writing(tmp_path / "minutes.db") as db:
            document, (told,) = read_minutes(file)
            (event,) = store_document(db, file.name, document, [replace(told, status=status)])
            assert isinstance(event, Completed if said else Added)
            for name in names:
                with suppress(NotFound):
                    assert gather_one(db.conn, name).text == said.setdefault(name, gather_one(db.conn, name).text)
    with closing(open_for_reading(tmp_path / "minutes.db")) as store:
        assert [gather_one(store, name).text for name in names] == [ROOF[1], SWING[1], quay[1]]


def test_a_wrong_council_put_right_leaves_every_old_permalink_leading_there(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        put(db, meeting(item("1", "Pier", resolution("That the pier stay.")), council="Westerby Town Council"), "a.txt")
    old = "westerby/hrg/2023-03-02/1/r1"
    assert set_council(path, "westerby/hrg", "Eastmarsh Borough Council") == "eastmarsh/hrg"
    with closing(open_for_reading(path)) as store:
        assert gather_one(store, old).permalink == "eastmarsh/hrg/2023-03-02/1/r1"
        assert names_now(store, [old]) == {old: "eastmarsh/hrg/2023-03-02/1/r1"}
    with writing(path) as db:
        put(db, meeting(item("1", "Gull", resolution("That gulls go.")), council="Westerby Town Council"), "b.txt")
        assert gather_one(db.conn, old).text == "That the pier stay.", "the name is not given again"
    set_council(path, "eastmarsh/hrg", "Northmarsh Town Council")
    with closing(open_for_reading(path)) as store:
        assert gather_one(store, old).text == "That the pier stay."


def test_a_council_put_right_and_back_again_is_what_it_was(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    with writing(path) as db:
        put(db, meeting(item("1", "Pier", resolution("That the pier stay.")), date=day(2023, 1, 9)), "a.txt")
    for council in ("Westerby Town Council", "Eastmarsh Borough Council"):
        set_council(path, "Scrutiny Housing Repairs Group", council)
    with closing(open_for_reading(path)) as store:
        for name in ("westerby/hrg/2023-01-09/1/r1", "eastmarsh/hrg/2023-01-09/1/r1"):
            assert gather_one(store, name).permalink == "eastmarsh/hrg/2023-01-09/1/r1"
