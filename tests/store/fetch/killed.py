"""Kill fetching again and again: `python -m tests.store.fetch.killed COMMITTEES MEETINGS KILLS` tells what came."""

import datetime as dt
import random
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from store.database.connect import open_for_reading
from store.fetch.fetching import fetch
from store.fetch.ledger import FollowedSite, open_ledger
from store.fetch.moderngov_site import SiteCommittee
from store.fetch.polite_client import PoliteClient
from tests.store.fetch.council_site import CouncilSite, served

_FETCH = "import sys; from pathlib import Path; from tests.store.fetch.killed import go_on; go_on(Path(sys.argv[1]))"
_ROOT = Path(__file__).parents[3]
_DAYS = 100  # between two meetings of a committee; the last is before today


@dataclass(frozen=True, slots=True)
class Survived:
    """What came of a site: its requests, those asked twice, the decisions in the store, the kills, the seconds."""

    requests: int
    twice: int
    decisions: int
    kills: int
    seconds: float


def go_on(store: Path) -> None:
    """Fetch what is followed, with no delay."""
    client = PoliteClient("me@example.org", allow_private=True, least_delay=0, first_wait=0)
    with open_ledger(store) as ledger:
        for _ in fetch(store, ledger, ledger.sites(), client, dt.datetime.now(dt.UTC).date()):
            pass


def kill_again_and_again(committees: int, meetings: int, kills: int, seed: int = 1) -> Survived:
    """Fetch so many meetings of each of so many committees, and end the program so many times on the way."""
    chance = random.Random(seed)
    today = dt.datetime.now(dt.UTC).date()
    site = CouncilSite(
        committees={
            number: f"{_ORDINALS[number % 10]} Harbour Committee {number}" for number in range(1, committees + 1)
        },
        meetings=[
            (number * 1_000 + at, number, f"{today - dt.timedelta(days=_DAYS * at):%d/%m/%Y}", "text")
            for number in range(1, committees + 1)
            for at in range(1, meetings + 1)
        ],
    )
    begun = time.monotonic()
    with TemporaryDirectory() as folder, served(site):
        store = Path(folder) / "minutes.db"
        with open_ledger(store) as ledger:
            followed = FollowedSite(site.base, "me@example.org", "Brackwater Borough Council", dt.date(1900, 1, 1))
            ledger.follow(followed, [SiteCommittee(number, name) for number, name in site.committees.items()])
        killed = 0
        share = committees * meetings / (kills + 1)
        while True:
            until = len(site.asked) + chance.uniform(0.2, 1.6) * share
            with subprocess.Popen([sys.executable, "-c", _FETCH, str(store)], cwd=_ROOT) as fetching:
                while fetching.poll() is None:
                    if killed < kills and len(site.asked) > until:
                        fetching.kill()
                        fetching.wait()
                        killed += 1
                    time.sleep(0.005)
            if fetching.returncode == 0:
                break
            if fetching.returncode > 0:
                raise RuntimeError("fetching failed by itself")
        with closing(open_for_reading(store)) as opened:
            (decisions,) = opened.execute("SELECT count(DISTINCT text) FROM clause").fetchone()
    times = Counter(path for path in site.asked if "robots" not in path)
    twice = sum(count - 1 for count in times.values())
    return Survived(len(site.asked), twice, decisions, killed, time.monotonic() - begun)


_ORDINALS = "First Second Third Fourth Fifth Sixth Seventh Eighth Ninth Tenth".split()  # noqa: SIM905

if __name__ == "__main__":
    print(kill_again_and_again(*map(int, sys.argv[1:])))  # noqa: T201
