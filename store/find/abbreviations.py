"""What people write short: words of councils as their minutes and their readers shorten them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

SHORT_FOR: Final = {
    "acct": "account", "admin": "administration", "agmt": "agreement", "amdt": "amendment", "appt": "appointment",
    "asst": "assistant", "ave": "avenue", "bldg": "building", "brd": "board", "chmn": "chairman", "cl": "councillor",
    "cllr": "councillor", "cllrs": "councillors", "clr": "councillor", "cmte": "committee", "cncl": "council",
    "co": "county", "comm": "committee", "comms": "communications", "cons": "consultation", "corp": "corporation",
    "cres": "crescent", "cte": "committee", "ctee": "committee", "ctte": "committee", "cttee": "committee",
    "dept": "department", "depts": "departments", "dev": "development", "devt": "development", "dir": "director",
    "dist": "district", "ed": "education", "env": "environment", "est": "estate", "exec": "executive",
    "ext": "extension", "fin": "finance", "gdns": "gardens", "gov": "government", "govt": "government",
    "hse": "house", "hwy": "highway", "hwys": "highways", "info": "information", "lib": "library", "lic": "licensing",
    "maint": "maintenance", "mgmt": "management", "mgr": "manager", "mgt": "management", "min": "minute",
    "mins": "minutes", "mtg": "meeting", "mtgs": "meetings", "mun": "municipal", "neigh": "neighbourhood",
    "org": "organisation", "orgs": "organisations", "perf": "performance", "pk": "park", "plng": "planning",
    "pol": "policy", "prog": "programme", "proj": "project", "prop": "property", "qtr": "quarter", "rd": "road",
    "rec": "recreation", "recs": "recommendations", "ref": "reference", "regen": "regeneration", "regs": "regulations",
    "rep": "report", "reps": "representatives", "res": "resolution", "sch": "school", "sec": "secretary",
    "sgt": "sergeant", "sq": "square", "st": "street", "subcttee": "subcommittee",
    "svc": "service", "svcs": "services", "temp": "temporary", "tfc": "traffic", "transp": "transport",
    "vol": "voluntary", "wkg": "working", "wkshop": "workshop", "yr": "year", "yrs": "years",
}  # fmt: skip
"""A word written short, and the word; only where letters left out make it, or custom."""

_TELLING = 4  # letters from which a word written short is hardly another word


def _written_short() -> Mapping[str, Sequence[str]]:
    shorts: dict[str, list[str]] = defaultdict(list)
    for short, whole in SHORT_FOR.items():
        if len(short) >= _TELLING:
            shorts[whole].append(short)
    return dict(shorts)


WRITTEN_SHORT: Final = _written_short()
"""A word, and how it is written short where it cannot be taken for another."""
