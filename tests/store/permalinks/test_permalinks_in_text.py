"""Permalinks in running text, without what stands around them."""

import pytest

from store.permalinks.permalink import day_of, permalinks_in, readings_in

CLAUSE = "eastmarsh/hrg/2023-03-02/18/r1/(iv)"


@pytest.mark.parametrize(
    ("text", "permalink"),
    [
        (f"It is {CLAUSE}.", CLAUSE),
        (f"It is ({CLAUSE}).", CLAUSE),
        (f"(see {CLAUSE})", CLAUSE),
        ("(see eastmarsh/hrg/2023-03-02/18)", "eastmarsh/hrg/2023-03-02/18"),
        ("At hrg/2023-03-02, then", "hrg/2023-03-02"),
        ("At hrg/undated/3?", "hrg/undated/3"),
        ("At hrg/2023-03-02-2/3!", "hrg/2023-03-02-2/3"),
        ("x hrg/2023-03-02/42/r1/2. y", "hrg/2023-03-02/42/r1/2."),
        ("(hrg/2023-03-02/9/r1/b))", "hrg/2023-03-02/9/r1/b)"),
        ("“hrg/2023-03-02/9/r1/b)”", "hrg/2023-03-02/9/r1/b)"),
        ("hrg/2023-03-02/9/what it says", "hrg/2023-03-02/9"),
    ],
)
def test_a_permalink_ends_where_its_sentence_or_its_brackets_do(text: str, permalink: str) -> None:
    ((written, span),) = permalinks_in(text)
    assert (written, text[span.start : span.end]) == (permalink, permalink)


@pytest.mark.parametrize(
    "text", ["https://hrg.example/a/2023-03-02/18", "and/or", "2023-03-02", "/etc/hrg/2023-03-02", "a/b/c/2023-03"]
)
def test_an_address_or_a_path_is_no_permalink(text: str) -> None:
    assert list(permalinks_in(text)) == []


def test_each_shorter_reading_follows_the_longest() -> None:
    assert list(readings_in("see hrg/2023-03-02/9/r1/b).")) == [
        "hrg/2023-03-02/9/r1/b).",
        "hrg/2023-03-02/9/r1/b)",
        "hrg/2023-03-02/9/r1/b",
    ]


@pytest.mark.parametrize(
    ("permalink", "day"), [(CLAUSE, "2023-03-02"), ("hrg/2023-03-02-2", "2023-03-02"), ("hrg/undated/3", "")]
)
def test_a_permalink_tells_its_day(permalink: str, day: str) -> None:
    assert day_of(permalink) == day
