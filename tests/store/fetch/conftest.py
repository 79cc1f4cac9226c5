"""A council's site on this machine, a store, and fetching from the one into the other."""

import datetime as dt
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from store.fetch.fetching import FetchEvent, fetch
from store.fetch.ledger import FollowedSite, open_ledger
from store.fetch.moderngov_site import SiteCommittee
from store.fetch.one_request import RequestLimits
from store.fetch.polite_client import PoliteClient
from tests.store.fetch.council_site import CouncilSite, served

TODAY = dt.date(2024, 1, 31)
Fetching = Callable[[], list[FetchEvent]]


@pytest.fixture
def site(fixtures: Path) -> Iterator[CouncilSite]:
    with served(CouncilSite(pdf=(fixtures / "formats" / "brackwater-harbour-2023-05-16.pdf").read_bytes())) as site:
        yield site


@pytest.fixture
def store(tmp_path: Path) -> Path:
    return tmp_path / "minutes.db"


@pytest.fixture
def client() -> PoliteClient:
    """A client that may ask this machine, waits for nobody and has little patience."""
    limits = RequestLimits(seconds=20.0, size=1_000_000)
    return PoliteClient("me@example.org", allow_private=True, least_delay=0, limits=limits, first_wait=0)


@pytest.fixture
def fetched(site: CouncilSite, store: Path, client: PoliteClient) -> Fetching:
    """Follows all of the site and fetches; the events."""

    def run() -> list[FetchEvent]:
        with open_ledger(store) as ledger:
            followed = FollowedSite(site.base, client.contact, "Brackwater Borough Council", dt.date(2000, 1, 1))
            ledger.follow(followed, [SiteCommittee(number, name) for number, name in site.committees.items()])
            return list(fetch(store, ledger, ledger.sites(), client, TODAY))

    return run
