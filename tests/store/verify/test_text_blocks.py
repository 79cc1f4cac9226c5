"""A text as blocks that stand by themselves."""

import pytest

from store.verify.text_blocks import find_blocks


def blocks(text: str) -> list[tuple[int, str, bool]]:
    return [(block.line, block.text, block.quoted) for block in find_blocks(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("One line,\nand its end.", [(1, "One line,\nand its end.", False)]),
        ("One.\n\n\nAnother.", [(1, "One.", False), (4, "Another.", False)]),
        ("- One\n- Another\n  on two lines", [(1, "One", False), (2, "Another\n  on two lines", False)]),
        ("1. One\n12) Another", [(1, "One", False), (2, "Another", False)]),
        ("Before\n---\nafter", [(1, "Before", False), (3, "after", False)]),
        ("> Quoted\n> words\nand after", [(1, "Quoted\nwords", True), (3, "and after", False)]),
        ("Before\n> quoted", [(1, "Before", False), (2, "quoted", True)]),
        ("> One\n>\n> two", [(1, "One\n\ntwo", True)]),
        ("> One\n\n> Another", [(1, "One", True), (3, "Another", True)]),
        (">\n> One", [(2, "One", True)]),
        ("Water > land", [(1, "Water > land", False)]),
        ("Before - - -\nafter", [(1, "Before - - -\nafter", False)]),
        ("", []),
        ("\n \n", []),
    ],
)
def test_lines_that_belong_together_are_a_block(text: str, found: list[tuple[int, str, bool]]) -> None:
    assert blocks(text) == found


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("“One.”\n“Another.”", 2),
        ("They resolved.\n“Another.”", 2),
        ("They resolved to\n“note it.”", 1),
        ("They resolved.\nThat was all.", 1),
        ("It is no. 2\n“of them”", 1),
        ("They resolved.\nIt was “to note it”.", 1),
    ],
)
def test_a_quotation_behind_the_end_of_a_sentence_begins_a_block(text: str, number: int) -> None:
    assert len(blocks(text)) == number


def test_a_block_knows_the_line_of_each_of_its_characters() -> None:
    *_, block = find_blocks("Before.\n\nOne\ntwo\nthree")
    assert [block.line_at(block.text.index(word)) for word in ("One", "two", "three")] == [3, 4, 5]
