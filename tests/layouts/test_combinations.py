"""Minutes made of every mixture of habits are read, and the maker prints what it says that it prints."""

import tomllib
from collections import defaultdict
from pathlib import Path
from random import Random

import pytest

from tests.layouts.__main__ import Row, main, read_page, whole_share
from tests.layouts.habits import CHOICES, draw, possible
from tests.layouts.make import make
from tests.layouts.reading import Result, fold

_FLOORS = tomllib.loads(Path(__file__).with_name("floors.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def rows() -> list[Row]:
    return [read_page(seed, {}) for seed in range(_FLOORS["seed"], _FLOORS["seed"] + _FLOORS["pages"])]


def test_as_many_mixtures_as_before_are_read_wholly_right(rows: list[Row]) -> None:
    assert whole_share([result for _, result in rows]) >= _FLOORS["whole"]


def test_as_many_decisions_as_before_are_read_to_the_last_word(rows: list[Row]) -> None:
    decided = sum(result.decisions[1] for _, result in rows)
    assert sum(result.decisions[0] for _, result in rows) >= _FLOORS["decisions"] * decided


@pytest.mark.parametrize("name", ["items", "names"])
def test_as_many_items_and_names_as_before_are_read(rows: list[Row], name: str) -> None:
    right, told, got = (sum(column) for column in zip(*(getattr(result, name) for _, result in rows), strict=True))
    assert 2 * right >= _FLOORS[name] * (told + got)


def test_no_habit_is_read_worse_than_before(rows: list[Row]) -> None:
    by_habit: dict[str, list[Result]] = defaultdict(list)
    for made, result in rows:
        for name, value in made.habits:
            by_habit[f"{name}={value}"].append(result)
    worse = {habit for habit, floor in _FLOORS["habits"].items() if whole_share(by_habit[habit]) < floor}
    assert worse == set()


def test_the_same_seed_makes_the_same_page() -> None:
    assert make(11) == make(11)
    assert make(11) != make(12)


@pytest.mark.parametrize(("name", "value"), sorted({(name, value) for name in CHOICES for value in CHOICES[name]}))
def test_every_habit_can_be_asked_for(name: str, value: str) -> None:
    assert (name, value) in make(3, {name: value}).habits


def test_what_should_be_read_stands_on_the_page() -> None:
    for seed in range(60):
        made = make(seed, {"page": "minutes", "format": "text", "wrap": "none", "furniture": "none"})
        page = fold(made.data.decode())
        for number, title in made.expected.items:
            assert fold(title) in page
            assert (number or "").casefold() in page
        for said in made.expected.decisions:
            assert all(fold(words) in page for _, words in said.parts)
        assert all(fold(name) in page for name in made.expected.attend)


def test_sentences_seldom_come_twice() -> None:
    pages = [make(seed).expected.decisions for seed in range(100)]
    words = [words for page in pages for said in page for _, words in said.parts]
    counts: dict[str, int] = defaultdict(int)
    for one in words:
        counts[one] += 1
    assert len(counts) > 0.9 * len(words)


def test_a_habit_that_is_asked_for_is_kept_and_the_table_names_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--count", "3", "--habit", "label=(a)"]) == 0
    table = capsys.readouterr().out
    assert "    3  label=(a)" in table
    assert "label=(i)" not in table


def test_a_page_that_is_read_wrongly_is_shown_with_what_was_expected(capsys: pytest.CaptureFixture[str]) -> None:
    wrong = next(made for made, result in (read_page(seed, {}) for seed in range(2_000_000, 2_000_400)) if result.wrong)
    count = int(wrong.name.removeprefix("made-").partition(".")[0]) - 2_000_000 + 1
    main(["--seed", "2", "--count", str(count), "--show", "1"])
    shown = capsys.readouterr().out
    assert wrong.name in shown
    assert "what is wrong" in shown


def test_what_nobody_could_read_is_not_made() -> None:
    with pytest.raises(ValueError, match="nobody could print or read"):
        make(1, {"number": "none", "number at": "below"})


def test_what_is_drawn_is_possible() -> None:
    rng = Random(5)
    assert all(possible(draw(rng)) for _ in range(200))
