"""What a folder has is read, or told of: nothing is passed over in silence."""

import os
from pathlib import Path

import pytest

from store.errors import UnreadableDocument
from store.ingest import read_minutes
from store.ingest.events import Added, Failed, FilesFound
from store.ingest.importer import import_paths, minutes_files

MAY = "Wexcombe Parish Council\nMinutes of the meeting held on 6 May 2025\n\n1. Roof\n\nRESOLVED: That it be mended.\n"


def test_a_folder_gives_its_files_in_order_without_hidden_ones_and_json(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "a.json", ".hidden.txt", "deep/c.txt", ".git/d.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("x")
    files, unopened = minutes_files(tmp_path)
    assert [file.relative_to(tmp_path).as_posix() for file in files] == ["a.txt", "b.txt", "deep/c.txt"]
    assert unopened == []


def test_links_that_lead_nowhere_or_round_pipes_and_links_to_folders_are_told(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(MAY)
    (tmp_path / "nowhere.txt").symlink_to(tmp_path / "gone.txt")
    (tmp_path / "round.txt").symlink_to("round.txt")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "up").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe.txt")
    found, *events = import_paths(tmp_path / ".store" / "minutes.db", [tmp_path])
    assert found == FilesFound(5)
    told = {Path(event.name).name: event.reason for event in events if isinstance(event, Failed)}
    assert told == {
        "up": "is a link to a folder, which is not followed; add that folder itself",
        "nowhere.txt": "is a link that leads nowhere",
        "pipe.txt": "is a pipe or a device, and no file",
        "round.txt": "is a link that leads back to itself",
    }
    assert [type(event) for event in events].count(Added) == 1


def test_a_folder_without_rights_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "shut").mkdir()
    scandir = os.scandir

    def denied(path: str) -> object:  # root may look everywhere
        if str(path).endswith("shut"):
            raise PermissionError(13, "Permission denied", str(path))
        return scandir(path)

    monkeypatch.setattr(os, "scandir", denied)
    ((), (shut,)) = minutes_files(tmp_path)
    assert (shut.path.name, shut.reason) == ("shut", "cannot be looked into: Permission denied")


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "a.json").write_text("{}")
    ((), (empty,)) = minutes_files(tmp_path)
    assert (empty.path, empty.reason) == (tmp_path, "there are no files in it that could be minutes")


def test_a_document_with_more_than_any_minutes_have_is_refused_where_it_is_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "may.txt").write_text(MAY)
    assert read_minutes.read_minutes(tmp_path / "may.txt")[1]
    monkeypatch.setattr(read_minutes, "_MOST_ROWS", 2)
    with pytest.raises(UnreadableDocument, match="more than 2 paragraphs, which no minutes have"):
        read_minutes.read_minutes(tmp_path / "may.txt")
