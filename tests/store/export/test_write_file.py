"""A file is written whole or not at all, and never over another by accident."""

import errno
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from store.errors import NotFound
from store.export.write_file import ExportError, write_whole


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "out"
    made.mkdir()
    return made


def names_in(folder: Path) -> list[str]:
    return [path.name for path in folder.iterdir()]


def pieces_that_end_with(error: BaseException) -> Iterator[str]:
    yield "half of it"
    raise error


def test_pieces_are_written_one_after_another_as_utf_8(folder: Path) -> None:
    write_whole(folder / "a.md", ["£5 ", "“x”\n"])
    assert (folder / "a.md").read_bytes() == "£5 “x”\n".encode()
    assert names_in(folder) == ["a.md"]


def test_a_file_that_is_there_is_kept_unless_told_otherwise(folder: Path) -> None:
    path = folder / "a.md"
    path.write_text("before", encoding="utf-8")
    with pytest.raises(ExportError, match=r"a\.md is there already; --force writes over it\."):
        write_whole(path, ["after"])
    assert path.read_text(encoding="utf-8") == "before"
    path.chmod(0o640)
    write_whole(path, ["after"], force=True)
    assert path.read_text(encoding="utf-8") == "after"
    assert path.stat().st_mode & 0o777 == 0o640


def test_a_file_that_came_meanwhile_is_kept(folder: Path) -> None:
    path = folder / "a.md"

    def pieces() -> Iterator[str]:
        yield "mine"
        path.write_text("another's", encoding="utf-8")

    with pytest.raises(ExportError, match="is there already"):
        write_whole(path, pieces())
    assert path.read_text(encoding="utf-8") == "another's"
    assert names_in(folder) == ["a.md"]


@pytest.mark.parametrize("force", [False, True])
def test_nothing_is_written_through_a_link(folder: Path, force: bool) -> None:
    (folder / "target").write_text("before", encoding="utf-8")
    (folder / "link").symlink_to("target")
    with pytest.raises(ExportError, match="is a link to target; name that file itself, or another one"):
        write_whole(folder / "link", ["after"], force=force)
    assert (folder / "target").read_text(encoding="utf-8") == "before"
    assert (folder / "link").is_symlink()


def test_folders_and_devices_are_no_files(folder: Path) -> None:
    with pytest.raises(ExportError, match="is a folder; name a file in it"):
        write_whole(folder, ["x"], force=True)
    with pytest.raises(ExportError, match="no ordinary file"):
        write_whole(Path(os.devnull), ["x"], force=True)
    with pytest.raises(ExportError, match="There is no folder"):
        write_whole(folder / "none" / "a.md", ["x"])


@pytest.mark.parametrize("error", [NotFound("gone"), KeyboardInterrupt(), ValueError("odd")])
def test_what_goes_wrong_on_the_way_leaves_nothing_behind(folder: Path, error: BaseException) -> None:
    with pytest.raises(type(error)):
        write_whole(folder / "a.md", pieces_that_end_with(error))
    assert names_in(folder) == []


def test_a_full_disk_is_told_and_leaves_nothing_behind(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    monkeypatch.setattr("store.export.write_file.os.fsync", full)
    (folder / "a.md").write_text("before", encoding="utf-8")
    with pytest.raises(ExportError, match=r"a\.md cannot be written \(No space left on device\); nothing was left"):
        write_whole(folder / "a.md", ["after"], force=True)
    assert names_in(folder) == ["a.md"]
    assert (folder / "a.md").read_text(encoding="utf-8") == "before"


@pytest.mark.skipif(os.geteuid() == 0, reason="the superuser may write everywhere")
def test_a_folder_without_permission_is_told(folder: Path) -> None:
    folder.chmod(0o500)
    try:
        with pytest.raises(ExportError, match="Permission denied"):
            write_whole(folder / "a.md", ["x"])
    finally:
        folder.chmod(0o700)


def test_a_folder_that_refuses_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> int:
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES))

    monkeypatch.setattr("store.export.write_file.os.open", refuse)
    with pytest.raises(ExportError, match=r"cannot be written \(Permission denied\); nothing was left there\."):
        write_whole(folder / "a.md", ["x"])


def test_a_name_that_no_disk_takes_is_told(folder: Path) -> None:
    with pytest.raises(ExportError, match=r"cannot be written \(File name too long\)"):
        write_whole(folder / f"{'a' * 300}.md", ["x"])


def test_a_disk_without_links_is_written_all_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def without_links(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(Path, "hardlink_to", without_links)
    write_whole(folder / "a.md", ["x"])
    assert names_in(folder) == ["a.md"]
