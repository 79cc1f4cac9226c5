"""The labels of clauses and points."""

import pytest

from store.text.labels import ListNumbering, bracketed, pinpoint, read_label


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
