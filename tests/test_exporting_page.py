"""docs/exporting.md: every example in it is run, and prints what it says."""

import io
import re
import shlex
import sys
from pathlib import Path

import pytest

from store.export.export_formats import FORMATS
from store.ingest.sample import build_sample
from store.verify.verifier import Verdict
from tui.cli.program import cli
from tui.terminal.console import run

PAGE = (Path(__file__).parent.parent / "docs" / "exporting.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```console\n\$ minutebook (.+)\n((?:.*\n)*?)```", PAGE)
(DRAFT,) = re.findall(r"```markdown\n((?:.*\n)*?)```", PAGE)


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("exporting") / "sample.db"
    build_sample(path)
    return path


@pytest.mark.parametrize(("command", "printed"), EXAMPLES, ids=[command for command, _ in EXAMPLES])
def test_an_example_prints_what_the_page_says(
    command: str, printed: str, store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("MINUTEBOOK_STORE", str(store))
    monkeypatch.setenv("MINUTEBOOK_DESK", str(tmp_path / "desk.db"))
    out = io.BytesIO()
    stdout = io.TextIOWrapper(out, encoding="utf-8")
    with monkeypatch.context() as changed:
        changed.setattr(sys, "stdout", stdout)
        run(cli, shlex.split(command))
    stdout.flush()
    lines = out.getvalue().decode().removeprefix("\ufeff").splitlines()
    assert "\n".join(line.rstrip() for line in lines).rstrip() == printed.rstrip()


def test_the_page_has_examples_of_both() -> None:
    assert {command.split()[0] for command, _ in EXAMPLES} == {"export", "verify"}


def test_every_format_and_every_verdict_is_on_the_page() -> None:
    named = set(re.findall(r"`([\w -]+)`", PAGE))
    assert named >= FORMATS.keys() | {verdict.value for verdict in Verdict}
