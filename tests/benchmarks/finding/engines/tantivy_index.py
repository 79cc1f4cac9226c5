"""tantivy's index of the same rows: number, title and text, folded as ours; it lies on disk, with the lines to show."""

import shutil
import time
from pathlib import Path

import tantivy

from store.text.tokens import words
from tests.benchmarks.finding.apart import apart, peak_memory
from tests.benchmarks.finding.stores import Built

_HEAP = 512_000_000  # bytes that writing may hold


def build_index(built: Built) -> tuple[float, int, int]:
    """Build the index beside the store, anew; the seconds that took, its bytes, and the bytes of memory for it."""
    return apart(build, built)


def build(built: Built) -> tuple[float, int, int]:
    """`build_index` in this process, with one thread as our import has."""
    folder = _folder(built)
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    with built.lines.open(encoding="utf-8") as file:
        lines = file.read().splitlines()
    begun = time.perf_counter()
    index = tantivy.Index(_schema(), path=str(folder))
    writer = index.writer(_HEAP, 1)
    for line in lines:
        writer.add_document(tantivy.Document(body=" ".join(words(line)), line=line))
    writer.commit()
    writer.wait_merging_threads()
    seconds = time.perf_counter() - begun
    return seconds, sum(file.stat().st_size for file in folder.iterdir()), peak_memory()


def open_index(built: Built) -> tantivy.Index:
    """The index beside the store, built when it is not there."""
    if not _folder(built).exists():
        build_index(built)
    return tantivy.Index(_schema(), path=str(_folder(built)))


def _folder(built: Built) -> Path:
    return built.path.with_suffix(".tantivy")


def _schema() -> tantivy.Schema:
    made = tantivy.SchemaBuilder()
    made.add_text_field("body", stored=False, tokenizer_name="whitespace", index_option="freq")
    made.add_text_field("line", stored=True, tokenizer_name="raw", index_option="basic")
    return made.build()
