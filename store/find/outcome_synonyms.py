"""What people call an outcome that minutes are filed under by another name: what was granted was approved."""

from typing import Final

ALSO_CALLED: Final = {
    "accepted": "agreed",
    "adjourned": "deferred",
    "adopted": "approved",
    "asked": "requested",
    "authorized": "authorised",
    "dismissed": "refused",
    "elected": "appointed",
    "endorsed": "supported",
    "granted": "approved",
    "instructed": "authorised",
    "invited": "requested",
    "nominated": "appointed",
    "permitted": "approved",
    "postponed": "deferred",
    "presented": "reported",
    "rejected": "refused",
    "submitted": "reported",
    "welcomed": "supported",
}
