"""The changes that are made to a line: each is another program, and each is known by its line again."""

import ast
import tomllib
from pathlib import Path

import pytest

from tests.mutants.changes import Change, changes_in

ROOT = Path(__file__).parents[2]
SURVIVORS = tomllib.loads(Path(__file__).with_name("survivors.toml").read_text(encoding="utf-8"))["survivor"]


def made(tmp_path: Path, source: str) -> list[str]:
    """A line of code after each change that it allows."""
    path = tmp_path / "module.py"
    path.write_text(source, encoding="utf-8")
    return [change.applied(source) for change in changes_in(tmp_path, path)]


@pytest.mark.parametrize(
    ("source", "changed"),
    [
        ("a = b < c", ["a = b <= c"]),
        ("a = b and not c", ["a = b or not c", "a = b and c"]),
        ("a = b + 1", ["a = b - 1", "a = b + 2"]),
        ("A = 200", ["A = 300"]),
        ("A = 0.5", ["A = 0.75"]),
        ("a = True", ["a = False"]),
        ("a = any(b)", ["a = all(b)"]),
        ("a = b.startswith(c)", ["a = b.endswith(c)"]),
        ("a = “’é” is None".replace("“", "'").replace("”", "'"), ["a = '’é' is not None"]),
        ("def a(b: int | None) -> str: ...", []),
        ("Alias = int | None", []),
        ("assert a > 1", []),
    ],
)
def test_a_line_is_changed_in_one_place_at_a_time(tmp_path: Path, source: str, changed: list[str]) -> None:
    assert made(tmp_path, source) == changed


def test_every_change_of_finding_is_a_program() -> None:
    path = ROOT / "store" / "find" / "ranking.py"
    source = path.read_text(encoding="utf-8")
    changes = list(changes_in(ROOT, path))
    assert changes
    for change in changes:
        assert ast.dump(ast.parse(change.applied(source))) != ast.dump(ast.parse(source))


def test_a_change_that_does_not_fit_is_refused() -> None:
    with pytest.raises(ValueError, match="has no “<”"):
        Change("a.py", 1, 0, "<", "<=").applied("a > b")


@pytest.mark.parametrize("survivor", SURVIVORS, ids=lambda survivor: survivor["change"][:60])
def test_what_is_explained_is_still_a_change_that_can_be_made(survivor: dict[str, str]) -> None:
    path = ROOT / survivor["change"].partition(":")[0]
    source = path.read_text(encoding="utf-8")
    assert survivor["change"] in {change.told(source) for change in changes_in(ROOT, path)}
    assert survivor["why"]
