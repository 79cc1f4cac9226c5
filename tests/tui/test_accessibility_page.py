"""docs/accessibility.md: what it says is printed, is printed."""

from pathlib import Path

import pytest

from tests.tui.examples import commands_in, output_of, with_outputs
from tui.terminal.console import Exit

PAGE = (Path(__file__).parent.parent.parent / "docs" / "accessibility.md").read_text(encoding="utf-8")


def test_every_example_prints_what_the_page_says() -> None:
    assert with_outputs(PAGE) == PAGE, "run: make docs"


@pytest.mark.parametrize("command", [one for one in commands_in(PAGE) if "…" not in one and "NO_COLOR" not in one])
def test_every_view_has_its_plain_command(command: str, sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_STORE", str(sample))
    status, said = output_of(command)
    assert status == Exit.DONE
    assert "\x1b" not in said
    assert max(map(len, said.splitlines()), default=0) <= 80 or "cite" in command or "config" in command
