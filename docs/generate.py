"""Writes the parts of the documentation that the code already says: keys, tables, modules.

`python docs/generate.py` writes them; a test compares what is written with what the code says now.
"""

import ast
import re
import sys
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

DOCS = Path(__file__).parent
ROOT = DOCS.parent
sys.path.insert(0, str(ROOT))


def keys() -> str:
    """docs/keys.md: every command of the reader and of its lists, with its keys, by group."""
    from tui.commands.all import EVERY_COMMAND

    lines = [
        "# Keys",
        "",
        "The same list stands behind `?` in the reader. In the find box letters type: there `↑` `↓` `PgUp` `PgDn` move",
        "in the list, `Enter` opens what the cursor is on, and `Esc` goes to the list.",
    ]
    for group, commands in groupby(EVERY_COMMAND, key=lambda command: command.group):
        lines += ["", f"## {group}", "", "| key | what it does |", "|---|---|"]
        for command in commands:
            pressed = " ".join(f"`{key}`" for key in command.key_words().split()) or "(palette)"
            lines.append(f"| {pressed} | {command.help} |")
    return "\n".join(lines) + "\n"


def data_model() -> str:
    """docs/data-model.md: the tables of a store, as SQLite has them."""
    import sqlite3
    import tempfile

    from store.database import writing

    lines = [
        "# The tables of a store",
        "",
        "A store is one SQLite file. Names follow Popolo, OParl and Open Civic Data. Days are ISO dates, times are",
        "`18:00`, yes and no are 1 and 0. `document_id`, `start` and `end` are a row's evidence: the characters of",
        "`document.text` in which its words stand. `outcomes` and `pages` are JSON lists. What is null was not said.",
        "",
        "The tables from `finding` on are the index that finding asks. They are made of the others, in the transaction",
        "that writes those, and hold nothing that is not there; `store/index` says what is in them.",
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

    def listed(match: re.Match[str]) -> str:
        rows = "\n".join(f"| `{name}` | {sentence} |" for name, sentence in _modules(ROOT / match["folder"]))
        return f"{match['begin']}\n| module | what it is |\n|---|---|\n{rows}\n{match['end']}"

    return re.sub(
        r"(?P<begin><!-- modules of (?P<folder>[\w/]+) -->).*?(?P<end><!-- end -->)", listed, text, flags=re.DOTALL
    )


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

    from store.sample import build_sample
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


PAGES = {"keys.md": keys, "data-model.md": data_model, "architecture.md": architecture, "reader.svg": picture}

if __name__ == "__main__":
    for name, page in PAGES.items():
        (DOCS / name).write_text(page(), encoding="utf-8")
