"""`minutebook follow`, `followed`, `unfollow` and `fetch`: minutes from council sites, and nothing else connects."""

import datetime as dt
import sys
from collections.abc import Iterable
from contextlib import closing
from typing import TYPE_CHECKING

import click

from store.text.clean import clean_line
from store.text.lists import counted
from tui.cli.options import json_option, store_file, store_option
from tui.terminal.console import Exit, complain, say, say_json, say_json_line

if TYPE_CHECKING:
    from store.fetch.fetching import FetchEvent
    from store.fetch.moderngov_site import SiteCommittee

_private_option = click.option(
    "--allow-private", is_flag=True, help="Ask addresses of private networks and of this machine, too."
)


@click.command()
@click.argument("url")
@click.option("--committee", "names", multiple=True, metavar="NAME", help="Only this committee; may be said again.")
@click.option(
    "--since", type=click.DateTime(["%Y-%m-%d"]), default="2000-01-01", help="Only meetings from this day on."
)
@click.option(
    "--council", callback=lambda _context, _option, name: name and clean_line(name), help="The site's council."
)
@click.option("--contact", metavar="ADDRESS", help="Where the council can reach you, which its site is told.")
@click.option("--list", "only_list", is_flag=True, help="Print the site's committees, and follow none.")
@_private_option
@store_option
@json_option
def follow(
    url: str,
    names: tuple[str, ...],
    since: dt.datetime,
    council: str | None,
    contact: str | None,
    only_list: bool,
    allow_private: bool,
    as_json: bool,
) -> Exit:
    """Follow the committees of a council's ModernGov site, of which URL is any page.

    Without --committee all of them. `minutebook fetch` then brings their minutes, now and whenever it is asked again.
    """
    from dataclasses import asdict

    from store.fetch.ledger import FollowedSite, open_ledger
    from store.fetch.moderngov_site import NotUnderstoodAnswer, base_of
    from store.fetch.one_request import RequestFailed, address_parts
    from store.fetch.polite_client import PoliteClient
    from store.fetch.site_asking import SiteAsking

    _require_extra()
    with open_ledger(store_file()) as ledger:
        known = ledger.sites()
        contact = clean_line(contact or next((one.contact for one in known), ""))
        if not contact.isascii() or not contact:
            raise click.UsageError("Say --contact once: an e-mail or web address at which a council can reach you.")
        try:
            address_parts(url)
            site = FollowedSite(base_of(url), contact, council, since.date())
            listed = SiteAsking(site, PoliteClient(contact, allow_private), ledger).committees()
        except (RequestFailed, NotUnderstoodAnswer) as failed:
            complain(f"{url}: {failed}")
            return Exit.FAILED
        chosen = _chosen(listed, names)
        if not only_list:
            ledger.follow(site, chosen)
    if as_json:
        say_json({"base": site.base, "committees": [asdict(one) for one in chosen]})
        return Exit.DONE
    for one in chosen:
        say(one.name)
    if not only_list:
        say(f"\n{counted(len(chosen), 'committee')} of {site.base} followed; `minutebook fetch` brings their minutes.")
    return Exit.DONE


@click.command()
@store_option
@json_option
def followed(as_json: bool) -> Exit:
    """List what is followed."""
    from store.fetch.ledger import open_ledger

    with open_ledger(store_file()) as ledger:
        sites = [(site, ledger.committees(site.base)) for site in ledger.sites()]
    if as_json:
        say_json([{"base": site.base, "council": site.council, "committees": [one.name for one in committees]}
                  for site, committees in sites])  # fmt: skip
        return Exit.DONE
    for site, committees in sites:
        say(f"{site.base}{f' ({site.council})' if site.council else ''}, from {site.since} on")
        for one in committees:
            say(f"    {one.name}")
    return Exit.DONE


@click.command()
@click.argument("url")
@store_option
def unfollow(url: str) -> Exit:
    """Follow a site no longer. What came of it stays in the store."""
    from store.fetch.ledger import open_ledger
    from store.fetch.moderngov_site import base_of

    with open_ledger(store_file()) as ledger:
        if ledger.unfollow(base_of(url)):
            return Exit.DONE
    complain(f"{url} is not followed.")
    return Exit.FAILED


@click.command()
@_private_option
@store_option
@json_option
def fetch(allow_private: bool, as_json: bool) -> Exit:
    """Bring what is new of all that is followed into the store.

    A site is asked once a second at most, and only what its robots.txt allows. Ctrl+C stops; the same again goes on
    from there.
    """
    from store.fetch.fetching import SiteStopped
    from store.fetch.fetching import fetch as fetch_all
    from store.fetch.ledger import open_ledger
    from store.fetch.polite_client import PoliteClient
    from tui.terminal.progress import interruptible

    _require_extra()
    stopped = False
    with open_ledger(store_file()) as ledger, interruptible() as interrupted:
        sites = ledger.sites()
        if not sites:
            complain("nothing is followed yet: minutebook follow URL")
            return Exit.FAILED
        client = PoliteClient(sites[0].contact, allow_private)
        today = dt.datetime.now(dt.UTC).astimezone().date()
        with closing(fetch_all(store_file(), ledger, sites, client, today)) as events:
            for event in events:
                stopped |= isinstance(event, SiteStopped)
                _tell(event, as_json=as_json)
                if interrupted():
                    break
    if not as_json:
        say(f"\n{counted(client.asked, 'request')}, {client.received / 1e6:.1f} MB.")
    if interrupted():
        complain("stopped; `minutebook fetch` goes on from there.")
        return Exit.INTERRUPTED
    return Exit.FAILED if stopped else Exit.DONE


def _tell(event: "FetchEvent", *, as_json: bool) -> None:
    from dataclasses import asdict

    from store.fetch.fetching import CommitteeAsked, MeetingFetched

    if as_json:
        told = {"event": type(event).__name__.lower(), **asdict(event)}
        say_json_line({name: str(value) if isinstance(value, dt.date) else value for name, value in told.items()})
        return
    match event:
        case CommitteeAsked():
            say(f"{event.committee}: {counted(event.due, 'meeting')} to ask for")
        case MeetingFetched() if event.failed:
            complain(f"{event.committee}, {event.date}: {event.failed}")
        case MeetingFetched():
            places = dict.fromkeys(one.meeting.permalink for one in event.stored)
            say(f"    {event.date}  {', '.join(places) or 'no minutes yet'}")
        case _:
            complain(f"{event.committee or event.base}: {event.reason}")
    sys.stdout.flush()


def _chosen(listed: "Iterable[SiteCommittee]", names: Iterable[str]) -> "list[SiteCommittee]":
    """The committees that are meant: of each name that of this very name, else those that have it in theirs."""
    listed = list(listed)
    if not names:
        return listed
    found = []
    for name in names:
        asked = clean_line(name).casefold()
        exact = [one for one in listed if one.name.casefold() == asked]
        some = exact or [one for one in listed if asked in one.name.casefold()]
        if not some:
            raise click.UsageError(f"The site has no committee “{clean_line(name)}”; --list prints those it has.")
        found += some
    return list({one.number: one for one in found}.values())


def _require_extra() -> None:
    from importlib.util import find_spec

    if find_spec("protego") is None:
        raise click.UsageError("Fetching needs: pip install 'minutebook[fetch]'")
