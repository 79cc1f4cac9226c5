"""Hostile documents among good ones: the good are stored, the bad are named, and none takes more than it may.

`python -m tests.harm.hostile_documents 100 600` for so many good ones, and so many megabytes in the bombs. Exits with 1
when a good one was not stored, a bad one was stored or not named, or one was not ended in the time that it may take.
"""

import io
import os
import sys
import tempfile
import time
import zipfile
import zlib
from collections.abc import Iterator
from pathlib import Path

from store.ingest.events import Failed, FilesFound
from store.ingest.importer import import_paths
from store.readers.pool import DEADLINE, MEMORY, WALL

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_MANY = 100
_LARGE = 600  # megabytes of nothing in what unpacks; a line has a sixtieth of it
_MANY_LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a0 "ha">'
    + "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    + "]><GetMeetingResponse><meeting>&a11;</meeting></GetMeetingResponse>"
)


def bad(folder: Path, megabytes: int) -> Iterator[Path]:
    """The bad ones, each written before it is given."""
    bomb = megabytes << 20
    nothing = _deflated(bomb)
    content = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(nothing), nothing)
    for name, data in (
        ("loop of pages.pdf", _pdf(pages=b"<< /Type /Pages /Kids [2 0 R 2 0 R] /Count 2 >>")),
        ("bomb.pdf", _pdf(content=content)),
        ("bomb.docx", _docx(bomb)),
        ("lying.docx", _docx(bomb, said=10)),
        ("laughs.xml", _MANY_LAUGHS.encode()),
        ("deep.html", b"<html><body>" + b"<div>" * 100_000 + b"Minutes" + b"</div>" * 100_000),
        ("one line.txt", b"1. Item (iv) RESOLVED that \xc2\xa3 " * (bomb // 60 // 30)),
        ("no text.txt", bytes(range(256)) * 400),
        ("zeros.txt", bytes(1 << 20)),
        ("a name\nwith \x1b[31mescapes\x07.txt", b"\xff\xfe\xfd" * 999),
    ):
        (folder / name).write_bytes(data)
        yield folder / name
    os.mkfifo(folder / "pipe.txt")
    yield folder / "pipe.txt"
    (folder / "device.txt").symlink_to("/dev/zero")
    yield folder / "device.txt"
    (folder / "loop.txt").symlink_to("loop.txt")
    yield folder / "loop.txt"


def _good(folder: Path, count: int) -> Iterator[Path]:
    sources = sorted((_FIXTURES / "minutes").glob("*.txt"))
    for number in range(count):
        path = folder / f"good {number}.txt"
        path.write_bytes(sources[number % len(sources)].read_bytes() + f"\nCopy {number}\n".encode())
        yield path


def _pdf(pages: bytes = b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>", content: bytes = b"<< >>") -> bytes:
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        pages,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        content,
    )
    written, places = b"%PDF-1.7\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(written))
        written += b"%d 0 obj\n%s\nendobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"trailer << /Size 5 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(written)
    return written + b"xref\n0 5\n0000000000 65535 f \n" + table + end


def _docx(size: int, said: int | None = None) -> bytes:
    """A Word document whose text is so many blanks, and whose archive says that it is of another size."""
    written = io.BytesIO()
    with (
        zipfile.ZipFile(_FIXTURES / "formats" / "eastmarsh-wetlands-2023-04-20.docx") as whole,
        zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive,
    ):
        for name in whole.namelist():
            if name != "word/document.xml":
                archive.writestr(name, whole.read(name))
        with archive.open("word/document.xml", "w") as part:
            for _ in range(size >> 20):
                part.write(b" " * (1 << 20))
    data = written.getvalue()
    return data if said is None else data.replace(size.to_bytes(4, "little"), said.to_bytes(4, "little"))


def _deflated(size: int) -> bytes:
    packing = zlib.compressobj(9)
    return b"".join(packing.compress(bytes(1 << 20)) for _ in range(size >> 20)) + packing.flush()


def main(count: int = _MANY, megabytes: int = _LARGE) -> int:
    """Add them all at once, and print what came of it; the exit status."""
    wrong: list[str] = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "good").mkdir()
        (folder / "bad").mkdir()
        good, hostile = list(_good(folder / "good", count)), list(bad(folder / "bad", megabytes))
        paths = [path for at, path in enumerate(good) for path in (path, *hostile[at : at + 1])] + hostile[len(good) :]
        stored, named = 0, {}
        slowest, before = 0.0, time.monotonic()
        for event in import_paths(folder / "minutes.db", paths):
            now = time.monotonic()
            if isinstance(event, Failed):
                named[event.name] = event.reason
            elif not isinstance(event, FilesFound):
                stored += 1
            slowest, before = max(slowest, now - before), now
        bad_names = {"".join(character for character in path.name if character.isprintable()) for path in hostile}
        told = {Path(name).name for name in named}
        if stored != count:
            wrong.append(f"{stored} of {count} good documents were stored")
        if len(named) != len(hostile):
            wrong.append(f"{len(named)} were named, not the {len(hostile)} bad ones: {sorted(told ^ bad_names)}")
        if any(not character.isprintable() for name in named for character in name):
            wrong.append("a name has a control character")
        if slowest > WALL:  # the deadline is one of processor time, which a busy machine stretches
            wrong.append(f"one took {slowest:.1f} s")
        sys.stdout.write(
            f"{count} good and {len(hostile)} bad documents: {stored} stored, {len(named)} named; the slowest took"
            f" {slowest:.1f} s of {DEADLINE:g}, and none may have more than {MEMORY >> 20} MB\n"
        )
        for one, reason in named.items():
            sys.stdout.write(f"    {Path(one).name}: {reason}\n")
    sys.stdout.writelines(f"    WRONG: {one}\n" for one in wrong)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
