"""What a config file may say, and what is answered to one that nobody understands."""

import os
from pathlib import Path

import pytest

from store.citation.style_catalogue import DEFAULT, styles
from tui.config.file import config_path, load
from tui.config.problem import ConfigError
from tui.config.reading import read_config
from tui.config.settings import Config
from tui.ports import Pane, Sizes


def read(folder: Path, text: str) -> Config:
    """The settings in a file with this text."""
    path = folder / "config.toml"
    path.write_text(text, encoding="utf-8")
    return read_config(path)


def wrong(folder: Path, text: str) -> list[str]:
    """What is said to be wrong with a file with this text."""
    with pytest.raises(ConfigError) as error:
        read(folder, text)
    return error.value.sentences


def test_an_empty_file_changes_nothing(tmp_path: Path) -> None:
    assert read(tmp_path, "") == Config()


def test_every_setting_is_taken_as_it_stands(tmp_path: Path) -> None:
    config = read(
        tmp_path,
        """
        keys = "vim"
        theme = "contrast-light"
        citation = "harvard"
        clipboard = "osc52"
        [layout]
        panes = ["items", "reading"]
        left = 30
        found = 72.5
        [commands]
        star = ["*", "Ctrl+T"]
        quit = "Q"
        colours = []
        [styles.mine]
        template = "{committee}, {date}"
        """,
    )
    assert config == Config(
        keys="vim",
        commands={"star": ("*", "ctrl+t"), "quit": ("Q",), "colours": ()},
        theme="contrast-light",
        citation="harvard",
        clipboard="osc52",
        panes=frozenset({Pane.ITEMS, Pane.READING}),
        sizes=Sizes(left=30, found=72.5),
        styles={"mine": {"template": "{committee}, {date}"}},
    )


def test_a_style_of_ones_own_can_be_the_style_to_cite_in(tmp_path: Path) -> None:
    assert read(tmp_path, 'citation = "mine"\n[styles.mine]\ntemplate = "{date}"').citation == "mine"


def test_a_command_that_has_no_keys_in_the_file_keeps_those_of_the_set(tmp_path: Path) -> None:
    keymap = read(tmp_path, 'keys = "vim"\n[commands]\nstar = "*"').keymap
    assert keymap.of("star") == ("*",)
    assert keymap.of("start") == ("g g", "home")
    assert keymap.of("meetings") == ("1",)


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ('[commands]\nfnd = "x"', "config.toml, line 2: there is no command “fnd”; do you mean “find”?"),
        ('\n\ntheem = "dark"', "config.toml, line 3: there is no setting “theem”; do you mean “theme”?"),
        ('theme = "drak"', "config.toml, line 1: there is no theme “drak”; do you mean “dark”?"),
        ('keys = "nano"', "config.toml, line 1: there is no set of keys “nano”; there is standard, vim, emacs."),
        ("theme = 3", "config.toml, line 1: theme is a name in quotation marks."),
        ('citation = "harvrd"', "config.toml, line 1: there is no citation style “harvrd”; do you mean “harvard”?"),
        (
            'favourites = ["short", "harvrd"]',
            "config.toml, line 1: there is no citation style “harvrd”; do you mean “harvard”?",
        ),
        ('clipboard = "xlip"', "config.toml, line 1: there is no way to a clipboard “xlip”; do you mean “xclip”?"),
        ("[layout]\nleft = 95", "config.toml, line 2: left is a number from 10 to 90."),
        ("[layout]\nleft = true", "config.toml, line 2: left is a number from 10 to 90."),
        ("[layout]\nlift = 50", "config.toml, line 2: there is no setting “lift”; do you mean “left”?"),
        ("layout = { left = 95 }", "config.toml, line 1: left is a number from 10 to 90."),
        ("layout.left = 95", "config.toml, line 1: left is a number from 10 to 90."),
        ("layout = 3", "config.toml, line 1: layout is a table: [layout]."),
        ("[layout]\npanes = []", "config.toml, line 2: panes is a list of names."),
        (
            '[layout]\npanes = ["meetings", "redaing"]',
            "config.toml, line 2: there is no pane “redaing”; do you mean “reading”?",
        ),
        ("[commands]\nfind = 3", "config.toml, line 2: “find” wants the name of a key, or a list of them."),
        ('[commands]\nfind = "ctrl-f"', "config.toml, line 2: “ctrl-f” is not the name of a key."),
        ('[commands]\nfind = ["/", "ctrl+i"]', "config.toml, line 2: “ctrl+i” is “tab” to a terminal."),
        ('[commands]\nfind = "shift+f"', "config.toml, line 2: “shift+f” is written “F”."),
        ('[commands]\nfind = "g g g"', "config.toml, line 2: “g g g” is more than two keys."),
        ("[styles]\nmine = 3", "config.toml, line 2: a style is a table: [styles.mine]."),
        ("theme = ", "config.toml, line 1: this is not TOML: invalid value."),
        ("theme", "config.toml, line 1: this is not TOML: expected '=' after a key in a key/value pair."),
    ],
)
def test_what_means_nothing_is_named_with_its_line(tmp_path: Path, text: str, sentence: str) -> None:
    assert wrong(tmp_path, text) == [sentence]


