"""Settings -> TOML: those that hold now, and the file to begin with."""

import json
from collections.abc import Iterable, Iterator, Mapping

from tui.config.settings import SETTINGS, Config, KnownSetting
from tui.reader.every_command import COMMANDS


def printed(config: Config) -> str:
    """All that holds, as a file that says the same when it is read."""
    commands = {name: list(config.keymap.of(command.id)) for name, command in COMMANDS.items()}
    lines = [f"{one.name} = {written(_held(config, one))}" for one in SETTINGS if not one.table]
    layout = {one.name: _held(config, one) for one in SETTINGS if one.table}
    tables: dict[str, Mapping[str, object]] = {"layout": layout, "commands": commands}
    tables |= {f"styles.{_key(name)}": dict(style) for name, style in config.styles.items()}
    return "\n".join([*lines, *_tables(tables)])


def default_file() -> str:
    """The file to begin with: everything that can be set, none of it said."""
    lines = [
        "# The settings of minutebook. What begins with # says nothing: take the # away from what you want to set.",
        "# `minutebook config --check` tells whether this file is understood.",
    ]
    table = ""
    for one in SETTINGS:
        if one.table != table:
            table = one.table
            lines += ["", f"[{table}]"]
        names = f" ({', '.join(one.names)})" if one.names else ""
        lines += ["", f"# {one.help}{names}.", f"# {one.name} = {written(one.default)}"]
    lines += ["", "[commands]", "", "# The keys of a command: one, or a list of them, or [] for none. Two keys with a"]
    lines += ["# space between are pressed one after the other."]
    lines += [f"# {name} = {written(list(command.keys))}  # {command.help}" for name, command in COMMANDS.items()]
    return "\n".join(lines)


def _held(config: Config, setting: KnownSetting) -> object:
    if setting.name == "panes":
        return [pane.name.lower() for pane in sorted(config.panes)]
    held: object = getattr(config.sizes if setting.table else config, setting.name)
    return held


def _tables(tables: Mapping[str, Mapping[str, object]]) -> Iterator[str]:
    """Tables with their settings; a table within one stands in it."""
    for name, table in tables.items():
        yield f"\n[{name}]"
        for key, value in table.items():
            yield f"{_key(key)} = {written(value)}"


def written(value: object) -> str:
    """A value as TOML has it."""
    match value:
        case bool():
            return "true" if value else "false"
        case str():
            return json.dumps(value, ensure_ascii=False)
        case Mapping():
            return f"{{ {', '.join(f'{_key(key)} = {written(one)}' for key, one in value.items())} }}"
        case Iterable():
            return f"[{', '.join(map(written, value))}]"
        case _:
            return str(value)  # numbers, days and times are written as Python prints them


def _key(name: str) -> str:
    bare = name.isascii() and name.replace("-", "").replace("_", "").isalnum()
    return name if bare else json.dumps(name, ensure_ascii=False)
