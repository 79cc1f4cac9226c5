"""A page of the documentation whose examples are run: behind each `$ minutebook …` stands what it prints now."""

import re
import shlex
from collections.abc import Iterator
from contextlib import contextmanager, redirect_stdout
from io import StringIO
from os import environ
from pathlib import Path
from tempfile import TemporaryDirectory

from store.ingest.sample import build_sample
from tui.cli.program import cli
from tui.terminal.console import run

_BLOCK = re.compile(r"```console\n(.*?)```", re.DOTALL)


def with_outputs(page: str) -> str:
    """The page, with every example run anew on the sample minutes, each from the desk that the ones before left."""
    with _sample():
        return _BLOCK.sub(lambda block: f"```console\n{''.join(map(_run, _commands(block[1])))}```", page)


def commands_in(text: str) -> list[str]:
    """The command lines that stand in backticks: `minutebook list`."""
    return re.findall(r"`(minutebook [^`]+)`", text)


def output_of(command: str) -> tuple[int, str]:
    """The exit status and the output of a command line; "… | head -3" gives so many lines of it."""
    line, _, head = command.partition(" | head -")
    said = StringIO()
    with redirect_stdout(said):
        status = run(cli, shlex.split(line)[1:])
    lines = said.getvalue().splitlines(keepends=True)
    return status, "".join(lines[: int(head)] if head else lines)


def _commands(block: str) -> list[str]:
    return [line.removeprefix("$ ") for line in block.splitlines() if line.startswith("$ ")]


def _run(command: str) -> str:
    return f"$ {command}\n{output_of(command)[1]}"


@contextmanager
def _sample() -> Iterator[None]:
    """The sample's store, and a desk with nothing on it, for the commands that name none."""
    with TemporaryDirectory() as folder:
        own = {name: str(Path(folder) / name) for name in ("MINUTEBOOK_STORE", "MINUTEBOOK_DESK", "MINUTEBOOK_LOG")}
        before = {name: environ.get(name) for name in own}
        build_sample(Path(own["MINUTEBOOK_STORE"]))
        environ.update(own)
        try:
            yield
        finally:
            for name, value in before.items():
                if value is None:
                    del environ[name]
                else:
                    environ[name] = value
