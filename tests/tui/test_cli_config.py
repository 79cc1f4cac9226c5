"""`minutebook config` prints what holds, and tells what is wrong."""

from collections.abc import Callable
from pathlib import Path

from tui.config.reading import read_config
from tui.config.settings import Config

Minutebook = Callable[..., tuple[int, str, str]]


def test_what_holds_is_printed_as_a_file_that_says_the_same(minutebook: Minutebook, tmp_path: Path) -> None:
    mine = tmp_path / "mine.toml"
    mine.write_text('keys = "emacs"\n[layout]\nleft = 33.5\n[styles."my own"]\ntemplate = "{body} “{number}”"\n')
    status, out, err = minutebook("config", "--config", mine)
    assert (status, err) == (0, "")
    assert out.startswith(f"# {mine}\n")
    printed = tmp_path / "printed.toml"
    printed.write_text(out, encoding="utf-8")
    before, after = read_config(mine), read_config(printed)
    assert (after.sizes, after.styles, after.keys) == (before.sizes, before.styles, before.keys)
    assert after.keymap.others.items() >= before.keymap.others.items()


def test_without_a_file_it_says_where_one_would_be(minutebook: Minutebook, settings: Path) -> None:
    status, out, err = minutebook("config")
    assert (status, err) == (0, "")
    assert out.startswith(f"# {settings} is not there: this is what comes with the program\n")


def test_the_file_to_begin_with_names_every_command_and_says_nothing(minutebook: Minutebook, tmp_path: Path) -> None:
    status, out, _ = minutebook("config", "--default")
    assert status == 0
    assert '# find = ["/"]' in out
    path = tmp_path / "config.toml"
    path.write_text(out, encoding="utf-8")
    assert read_config(path) == Config()


def test_the_file_to_begin_with_is_understood_when_everything_in_it_is_said(
    minutebook: Minutebook, tmp_path: Path
) -> None:
    _, out, _ = minutebook("config", "--default")
    said = [line.removeprefix("# ") for line in out.splitlines() if " = " in line or line.startswith("[")]
    path = tmp_path / "config.toml"
    path.write_text("\n".join(said), encoding="utf-8")
    assert read_config(path).commands["up"] == ("up", "k")


def test_checking_tells_whether_a_file_is_understood(minutebook: Minutebook, settings: Path) -> None:
    assert minutebook("config", "--check") == (
        0, f"There is no {settings}; what comes with the program holds.\n", "",
    )  # fmt: skip
    settings.parent.mkdir(parents=True)
    settings.write_text('theme = "light"\n')
    assert minutebook("config", "--check") == (0, f"{settings} is understood.\n", "")
    settings.write_text('theme = "ligt"\n[commands]\nfnd = "x"\n')
    status, out, err = minutebook("config", "--check")
    assert (status, out) == (1, "")
    assert err.splitlines() == [
        "minutebook: config.toml, line 1: there is no theme “ligt”; do you mean “light”?",
        "minutebook: config.toml, line 3: there is no command “fnd”; do you mean “find”?",
        f"minutebook: the file is {settings}; until it is put right the reader opens as if there were none.",
    ]


def test_a_command_that_needs_a_setting_says_what_is_wrong(
    minutebook: Minutebook, settings: Path, sample: Path
) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text('citation = "harvrd"\n')
    status, out, err = minutebook("cite", "--store", sample, "brackwater/planning-committee/2024-02-07/5")
    assert (status, out) == (1, "")
    assert err == "minutebook: config.toml, line 1: there is no citation style “harvrd”; do you mean “harvard”?\n"


def test_a_command_that_needs_none_does_not_mind(minutebook: Minutebook, settings: Path, sample: Path) -> None:
    settings.parent.mkdir(parents=True)
    settings.write_text("nonsense")
    assert minutebook("list", "--store", sample)[0] == 0


def test_checking_a_file_and_printing_one_are_two_things(minutebook: Minutebook) -> None:
    assert minutebook("config", "--check", "--default")[0] == 2
