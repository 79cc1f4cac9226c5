"""The sample minutes that come with the project: councils and people that do not exist, in every layout there is."""

from pathlib import Path

from store.errors import StoreError
from store.ingest.events import Failed
from store.ingest.importer import import_paths

# Printed minutes seldom name their council, so it is told, by how the files' names begin.
_COUNCILS = {
    "brackwater": "Brackwater Borough Council",
    "eastmarsh": "Eastmarsh Borough Council",
    "tarrowshire": "Tarrowshire County Council",
    "wendleham": "Wendleham Parish Council",
}


def sample_folder() -> Path:
    """Where the sample minutes lie: in the package when installed, among the fixtures in a checkout.

    Raises `StoreError` when neither has them.
    """
    package = Path(__file__).parents[1]
    for folder in (package / "sample_minutes", package.parent / "fixtures" / "minutes"):
        if folder.is_dir():
            return folder
    raise StoreError("The sample minutes are not here; install minutebook again to have them.")


def build_sample(store_path: Path) -> None:
    """Put the sample minutes into the store at `store_path`. Raises `StoreError` naming a document that fails."""
    folder = sample_folder()
    for begins, council in _COUNCILS.items():
        for event in import_paths(store_path, sorted(folder.glob(f"{begins}-*.txt")), council):
            if isinstance(event, Failed):
                raise StoreError(f"{event.name}: {event.reason}")
