"""Words cut at the end of a line: whole again, and no hyphen lost that may belong to one."""

import pytest

from store.readers.hyphens import join_cut_word, words_in


@pytest.mark.parametrize(
    ("line", "following", "elsewhere", "whole"),
    [
        ("the conser-", "vation of", "conservation", ("the conservation", "of")),
        ("the conser-", "vation,", "Conservation", ("the conservation,", "")),
        ("the conser-", "vation of", "", ("the conservation", "of")),
        ("the archi-", "tecture.", "", ("the architecture.", "")),
        ("a re-", "port be", "port", ("a report", "be")),
        ("the long-", "standing damage", "", ("the long-standing", "damage")),
        ("the sea-", "wall at", "sea wall", ("the sea-wall", "at")),
        ("Mrs Ash-", "Elm said", "", ("Mrs Ash-Elm", "said")),
        ("the Sub-", "committee met", "committee", ("the Sub-committee", "met")),
        ("was sub-", "mitted", "committee", ("was submitted", "")),
        ("their co-", "operation", "", ("their co-operation", "")),
        ("non-", "domestic rates", "", ("non-domestic", "rates")),
        ("the re-", "cover of", "recover re-cover", ("the re-cover", "of")),
        ("the conser\u00ad", "vation of", "", ("the conservation", "of")),
        ("in 2019-", "20 the", "", ("in 2019-20", "the")),
        ("the pre-", "and post-war", "", ("the pre-", "and post-war")),
        ("Finance -", "report", "", ("Finance -", "report")),
        ("co-", "", "", ("co-", "")),
        ("-", "word", "", ("-", "word")),
    ],
)
def test_a_cut_word(line: str, following: str, elsewhere: str, whole: tuple[str, str]) -> None:
    assert join_cut_word(line, following, words_in([elsewhere])) == whole
