"""Templates: what stands in brackets is left out, its punctuation with it, when a field is missing."""

import pytest

from store.citation.style import Missing, TemplateField, fields_of, fill, parse_template

WORDS = {"a": "Anna", "b": "Ben", "q": "Why?", "stop": "etc."}


def filled(template: str) -> str:
    return fill(parse_template(template), lambda field: WORDS.get(field.name))


@pytest.mark.parametrize(
    ("template", "words"),
    [
        ("{a}", "Anna"),
        ("[{a}][, {none}][, {b}]", "Anna, Ben"),
        ("[{none} and {b}|{b}|{a}]!", "Ben!"),
        ("[{none}|undated]", "undated"),
        ("[{none}|{gone}]", ""),
        ("[{a}[ of {none}| of {b}]]", "Anna of Ben"),
        ("[{a} [{none}] {none}]x", "x"),
        (r"\[{a}\] \{\| \\", r"[Anna] {| \ ".strip()),
        ("“{q},” {a}", "“Why?” Anna"),
        ("{q}.", "Why?"),
        ("{stop}. {stop}, {a}.", "etc. etc., Anna."),
        ("", ""),
    ],
)
def test_a_template_writes(template: str, words: str) -> None:
    assert filled(template) == words


def test_a_field_outside_brackets_may_not_be_missing() -> None:
    with pytest.raises(Missing, match="none"):
        filled("{a} {none}")


def test_the_fields_of_a_template_are_known_with_their_filters() -> None:
    named = list(fields_of(parse_template("{a}[ {b:open:double}|[{c}]]")))
    assert named == [TemplateField("a"), TemplateField("b", ("open", "double")), TemplateField("c")]