def test_two_commands_on_one_key_of_a_screen_are_both_named(tmp_path: Path) -> None:
    assert wrong(tmp_path, '[commands]\nstar = "y"') == [
        "config.toml, line 2: “y” is the key of both “copy-reference” and “star”; give one of them another."
    ]


def test_a_key_may_do_one_thing_on_one_screen_and_another_on_the_next(tmp_path: Path) -> None:
    config = read(tmp_path, '[commands]\nforget = "ctrl+r"')
    assert config.keymap.of("earlier-queries") == ("ctrl+r",)


def test_a_key_cannot_be_pressed_where_it_begins_another_one(tmp_path: Path) -> None:
    assert wrong(tmp_path, '[commands]\nstart = "g g"\nstar = "g"') == [
        "config.toml, line 3: “g” begins “g g”: “star” and “start” cannot both be pressed."
    ]


def test_everything_that_is_wrong_is_told_in_the_order_of_the_file(tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as error:
        read(tmp_path, 'theme = "drak"\n[commands]\nfind = "ctrl+i"\n[layout]\nleft = 0')
    assert [sentence.split(":")[0] for sentence in error.value.sentences] == [
        "config.toml, line 1", "config.toml, line 3", "config.toml, line 5",
    ]  # fmt: skip
    assert str(error.value) == f"{error.value.sentences[0]} (2 more: minutebook config --check)"


def test_a_file_that_is_not_text_says_so(tmp_path: Path) -> None:
    (tmp_path / "config.toml").write_bytes(b'theme = "d\xe4rk"')
    with pytest.raises(ConfigError, match=r"config\.toml: it is not UTF-8\."):
        read_config(tmp_path / "config.toml")


def test_a_file_that_was_named_must_be_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r"mine\.toml: it cannot be read: No such file or directory\."):
        load(tmp_path / "mine.toml")


def test_without_a_file_in_the_usual_place_nothing_is_set(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("MINUTEBOOK_CONFIG", raising=False)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))
    assert load() == Config()


def test_the_environment_names_a_file_and_the_command_line_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTEBOOK_CONFIG", str(tmp_path / "one.toml"))
    assert config_path() == tmp_path / "one.toml"
    assert config_path(tmp_path / "other.toml") == tmp_path / "other.toml"


def test_control_characters_in_a_file_do_not_reach_the_terminal(tmp_path: Path) -> None:
    (sentence,) = wrong(tmp_path, '"the\\u001b[31mme" = 1')
    assert "\x1b" not in sentence


def test_the_styles_to_cite_in_are_styles_that_come_with_the_program() -> None:
    assert Config().citation == DEFAULT
    assert set(Config().favourites) <= set(styles())


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("x = " + "9" * 6_000, "a number in it has too many digits."),
        ("x = " + "[" * 100_000, "its brackets are nested too deep."),
        ("#" * 1_000_001, "it is larger than 1 MB."),
    ],
)
def test_a_file_that_would_take_too_much_is_a_sentence(tmp_path: Path, text: str, why: str) -> None:
    path = tmp_path / "config.toml"
    path.write_text(text)
    with pytest.raises(ConfigError) as told:
        read_config(path)
    assert str(told.value) == f"config.toml: {why}"


def test_a_pipe_a_device_and_a_folder_are_sentences(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path, what in (
        (tmp_path / "pipe", "a pipe or a device"),
        (Path("/dev/zero"), "a device"),
        (tmp_path, "a folder"),
    ):
        with pytest.raises(ConfigError, match=what):
            read_config(path)
