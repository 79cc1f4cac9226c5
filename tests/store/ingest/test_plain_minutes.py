"""Minutes that set no items apart are kept, as letters and recipes with a date are not."""

from pathlib import Path

import pytest

from store.errors import NotMinutes
from store.ingest.read_minutes import read_minutes

TOLD = "The site was walked over by all who had come, and the clerk pointed out the ditch.\n"


@pytest.mark.parametrize(
    "head",
    [
        "Minutes of the site meeting held on 4 June 2024\n\n",
        "Larkmoor Parish Council\n4 June 2024\n\nPresent: Cllr Ann Ash, Cllr Bo Elm\n\n",
    ],
)
def test_minutes_in_plain_paragraphs_are_kept(tmp_path: Path, head: str) -> None:
    path = tmp_path / "site.txt"
    path.write_text(f"{head}{TOLD}")
    assert [str(one.date) for one in read_minutes(path)[1]] == ["2024-06-04"]


def test_a_file_called_minutes_is_kept_for_its_day(tmp_path: Path) -> None:
    path = tmp_path / "agm-minutes.txt"
    path.write_text(f"Larkmoor Fen Society\n4 June 2024\n\n{TOLD}")
    assert len(read_minutes(path)[1]) == 1


@pytest.mark.parametrize(
    "text", ["Dear Ann,\n\n4 June 2024\n\nThe ditch is full.\n", "Larkmoor\n4 June 2024\n\nSalt.\n"]
)
def test_a_letter_is_refused(tmp_path: Path, text: str) -> None:
    path = tmp_path / "letter.txt"
    path.write_text(text)
    with pytest.raises(NotMinutes):
        read_minutes(path)
