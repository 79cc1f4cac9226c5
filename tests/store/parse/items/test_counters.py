"""What a line may count by, told apart from what only looks so."""

import pytest

from store.parse.items.counters import Counter, counter_after, counters_before, step


def counter(raw: str) -> Counter:
    """The first counter of a line that has one."""
    return next(counters_before(raw))


@pytest.mark.parametrize(
    ("line", "printed", "template", "values"),
    [
        ("19. Apologies", "19", "{}", (19,)),
        ("7.Declarations", "7", "{}", (7,)),
        ("41 Minutes", "41", "{}", (41,)),
        ("(26) Planning", "(26)", "({})", (26,)),
        ("77/21 Apologies", "77/21", "{}/{}", (77, 21)),
        ("F/229/24 Apologies", "F/229/24", "f/{}/{}", (229, 24)),
        ("CAB 31   MINUTES", "CAB 31", "cab {}", (31,)),
        ("BM 18/2021 Boats", "BM 18/2021", "bm {}/{}", (18, 2021)),
        ("C1718 Boats", "C1718", "c{}", (1718,)),
        ("01/0925SM", "01/0925SM", "{}/{}sm", (1, 925)),
        ("19.09.03 Boats", "19.09.03", "{}.{}.{}", (19, 9, 3)),
        ("Item 5: Boats", "5", "item {}", (5,)),
        ("COFNOD 1536.2017", "1536.2017", "cofnod {}.{}", (1536, 2017)),
        ("4a Boats", "4a", "{}", (4, 1)),
        ("4(b) Boats", "4(b)", "{}", (4, 2)),
        ("41a/19 Boats", "41a/19", "{}/{}", (41, 19, 1)),
        ("IV. BOATS", "IV", "{R}", (4,)),
        ("(iv) boats", "(iv)", "({r})", (4,)),
        ("b) Boats", "b)", "{a})", (2,)),
        ("7091 / Boats", "7091", "{}", (7091,)),
    ],
)
def test_a_number_is_a_template_with_holes(line: str, printed: str, template: str, values: tuple[int, ...]) -> None:
    found = counter(line)
    assert (found.printed, found.template, found.values) == (printed, template, values)


@pytest.mark.parametrize(
    "line",
    ["7.30pm", "7.30 p.m. in the Hall", "14 January 2025", "2nd July", "5% of it", "I was asked", "A boat",
     "£5 was paid", "Boats", "(see item 5)", "Page 2", "Appendix 4"],
)  # fmt: skip
def test_a_time_a_day_a_share_and_words_count_nothing(line: str) -> None:
    assert list(counters_before(line)) == []


def test_a_letter_may_be_a_roman_figure_too() -> None:
    assert [(one.template, one.values) for one in counters_before("(i) boats")] == [("({r})", (1,)), ("({a})", (9,))]


def test_a_number_may_stand_behind_its_title() -> None:
    found = counter_after("APOLOGIES FOR ABSENCE    PLA146/14")
    assert found is not None
    assert (found.printed, found.template, found.values, found.title_end) == ("PLA146/14", "pla{}/{}", (146, 14), 21)
    assert counter_after("Councillor Moss left at 7") is None


@pytest.mark.parametrize(
    ("one", "two", "steps"),
    [
        ("77/21 A", "78/21 B", 1),
        ("77/21 A", "80/21 B", 3),
        ("5.3 A", "6.1 B", 1),
        ("4 A", "4a B", 1),
        ("4b A", "5 B", 1),
        ("5 A", "5 B", None),
        ("6 A", "5 B", None),
        ("77/21 A", "78/30 B", None),
    ],
)
def test_how_far_it_is_from_one_number_to_the_next(one: str, two: str, steps: int | None) -> None:
    assert step(counter(one), counter(two)) == steps
