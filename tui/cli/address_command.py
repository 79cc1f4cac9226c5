"""`minutebook address`: where the document that minutes are cited from was published."""

import click

from tui.cli.options import json_option, reading, store_file, store_option
from tui.terminal.console import Exit, say, say_json


@click.command()
@click.argument("place")
@click.argument("url")
@store_option
@json_option
def address(place: str, url: str, as_json: bool) -> Exit:
    """Tell the URL at which the document behind PLACE, a permalink, was published.

    PDF and Word documents do not say it themselves. Citations print it, and of a PDF it links to the page.
    """
    from store.ingest.addresses import set_address

    with reading():  # telling is for a store that is there
        name = set_address(store_file(), place, url)
    if as_json:
        say_json({"document": name, "url": url})
    else:
        say(f"{name} is cited from {url}")
    return Exit.DONE
