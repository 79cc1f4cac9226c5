"""`minutebook saved`: the saved queries, listed and forgotten."""

from contextlib import closing

import click

from tui.console import Exit, complain, say, say_json, width
from tui.options import json_option, reading, store_option


@click.command()
@click.option("--forget", metavar="NAME", help="Forget the query saved under a name.")
@store_option
@json_option
def saved(forget: str | None, as_json: bool) -> Exit:
    """List the saved queries, each with how many of its answers are new."""
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.finding import news_value, saved_list
    from tui.saved_queries import finder_over, news_of

    with closing(UserData(userdata_path())) as desk:
        if forget is not None:
            desk.queries.forget(desk.queries.named(forget).name)
            return Exit.DONE
        kept = desk.queries.all()
        if kept:
            with reading() as store:
                finder = finder_over(store, desk)
                news = [news_of(finder, desk, one) for one in kept]
        else:
            news = []
    if as_json:
        say_json([news_value(one) for one in news])
    elif news:
        say(saved_list(news, width()))
    else:
        complain("no query is saved yet; `minutebook find --save NAME QUERY` saves one.")
    return Exit.DONE
