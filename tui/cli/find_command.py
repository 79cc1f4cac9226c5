"""`minutebook find`: answers to a query, to each line of standard input, or to a query that was saved."""

import gc
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from io import TextIOWrapper
from shlex import quote
from typing import TYPE_CHECKING

import click

from tui.cli.options import json_option, reading, store_option
from tui.terminal.console import Exit, complain, say, say_json, say_json_line, say_lit, width

if TYPE_CHECKING:
    import sqlite3

    from store.find.answer import Answer, Hit
    from store.find.finder import Finder
    from store.find.query import Query
    from store.userdata.userdata import UserData
    from tui.cli.find_printing import Found


_ALLOCATED = 50_000  # objects, most of which are there to stay
_FEW = 3  # answers of each section that the query does not ask for
_APART = ((), ())  # rows between sections


@click.command()
@click.argument("query", nargs=-1)
@click.option("--limit", type=click.IntRange(min=1), default=20, show_default=True, help="The most to print.")
@click.option("--stdin", "from_stdin", is_flag=True, help="Answer each line of standard input; with --json.")
@click.option("--save", metavar="NAME", help="Save the query under a name.")
@click.option("--saved", metavar="NAME", help="Ask the query saved under a name.")
@click.option("--new", "only_new", is_flag=True, help="With --saved: only what is new since --new last told.")
@store_option
@json_option
def find(
    query: tuple[str, ...],
    limit: int,
    from_stdin: bool,
    save: str | None,
    saved: str | None,
    only_new: bool,
    as_json: bool,
) -> Exit:
    """Find resolutions by words, mistyped or unfinished ones too, best first; then titles and discussion."""
    if (bool(query), from_stdin, saved is not None).count(True) != 1:
        raise click.UsageError("Say what to find: one of QUERY, --saved NAME and --stdin.")
    if from_stdin and not as_json:
        raise click.UsageError("--stdin answers in JSON: say --json too.")
    if save is not None and not query:
        raise click.UsageError("--save goes with the QUERY to save.")
    if only_new and saved is None:
        raise click.UsageError("--new goes with --saved NAME.")
    gc.set_threshold(_ALLOCATED)  # to look through what is being imported again and again takes a tenth of the time
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.session.searches import finder_over

    with closing(UserData(userdata_path())) as desk, reading() as store:
        finder = finder_over(store, desk, seconds=float("inf"))
        if from_stdin:
            return _answer_lines(finder, limit)
        if saved is not None and only_new:
            return _tell_new(store, finder, desk, saved, as_json=as_json)
        text = " ".join(query) if saved is None else desk.queries.named(saved).text
        if save is not None:
            _save(finder, desk, save, text)
        return _answer(store, finder, text, limit, as_json=as_json)


def _answer(store: "sqlite3.Connection", finder: "Finder", text: str, limit: int, *, as_json: bool) -> Exit:
    from tui.cli.find_printing import found_value

    query, (asked, *others) = _ask(finder, text, limit + 1)  # one more tells whether there are more
    there_are_more = len(asked.answer.hits) > limit
    asked = replace(asked, answer=replace(asked.answer, hits=asked.answer.hits[:limit]))
    people = finder.people(query)
    if as_json:
        say_json(found_value(query, [asked, *others], people))
    else:
        for person in people:
            complain(f"{person.told}; {person.filter} finds them.")
        for problem in query.problems:
            complain(problem.why)
        _tell(store, asked, [other for other in others if other.answer.hits])
        if there_are_more:
            complain(f"these are the best {limit}; --limit prints more.")
    return Exit.DONE if any(found.answer.hits for found in (asked, *others)) else Exit.FAILED


def _tell(store: "sqlite3.Connection", asked: "Found", others: "Sequence[Found]") -> None:
    """Print what was found in each section, and say which words found nothing."""
    from tui.cli.find_printing import unfound_sentences

    if asked.answer.hits or others:
        _print(store, asked.sentence, asked.answer.hits)
    else:
        complain(f"{asked.sentence}.")
    if not asked.answer.hits:
        for sentence in unfound_sentences(asked.answer):
            complain(sentence)
    for other in others:
        _print(store, other.sentence, other.answer.hits, below=True)


def _answer_lines(finder: "Finder", limit: int) -> Exit:
    """Answer standard input line by line, each before the next is read."""
    from tui.cli.find_printing import found_value

    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    for line in sys.stdin:
        query, found = _ask(finder, line.rstrip("\r\n"), limit)
        say_json_line(found_value(query, found, finder.people(query)))
    return Exit.DONE


def _ask(finder: "Finder", text: str, limit: int) -> "tuple[Query, list[Found]]":
    """The answer in the section that the query asks for; where it asks for none, a few of the other sections too."""
    from store.find.parse_query import parse_query
    from store.find.sentence import sentence
    from store.index.section import Section
    from tui.cli.find_printing import Found

    query = parse_query(text)
    found = []

    def add(ask: "Callable[[], Answer]") -> None:
        started = time.perf_counter()
        answer = ask()
        found.append(Found(answer, sentence(query, answer), (time.perf_counter() - started) * 1000))

    add(lambda: finder.find(query, limit))
    if query.section is None:
        for section in (one for one in Section if one is not found[0].answer.section):
            add(partial(finder.find_in, section, query, _FEW))
    return query, found


def _tell_new(store: "sqlite3.Connection", finder: "Finder", desk: "UserData", name: str, *, as_json: bool) -> Exit:
    """Tell all that is new in a saved query, and note that it was seen."""
    from tui.cli.find_printing import heading_of_news, news_value
    from tui.session.searches import news_of

    news = news_of(finder, desk, desk.queries.named(name))
    if as_json:
        say_json(news_value(news))
    elif news.new:
        _print(store, heading_of_news(news), news.new)
    else:
        complain(f"{heading_of_news(news)}.")
    desk.queries.look(news.saved.name, news.look, datetime.now(UTC))
    return Exit.DONE if news.new else Exit.FAILED


def _save(finder: "Finder", desk: "UserData", name: str, text: str) -> None:
    """Save a query; the answers that it has now count as seen."""
    from tui.session.searches import look_at

    look, _ = look_at(finder, text)
    now = datetime.now(UTC)
    saved = desk.queries.save(name, text, now)
    desk.queries.look(saved.name, look, now)
    complain(f"saved; `minutebook find --saved {quote(saved.name)} --new` tells what is new in it.")


def _print(store: "sqlite3.Connection", heading: str, hits: "Sequence[Hit]", *, below: bool = False) -> None:
    from store.citation.gather import gather
    from store.citation.style_catalogue import full_reference
    from tui.cli.find_printing import section_rows

    references = [full_reference(one) for one in gather(store, (hit.permalink for hit in hits))]
    say_lit([*_APART * below, *section_rows(heading, hits, references, width())])


@click.command()
@click.option("--forget", metavar="NAME", help="Forget the query saved under a name.")
@store_option
@json_option
def saved(forget: str | None, as_json: bool) -> Exit:
    """List the saved queries, each with how many of its answers are new."""
    from store.userdata.userdata import UserData
    from store.userdata.userdata_file import userdata_path
    from tui.cli.find_printing import news_value, saved_list
    from tui.session.searches import finder_over, news_of

    with closing(UserData(userdata_path())) as desk:
        if forget is not None:
            desk.queries.forget(desk.queries.named(forget).name)
            return Exit.DONE
        kept = desk.queries.all()
        if kept:
            with reading() as store:
                finder = finder_over(store, desk, seconds=float("inf"))
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
