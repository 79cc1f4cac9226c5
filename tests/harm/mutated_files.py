"""Damaged files by the thousand: each is read or refused, within the deadline, and nothing else happens.

Run by `make harm`, or `python -m tests.harm.mutated_files 200` for so many of each format. Exits with 1 when a file was
answered in any other way.
"""

import random
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from store.errors import NotMinutes
from store.ingest.read_minutes import read_minutes
from store.readers.pool import DEADLINE, read_apart
from tests.store.readers.test_damage import cut, flipped, repeated, shuffled

_FIXTURES = Path(__file__).parents[2] / "fixtures"
_MANY = 2_000
_MUTATIONS = (cut, flipped, shuffled, repeated)


def mutants(sources: list[Path], count: int, folder: Path) -> Iterator[Path]:
    """`count` files in `folder`, each a damaged copy of one of `sources`."""
    chance = random.Random(count)
    for number in range(count):
        source = chance.choice(sources)
        damaged = chance.choice(_MUTATIONS)(source.read_bytes(), chance)
        path = folder / f"{number:05}{source.suffix}"
        path.write_bytes(damaged)
        yield path


def main(count: int) -> int:
    """Print for each format what became of its files; the exit status."""
    sources = defaultdict(list)
    for folder in ("minutes", "layouts", "formats"):
        for path in sorted((_FIXTURES / folder).iterdir()):
            if path.suffix != ".json":
                sources[path.suffix.replace(".html", ".htm")].append(path)
    failed = 0
    for suffix, originals in sources.items():
        became: Counter[str] = Counter()
        slowest, before = 0.0, time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            for outcome in read_apart(read_minutes, list(mutants(originals, count, Path(folder)))):
                slowest, before = max(slowest, time.monotonic() - before), time.monotonic()
                if outcome.error is None:
                    became["read"] += 1
                elif isinstance(outcome.error, NotMinutes):
                    became["not minutes"] += 1
                elif outcome.error.reason.startswith(("ended the process", "took longer", "needs more")):
                    became[outcome.error.reason] += 1
                else:
                    became["refused"] += 1
        died = became["ended the process that read it"]
        failed += died
        told = ", ".join(f"{number} {what}" for what, number in became.most_common())
        sys.stdout.write(
            f"{suffix:<6} {count} damaged files: {told}; the slowest took {slowest:.2f} s of {DEADLINE:g}\n"
        )
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else _MANY))
