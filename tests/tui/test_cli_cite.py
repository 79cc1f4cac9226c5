"""`minutebook cite`: the styles on the command line."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from store.citation.style_catalogue import styles
from store.ingest.sample import build_sample
from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
CLAUSE = "eastmarsh/cypsg/2021-05-10/22/r1/(ii)"
NEXT = "eastmarsh/cypsg/2021-05-10/22/r1/(iii)"
BODY = "Children and Young People Scrutiny Group, Eastmarsh Borough Council, 10 May 2021"


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("cite") / "sample.db"
    build_sample(path)
    return path


@pytest.fixture
def cite(store: Path, minutebook: Minutebook) -> Minutebook:
    return lambda *arguments: minutebook("cite", "--store", store, *arguments)


def test_a_citation_stands_on_a_line_and_clauses_of_an_item_in_one(cite: Minutebook) -> None:
    assert cite(CLAUSE, "wendleham/wpc/2024-07-08/71-24", NEXT) == (
        Exit.DONE,
        f"Minute 22(ii), (iii), {BODY}\nMinute 71/24, Wendleham Parish Council, 8 July 2024\n",
        "",
    )


def test_a_style_is_named(cite: Minutebook) -> None:
    assert cite(CLAUSE, "--style", "short")[1] == "CYPSG 10.5.21 min 22(ii)\n"
    assert cite(CLAUSE, NEXT, "--style", "permalink")[1] == f"{CLAUSE}\n{NEXT}\n"
    assert cite(CLAUSE, "--quote")[1].startswith("‘That the safety of the sea wall")


def test_citations_of_several_lines_have_a_blank_line_between_them(cite: Minutebook) -> None:
    shown = cite(CLAUSE, NEXT, "--style", "provenance")[1]
    assert [part.splitlines()[0] for part in shown.split("\n\n")] == [
        f"Minute 22(ii), {BODY}",
        f"Minute 22(iii), {BODY}",
    ]


def test_the_list_has_every_style_filled_in_or_says_why_not(cite: Minutebook) -> None:
    status, shown, _ = cite(CLAUSE, "--style", "list")
    assert status == Exit.DONE
    assert [line.partition(":")[0] for line in shown.splitlines() if line and line[0] != " "] == list(styles())
    assert "\nrefers: “refers” form\n    (minute 22(ii) of 2020/21 refers)\n" in shown
    assert "\npdf-page: Link to the page of the PDF\n    (This is no page of a published PDF.)\n" in shown


def test_json_has_what_is_known_of_each_place_and_the_citations(cite: Minutebook) -> None:
    told = json.loads(cite(CLAUSE, NEXT, "--json")[1])
    assert [place["permalink"] for place in told["places"]] == [CLAUSE, NEXT]
    assert told["places"][0]["confirmation"]["date"] == "2021-07-05"
    assert told["citations"] == {"full": [f"Minute 22(ii), (iii), {BODY}"]}
    every = json.loads(cite(CLAUSE, "--json", "--style", "list")[1])["citations"]
    assert every["short"] == ["CYPSG 10.5.21 min 22(ii)"]
    assert every["pdf-page"] == "This is no page of a published PDF."


def test_the_style_of_the_settings_is_the_one_without_another(cite: Minutebook, settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("citation = 'mine'\n[styles.mine]\ntemplate = '{number} in {body}'\n")
    assert cite(CLAUSE)[1] == "22(ii) in CYPSG\n"
    assert cite(CLAUSE, "--style", "short")[1] == "CYPSG 10.5.21 min 22(ii)\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--style", "havard"], "There is no style of citation “havard”; there are: short, full"),
        (["--style", "pdf-page"], "This is no page of a published PDF."),
    ],
)
def test_what_cannot_be_cited_is_said(cite: Minutebook, arguments: list[str], said: str) -> None:
    status, out, err = cite(CLAUSE, *arguments)
    assert (status, out) == (Exit.FAILED, "")
    assert err.startswith(f"minutebook: {said}")


def test_a_wrong_style_in_the_settings_is_said(cite: Minutebook, settings: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("[styles.mine]\ntemplate = '{colour}'\n")
    status, _, err = cite(CLAUSE)
    assert status == Exit.FAILED
    assert "styles.mine.template: there is no field “colour”" in err


@pytest.mark.parametrize(
    "place", [("CYPSG 10.5.21 min 22(ii)",), ("CYPSG", "10.5.21", "min", "22(ii)"), (CLAUSE.replace("(", "%28"),)]
)
def test_a_place_is_cited_by_its_reference_too(cite: Minutebook, place: tuple[str, ...]) -> None:
    assert cite(*place) == (Exit.DONE, f"Minute 22(ii), {BODY}\n", "")


def test_references_are_cited_one_by_one_where_each_is_quoted(cite: Minutebook) -> None:
    shown = cite("CYPSG 10.5.21 min 22(ii)", NEXT)[1]
    assert shown == f"Minute 22(ii), (iii), {BODY}\n"


def test_a_reference_that_names_nothing_is_told(cite: Minutebook) -> None:
    status, shown, told = cite("CYPSG 10.5.21 min 99")
    assert (status, shown) == (Exit.FAILED, "")
    assert "99" in told
