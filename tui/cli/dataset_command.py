"""`minutebook dataset`: all that the store holds, as tables for programs that count."""

from pathlib import Path

import click

from tui.cli.options import json_option, reading, store_option
from tui.terminal.console import Exit, say, say_json

_FORMS = ("csv", "spreadsheet", "parquet", "datasette")


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--form", type=click.Choice(_FORMS), default="csv", help="What the files are; csv without it.")
@click.option("--force", is_flag=True, help="Write in place of the datasets in FOLDER.")
@store_option
@json_option
def dataset(folder: Path, form: str, force: bool, as_json: bool) -> Exit:
    """Write meetings, items, decisions, attendance, interests, requests and references to FOLDER, with a dictionary.

    csv is for programs, and spreadsheet for Excel and the like, which would compute what begins with = or -. parquet
    lies in folders by council and year, and needs: pip install 'minutebook[parquet]'.
    datasette is one file with metadata and example queries, for: datasette minutes.db -m metadata.json
    """
    from store.export.datasets.write_dataset import DatasetForm, write_dataset

    with reading() as store:
        counts = write_dataset(store, folder, DatasetForm(form), force=force)
    if as_json:
        say_json({"folder": str(folder), "rows": counts})
        return Exit.DONE
    for name, count in counts.items():
        say(f"{count:>10,} {name}")
    say(f"{folder} has them; dictionary.md says what each column means.")
    return Exit.DONE
