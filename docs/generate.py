"""Writes the parts of the documentation that the code already says: keys, tables, modules.

`python docs/generate.py` writes them; a test compares what is written with what the code says now.
"""

import ast
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import click

DOCS = Path(__file__).parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT))


def keys() -> str:
    """docs/keys.md: every command of the reader and of its lists, with its keys in every set, by group."""
    from tui.commands.command import Keymap
    from tui.config.settings import KEY_SETS
    from tui.reader.every_command import EVERY_COMMAND

    lines = [
        "# Keys",
        "",
        "Your keys stand behind `?` in the reader. In the find box letters type: there `↑` `↓` `PgUp` `PgDn` move",
        "in the list, `Enter` opens what the cursor is on, and `Esc` goes to the list.",
        "",
        "The sets `vim` and `emacs` have the keys of the first column but where they name others;",
        "[configuration.md](configuration.md) tells how to choose a set, and how to give a command keys of your own.",
    ]
    for group, commands in groupby(EVERY_COMMAND, key=lambda command: command.group):
        lines += ["", f"## {group}", "", f"| {' | '.join(KEY_SETS)} | what it does |", f"|{'---|' * len(KEY_SETS)}---|"]
        for command in commands:
            standard, *others = (_pressed(Keymap(keys).of(command.id)) for keys in KEY_SETS.values())
            cells = [standard or "(palette)", *("" if other == standard else other for other in others)]
            lines.append(f"| {' | '.join(cells)} | {command.help} |")
    return "\n".join(lines) + "\n"


def configuration() -> str:
    """docs/configuration.md as it stands, with its tables of settings and commands made anew."""
    from tui.config.printing import written
    from tui.config.settings import SETTINGS
    from tui.reader.every_command import COMMANDS

    settings = ["| setting | without it | |", "|---|---|---|"]
    for one in SETTINGS:
        names = f": {', '.join(f'`{name}`' for name in one.names)}" if one.names else ""
        settings.append(f"| `{one.path}` | `{written(one.default)}` | {one.help}{names} |")
    commands = ["| command | keys | what it does |", "|---|---|---|"]
    for name, command in COMMANDS.items():
        keys = " ".join(f"`{key}`" for key in command.keys)
        commands.append(f"| `{name}` | {keys} | {command.help} |")
    text = (DOCS / "configuration.md").read_text(encoding="utf-8")
    for name, rows in (("settings", settings), ("commands", commands)):
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        text = "".join([before, begin, *(f"{row}\n" for row in rows), end, after])
    return text


def _pressed(keys: tuple[str, ...]) -> str:
    """Keys as they are printed on a keyboard, each in a box; a bar would end the cell of a table."""
    from tui.commands.command import key_name

    return " ".join(f"`{key_name(key)}`" for key in keys).replace("|", "\\|")


def data_model() -> str:
    """docs/data-model.md: the tables of a store, as SQLite has them."""
    import sqlite3
    import tempfile

    from store.database.connect import writing

    lines = [
        "# The tables of a store",
        "",
        "A store is one SQLite file. Names follow Popolo, OParl and Open Civic Data. Days are ISO dates, times are",
        "`18:00`, yes and no are 1 and 0. `document_id`, `start` and `end` are a row's evidence: the characters of",
        "`document.text` in which its words stand. `outcomes` and `pages` are JSON lists. What is null was not said.",
        "`layout` is what a document's reader knew of its lines, as JSON, and `seal` the hash of all that is kept.",
        "",
        "The tables from `finding` to `lexicon` are the index that finding asks. They are made of the others, in the",
        "transaction that writes those, and hold nothing that is not there; `store/index` says what is in them.",
        "",
        "Those from `cross_reference` to `number_run` are [what the minutes add up to](threads.md), read from others.",
    ]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "store.db"
        with writing(path):
            pass
        store = sqlite3.connect(path)
        tables = store.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'"
            " AND name NOT LIKE '%\\_words\\_%' ESCAPE '\\' ORDER BY rowid"  # what a full-text table keeps itself in
        )
        for (table,) in tables.fetchall():
            owners = {row[3]: row[2] for row in store.execute(f"PRAGMA foreign_key_list({table})")}
            lines += ["", f"## {table}", "", "| column | type | |", "|---|---|---|"]
            for _, name, kind, required, _, is_key in store.execute(f"PRAGMA table_info({table})"):
                remark = f"→ {owners[name]}" if name in owners else "" if required or is_key else "may be null"
                lines.append(f"| {name} | {kind.lower()} | {remark} |")
        store.close()
    return "\n".join(lines) + "\n"


def architecture() -> str:
    """docs/architecture.md as it stands, with its lists of modules made anew."""
    text = (DOCS / "architecture.md").read_text(encoding="utf-8")

    before, begin, rest = text.partition("<!-- modules -->\n")
    _, end, after = rest.partition("<!-- end of modules -->")
    tables = []
    for folder in _packages(ROOT / "store", ROOT / "tui"):
        rows = [f"| `{name}` | {sentence} |" for name, sentence in _modules(folder)]
        if rows:
            heading = f"### {folder.relative_to(ROOT).as_posix()}"
            tables.append("\n".join([heading, "", "| module | what it is |", "|---|---|", *rows, ""]))
    return "".join([before, begin, "\n", "\n".join(tables), "\n", end, after])


