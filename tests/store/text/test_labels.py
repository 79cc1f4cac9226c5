"""The labels of clauses and points."""

import pytest

from store.text.labels import (
    Label,
    ListNumbering,
    bracketed,
    bracketed_list,
    is_label_alone,
    pinpoint,
    read_label,
    without_bullet,
)


@pytest.mark.parametrize(
    ("printed", "label", "sign"),
    [
        ("(iv) That the report be noted.", "(iv)", "(iv)"),
        ("a)    That the report be noted;", "a)", "a)"),
        ("2. The Commissioner to investigate.", "2.", "2."),
        ("- (ii) That it be noted.", "- (ii)", "(ii)"),
        ("· Members asked why.", "·", "·"),
        ("o  A point under a point.", "o", "o"),
        ("i)\u00a0\u00a0\u00a0\u00a0The first point.", "i)", "i)"),
    ],
)
def test_a_label_is_read_as_printed(printed: str, label: str, sign: str) -> None:
    read = read_label(printed)
    assert read is not None
    assert (read.printed, read.sign) == (label, sign)


@pytest.mark.parametrize(
    "text", ["A report was made.", "Mr. Ash spoke.", "o clock", "(Note: it rained)", "40% were in favour"]
)
def test_words_are_no_label(text: str) -> None:
    assert read_label(text) is None


@pytest.mark.parametrize(
    ("labels", "values"),
    [
        (["(i)", "(ii)", "(iv)", "(v)"], [1, 2, 4, 5]),
        (["a)", "b)", "c)"], [1, 2, 3]),
        (["1.", "2.", "10."], [1, 2, 10]),
        (["(h)", "(i)", "(j)"], [8, 9, 10]),
        (["A)", "B)"], [1, 2]),
        (["(viii)", "(ix)", "(x)"], [8, 9, 10]),
    ],
)
def test_a_list_counts_as_its_first_label_does(labels: list[str], values: list[int]) -> None:
    read = [read_label(f"{label} words") for label in labels]
    assert read[0] is not None
    numbering = ListNumbering.begun_by(read[0])
    assert numbering is not None
    assert [numbering.value(label) for label in read if label] == values


def test_a_list_inside_a_list_does_not_go_on_with_the_outer_one() -> None:
    outer, inner, bullet = (read_label(f"{label} words") for label in ("(i)", "(b)", "-"))
    numbering = ListNumbering("(#)", "roman")
    assert [numbering.follows(label, 1) for label in (inner, bullet) if label] == [None, None]
    assert [ListNumbering.begun_by(label) for label in (outer, bullet) if label] == [numbering, None]


@pytest.mark.parametrize(
    ("label", "written"),
    [("(iv)", "(iv)"), ("b)", "(b)"), ("2.", "(2)"), ("- (iv)", "(iv)"), ("(iv) |", "(iv)"), ("A:", "(A)")],
)
def test_a_label_is_written_in_brackets(label: str, written: str) -> None:
    assert bracketed(label) == written
    assert pinpoint("18", label) == f"18{written}"


@pytest.mark.parametrize("label", [None, "-", "·", "•"])
def test_a_bullet_is_no_label(label: str | None) -> None:
    assert pinpoint("18", label) == "18"


def label(printed: str) -> Label:
    read = read_label(f"{printed} words")
    assert read is not None
    return read


@pytest.mark.parametrize(
    ("first", "system"),
    [
        ("(i)", "roman"),
        ("(iv)", "roman"),
        ("(v)", "lower"),
        ("(a)", "lower"),
        ("(B)", "upper"),
        ("(II)", None),
        ("3.", "arabic"),
    ],
)
def test_the_first_label_tells_how_a_list_counts(first: str, system: str | None) -> None:
    read = read_label(f"{first} words")
    begun = ListNumbering.begun_by(read) if read else None
    assert (begun and begun.system) == system


@pytest.mark.parametrize(
    ("after", "printed", "value"),
    [
        (1, "(ii)", 2),
        (1, "(iv)", 4),
        (1, "(v)", None),
        (4, "(iv)", None),
        (4, "(iii)", None),
        (1, "ii)", None),
        (1, "(2)", None),
    ],
)
def test_a_list_goes_on_with_few_labels_left_out(after: int, printed: str, value: int | None) -> None:
    assert ListNumbering("(#)", "roman").follows(label(printed), after) == value


def test_a_list_of_bullets_goes_on_with_the_same_bullet() -> None:
    bullets = ListNumbering.of_bullets(label("-"))
    assert bullets.follows(label("-"), 3) == 4
    assert bullets.follows(label("•"), 3) is None
    assert bullets.value(label("-")) is None


@pytest.mark.parametrize(
    ("text", "alone"),
    [("(iv)", True), ("2.", True), ("(iv) words", False), ("-", False), ("words", False), ("(iv) |", False)],
)
def test_a_label_may_stand_alone(text: str, alone: bool) -> None:
    assert is_label_alone(text) is alone


@pytest.mark.parametrize(
    ("labels", "written"),
    [
        ([("(i)", False)], "(i)"),
        ([("(i)", False), ("(ii)", True)], "(i), (ii)"),
        ([("(i)", False), ("(ii)", True), ("(iii)", True)], "(i)–(iii)"),
        ([("(i)", False), ("(iii)", False), ("(iv)", True), ("(v)", True), ("(ix)", False)], "(i), (iii)–(v), (ix)"),
        ([], ""),
    ],
)
def test_labels_in_a_row_are_written_as_a_range(labels: list[tuple[str, bool]], written: str) -> None:
    assert bracketed_list(labels) == written


@pytest.mark.parametrize(
    ("printed", "without"), [("- (b)", "(b)"), ("(b)", "(b)"), ("-", "-"), ("o (b)", "(b)"), ("•", "•")]
)
def test_a_bullet_before_a_label_is_left_out(printed: str, without: str) -> None:
    assert without_bullet(printed) == without
