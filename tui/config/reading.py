"""A config file -> `Config`, or everything that is wrong with it."""

import tomllib
from collections.abc import Collection, Mapping
from pathlib import Path
from typing import Any, Final

from store.readers.regular_file import NotRegular, open_regular
from tui.config.keys import clashes, normal, wrong_key
from tui.config.problem import ConfigError, Problem, line_of, unknown
from tui.config.settings import SETTINGS, Config, KnownSetting
from tui.ports import LEAST_SHARE, MOST_SHARE, Pane, Sizes
from tui.reader.every_command import COMMANDS

_MOST_BYTES: Final = 1_000_000
_TABLES: Final = ("layout", "commands", "styles")


def read_config(path: Path) -> Config:
    """The settings in a file. Raises `ConfigError` when there is no such file, or something in it means nothing."""
    text = _text(path)
    try:
        told = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(path, [_not_toml(text, str(error))]) from error
    except ValueError as error:
        raise ConfigError(path, [Problem(None, "a number in it has too many digits.")]) from error
    except RecursionError as error:
        raise ConfigError(path, [Problem(None, "its brackets are nested too deep.")]) from error
    reading = _Reading(text, told)
    config = reading.config()
    if reading.problems:
        raise ConfigError(path, reading.problems)
    return config


def _text(path: Path) -> str:
    """All that a config file holds. Raises `ConfigError` for what cannot be one."""
    try:
        with open_regular(path) as file:
            data = file.read(_MOST_BYTES + 1)
        if len(data) > _MOST_BYTES:
            raise ConfigError(path, [Problem(None, "it is larger than 1 MB.")])
        return data.decode("utf-8")
    except NotRegular as error:
        raise ConfigError(path, [Problem(None, f"it {error.strerror}.")]) from error
    except (OSError, ValueError) as error:
        if isinstance(error, UnicodeDecodeError):
            raise ConfigError(path, [Problem(None, "it is not UTF-8.")]) from error
        why = error.strerror if isinstance(error, OSError) else str(error)
        raise ConfigError(path, [Problem(None, f"it cannot be read: {why}.")]) from error


class _Reading:
    """Takes what a file says piece by piece, and takes note of what is wrong."""

    def __init__(self, text: str, told: dict[str, Any]) -> None:
        self._text = text
        self._told = told
        self.problems: list[Problem] = []

    def config(self) -> Config:
        """What was said; where something is wrong, what would hold without it."""
        self._known(self._told, (*(one.name for one in SETTINGS if not one.table), *_TABLES))
        layout = self._table("layout")
        self._known(layout, [one.name for one in SETTINGS if one.table], "layout")
        said = {one.name: self._value(one, layout if one.table else self._told) for one in SETTINGS}
        styles = self._styles()
        for setting in ("citation", "favourites"):
            self._cited_in(setting, styles)
        config = Config(
            keys=said["keys"],
            commands=self._commands(),
            theme=said["theme"],
            citation=said["citation"],
            favourites=tuple(said["favourites"]),
            clipboard=said["clipboard"],
            panes=frozenset(Pane[name.upper()] for name in said["panes"]),
            sizes=Sizes(**{name: said[name] for name in ("left", "meetings", "reading", "found")}),
            styles=styles,
        )
        if not self.problems:
            self._clashes(config)
        return config

    def _value(self, setting: KnownSetting, table: Mapping[str, Any]) -> Any:
        """What a setting is set to, as is wanted of it, or else its default."""
        value = table.get(setting.name, setting.default)
        wrong: str | None
        match setting.default:
            case str():
                wrong = self._no_word(setting, value)
            case tuple():
                several = isinstance(value, list | tuple) and value
                wrong = self._first(setting, value) if several else f"{setting.name} is a list of names."
            case _:
                number = isinstance(value, int | float) and not isinstance(value, bool)
                fits = number and LEAST_SHARE <= value <= MOST_SHARE
                wrong = None if fits else f"{setting.name} is a number from {LEAST_SHARE} to {MOST_SHARE}."
        if wrong:
            self._wrong(wrong, *setting.path.split("."))
            return setting.default
        return value

    def _first(self, setting: KnownSetting, values: list[Any]) -> str | None:
        return next((wrong for value in values if (wrong := self._no_word(setting, value))), None)

    def _no_word(self, setting: KnownSetting, value: Any) -> str | None:
        if not isinstance(value, str):
            return f"{setting.name} is a name in quotation marks."
        if setting.names and value not in setting.names:
            return unknown(_KINDS[setting.name], value, setting.names)
        return None

    def _commands(self) -> dict[str, tuple[str, ...]]:
        table = self._table("commands")
        self._known(table, COMMANDS, "commands")
        return {name: self._keys(name, keys) for name, keys in table.items()}

    def _keys(self, name: str, keys: Any) -> tuple[str, ...]:
        """The keys of a command: one, or a list of them, which may be empty."""
        listed = keys if isinstance(keys, list) else [keys]
        if not all(isinstance(key, str) for key in listed):
            self._wrong(f"“{name}” wants the name of a key, or a list of them.", "commands", name)
            return ()
        for key in listed:
            if wrong := wrong_key(key):
                self._wrong(f"“{key}” {wrong}.", "commands", name)
        return tuple(normal(key) for key in listed)

    def _styles(self) -> dict[str, Mapping[str, object]]:
        styles = self._table("styles")
        for name, style in styles.items():
            if not isinstance(style, dict):
                self._wrong(f"a style is a table: [styles.{name}].", "styles", name)
            elif wrong := _wrong_style(name, style):
                self._wrong(wrong, "styles", name)
        return styles

    def _cited_in(self, setting: str, own: Mapping[str, object]) -> None:
        """Every style that a setting names is one that there is."""
        names = self._told.get(setting)
        if not isinstance(names, str | list):
            return
        from store.citation.style_catalogue import styles

        known = [*styles(), *own]
        for name in [names] if isinstance(names, str) else names:
            if name not in known:
                self._wrong(unknown("citation style", str(name), known), setting)

    def _clashes(self, config: Config) -> None:
        for one, other, sentence in clashes(config.keymap):
            lines = [line_of(self._text, ("commands", name)) for name in (one, other) if name in config.commands]
            line = max((line for line in lines if line), default=line_of(self._text, ("keys",)))
            self.problems.append(Problem(line, sentence))

    def _table(self, name: str) -> dict[str, Any]:
        table = self._told.get(name, {})
        if isinstance(table, dict):
            return table
        self._wrong(f"{name} is a table: [{name}].", name)
        return {}

    def _known(self, table: Mapping[str, Any], names: Collection[str], within: str = "") -> None:
        kind = "command" if within == "commands" else "setting"
        for name in table:
            if name not in names:
                self._wrong(unknown(kind, name, names), *([within] if within else []), name)

    def _wrong(self, sentence: str, *path: str) -> None:
        self.problems.append(Problem(line_of(self._text, path), sentence))


_KINDS: Final = {"keys": "set of keys", "theme": "theme", "clipboard": "way to a clipboard", "panes": "pane"}


def _wrong_style(name: str, style: dict[str, object]) -> str | None:
    from store.citation.style_catalogue import StyleError, styles

    try:
        styles({name: style})
    except StyleError as error:
        return str(error)
    return None


def _not_toml(text: str, error: str) -> Problem:
    """What the parser says, with its line taken out of its words: "… (at line 3, column 5)"."""
    said, _, where = error.partition(" (at ")
    line = where.removeprefix("line ").partition(",")[0]
    at = int(line) if line.isdecimal() else len(text.splitlines())
    return Problem(at, f"this is not TOML: {said[:1].lower()}{said[1:]}.")