def datasets() -> str:
    """docs/datasets.md as it stands, with the data dictionary made anew."""
    from store.export.datasets.data_dictionary import dictionary_of
    from store.export.datasets.dataset_columns import DATASETS

    before, begin, rest = (DOCS / "datasets.md").read_text(encoding="utf-8").partition("<!-- dictionary -->\n")
    _, end, after = rest.partition("<!-- end of dictionary -->")
    tables = ["\n".join(["", *dictionary_of(dataset), ""]) for dataset in DATASETS]
    return "".join([before, begin, *tables, "\n", end, after])


def man() -> str:
    """docs/minutebook.1: the manual page, of what every command says of itself."""
    import click

    from tui.cli.program import cli

    about = str(cli.help or "").split("\n\n")[0]
    lines = [
        '.TH MINUTEBOOK 1 "" "minutebook" "User commands"', ".SH NAME",
        r"minutebook \- read council minutes in the terminal",
        ".SH SYNOPSIS", r".B minutebook", r"[\fIOPTION\fR]... [\fICOMMAND\fR [\fIARGUMENT\fR]...]",
        ".SH DESCRIPTION", _roff(about), ".SH OPTIONS", *_options(cli), ".SH COMMANDS",
    ]  # fmt: skip
    with click.Context(cli, info_name="minutebook") as context:
        for name in cli.list_commands(context):
            command = cli.get_command(context, name)
            assert command is not None
            usage = " ".join(command.collect_usage_pieces(click.Context(command)))
            lines += [
                f".SS {_roff(f'{name} {usage}')}",
                _roff(" ".join((command.help or "").split())),
                *_options(command),
            ]
    files = [
        ("$MINUTEBOOK_STORE", "the store, where --store does not name one; else minutes.db in your data directory"),
        ("$MINUTEBOOK_DESK", "stars, notes and saved queries; else desk.db beside the store's usual place"),
        ("$MINUTEBOOK_CONFIG", "your settings; else config.toml in your folder for settings"),
    ]
    lines += [".SH ENVIRONMENT", *(line for name, what in files for line in (".TP", f".B {_roff(name)}", _roff(what)))]
    lines += [
        ".SH EXIT STATUS",
        "0 where all was done; 1 where something was not found or not read; 2 where the command",
    ]
    lines += ["line is not understood; 70 where the program has a fault; 130 where it was interrupted."]
    return "\n".join(lines) + "\n"


def _options(command: "click.Command") -> Iterator[str]:
    import click

    for option in command.params:
        if isinstance(option, click.Option) and option.help:
            value = "" if option.is_flag else f" \\fI{_roff(option.metavar or option.type.name.upper())}\\fR"
            yield from (".TP", f"\\fB{_roff(', '.join(option.opts))}\\fR{value}", _roff(option.help))


def _roff(words: str) -> str:
    """Words in which troff sees nothing else."""
    words = " ".join(words.split()).replace("\\", r"\e").replace("-", r"\-")
    return rf"\&{words}" if words.startswith((".", "'")) else words


def _packages(*roots: Path) -> Iterator[Path]:
    """The folders of packages, each before those in it, by name."""
    for root in roots:
        yield root
        yield from _packages(*sorted(package.parent for package in root.glob("*/__init__.py")))


def _modules(folder: Path) -> Iterator[tuple[str, str]]:
    """Each module of a package, and each package in it, with the first paragraph of its docstring."""
    for path in sorted(folder.iterdir()):
        package = path / "__init__.py"
        source = package if package.exists() else path
        if source == package or (source.suffix == ".py" and source.name != "__init__.py"):
            docstring = ast.get_docstring(ast.parse(source.read_text(encoding="utf-8"))) or ""
            name = f"{path.name}/" if source == package else path.name
            yield name, " ".join(docstring.split("\n\n")[0].split()).replace("|", "\\|")


def picture() -> str:
    """docs/reader.svg: the reader on the sample minutes, at a decision found with two slips of the finger."""
    import asyncio
    import tempfile

    from store.ingest.sample import build_sample
    from tests.tui.opened import opened

    async def take(store: Path) -> str:
        async with opened(store, size=(116, 34)) as app:
            await app.run("find")
            await app.type("flod gaet")
            await app.press("enter")
            return app.app.export_screenshot(title="minutebook")

    with tempfile.TemporaryDirectory() as folder:
        store = Path(folder) / "sample.db"
        build_sample(store)
        return asyncio.run(take(store)) + "\n"


def accessibility() -> str:
    """docs/accessibility.md as it stands, with its examples run anew."""
    from tests.tui.examples import with_outputs

    return with_outputs((DOCS / "accessibility.md").read_text(encoding="utf-8"))


def citations() -> str:
    """docs/citations.md: the styles, how to add one, and what each writes of places that are easy and hard to cite."""
    from tests.store.citation.page import citations_page

    return citations_page()


PAGES = {
    "accessibility.md": accessibility,
    "keys.md": keys,
    "configuration.md": configuration,
    "data-model.md": data_model,
    "architecture.md": architecture,
    "minutebook.1": man,
    "datasets.md": datasets,
    "reader.svg": picture,
    "citations.md": citations,
}

if __name__ == "__main__":
    from tests.tui import tour

    (DOCS / "tour").mkdir(exist_ok=True)
    for name, page in (PAGES | tour.pages()).items():
        (DOCS / name).write_text(page(), encoding="utf-8")
