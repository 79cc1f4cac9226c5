"""The kind of a meeting is what its heading calls it, and nothing else that a heading says."""

import pytest

from store.text.meeting_kinds import examples, meeting_kind


@pytest.mark.parametrize(("kind", "line"), examples(), ids=[kind for kind, _ in examples()])
def test_every_kind_is_known_by_its_example(kind: str, line: str) -> None:
    assert meeting_kind(line) == kind


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Minutes of the Annual Parish Council Meeting held on 9 May 2023", "annual"),
        ("ANNUAL COUNCIL", "annual"),
        ("Minutes of an Extraordinary  Meeting of the Parish Council", "extraordinary"),
        ("Special Meeting – Budget", "extraordinary"),
        ("Minutes of the Ordinary Meeting", "ordinary"),
        ("Special Needs Panel", None),
        ("Annual Budget Working Party", None),
        ("Minutes of the meeting of the Council", None),
        ("", None),
    ],
)
def test_only_words_beside_a_meeting_name_its_kind(line: str, kind: str | None) -> None:
    assert meeting_kind(line) == kind


def test_a_heading_of_any_length_takes_no_time() -> None:
    assert meeting_kind("annual " * 200_000) is None
