"""Questions to the store: in turn, in a thread, and withdrawn when nobody waits for them any more."""

import asyncio
import sqlite3
import threading
from contextlib import suppress
from pathlib import Path

import pytest

from store.errors import StoreError
from tui.session.store_thread import StoreThread, Withdrawn


class Question:
    """Goes on until it is withdrawn."""

    def __init__(self) -> None:
        self.begun = threading.Event()
        self.withdrawn = threading.Event()

    def __call__(self, store: sqlite3.Connection, withdrawn: Withdrawn) -> str:
        self.begun.set()
        while not withdrawn():
            pass
        self.withdrawn.set()
        return "too late"


async def give_up(waiting: "asyncio.Task[str]") -> None:
    waiting.cancel()
    with suppress(asyncio.CancelledError):
        await waiting


async def test_a_question_that_nobody_waits_for_is_told_and_the_next_one_is_answered(sample: Path) -> None:
    thread, question = StoreThread(sample), Question()
    waiting = asyncio.create_task(thread.ask(question))
    await asyncio.to_thread(question.begun.wait)
    await give_up(waiting)
    assert await thread.ask(lambda store, _: store.execute("SELECT 1").fetchone()) == (1,)
    assert question.withdrawn.is_set()
    thread.close()


async def test_a_question_that_is_withdrawn_in_line_is_never_asked(sample: Path) -> None:
    thread, first, second = StoreThread(sample), Question(), Question()
    asking = asyncio.create_task(thread.ask(first))
    await asyncio.to_thread(first.begun.wait)
    waiting = asyncio.create_task(thread.ask(second))
    await asyncio.sleep(0)
    await give_up(waiting)
    await give_up(asking)
    await thread.ask(lambda store, _: None)
    assert not second.begun.is_set()
    thread.close()


async def test_a_store_that_cannot_be_read_is_told_in_words(tmp_path: Path) -> None:
    path = tmp_path / "minutes.db"
    path.write_text("a shopping list" * 100)
    thread = StoreThread(path)
    with pytest.raises(StoreError):
        await thread.ask(lambda store, _: store.execute("SELECT 1").fetchone())
    thread.close()
