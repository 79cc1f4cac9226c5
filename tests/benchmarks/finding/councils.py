"""The councils of a made-up country, with their committees, places and people."""

import random
from dataclasses import dataclass

_PLACE_FIRST = """
Ald Amber Ash Barn Beck Birch Black Bracken Brad Bram Brim Broad Burn Cald Carl Chal Clay Cold Cran Crow Dal Deep Dun
East Elm Ever Fair Fen Fern Frost Gar Glen Gold Gran Hal Harl Haw Hazel Heath Hen High Hol Horn Kel Kirk Lang Lin Long
Mar Mead Mel Mill Moor Nether North Oak Orm Over Pen Pol Quarn Ram Raven Red Rush Sand Sax Shel Silver South Spar Stan
Stoke Sut Swan Tarn Thorn Tid Under Wal Warm Wend West White Well Win Wood Wrex Yar
"""
_PLACE_LAST = """
acre beck berry borough bourne bridge brook burgh bury by cliffe combe cote dale den down end fell field fleet fold ford
gate grove ham hampton haven head hill holme holt hurst lake leigh low marsh mere minster mouth ness over pool ridge
shaw side stead stoke thorpe ton vale wade water well wick wold worth
"""
_PERSON_LAST = """
acott aker aldson arby aven bert blett bold cock cott croft dell derson dine elling er erby eridge field gill
good gould graves greave gress iman ingham ings kett kin land lett ley lock man mont nell ock om onby orne pole rick
sey ship shott sley smith son stall stone ter tree wain wall ward way win wright yatt
"""
_STREETS = ("Road", "Street", "Lane", "Avenue", "Close", "Way", "Gardens", "Crescent", "Hill", "Row")
_KINDS = ("Borough Council", "District Council", "County Council", "City Council", "Town Council", "Parish Council")
_COMMITTEES = """
Planning Committee|Cabinet|Full Council|Overview and Scrutiny Committee|Licensing Sub-Committee
Audit and Governance Committee|Children’s Services Scrutiny Panel|Adult Social Care Select Committee|Housing Committee
Highways and Transport Panel|Environment Committee|Finance and Resources Committee|Standards Committee
Health and Wellbeing Board|Personnel Committee|Corporate Parenting Board|Pension Fund Committee|Schools Forum
Community Safety Partnership|Regeneration Board|Parks and Open Spaces Committee|Area Committee (North)
Area Committee (South)|Policy and Strategy Committee
""".strip().replace("\n", "|").split("|")  # fmt: skip
_COUNCILS, _COMMITTEES_EACH = 80, (3, 5)
_PLACES_EACH, _PEOPLE_EACH, _STREETS_EACH = 60, 50, 80


@dataclass(frozen=True, slots=True)
class Council:
    """A council, what is in it, and who. Streets are whole ("Ashmere Road"), people are surnames."""

    name: str
    slug: str
    places: tuple[str, ...]
    streets: tuple[str, ...]
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Committee:
    """A committee. `numbering` says how it numbers items, `labels` its clauses."""

    name: str
    council: Council
    numbering: int
    labels: int


def make_committees(seed: int) -> list[Committee]:
    """All committees of the country, council by council."""
    chance = random.Random(f"country {seed}")
    names = chance.sample(PLACES, _COUNCILS)
    made = []
    for name in names:
        streets = tuple(f"{chance.choice(PLACES)} {chance.choice(_STREETS)}" for _ in range(_STREETS_EACH))
        places, people = chance.sample(PLACES, _PLACES_EACH), chance.sample(PEOPLE, _PEOPLE_EACH)
        council = Council(f"{name} {chance.choice(_KINDS)}", name.lower(), tuple(places), streets, tuple(people))
        own = chance.sample(_COMMITTEES, chance.randint(*_COMMITTEES_EACH))
        made += [Committee(one, council, chance.randrange(3), chance.randrange(3)) for one in own]
    return made


def _joined(first: list[str], last: list[str]) -> list[str]:
    """Every name of a beginning and an end that do not run three like letters together."""
    return [one + two for one in first for two in last if one[-1] != two[0] and one.lower() != two]


PLACES = _joined(_PLACE_FIRST.split(), _PLACE_LAST.split())
PEOPLE = _joined(_PLACE_FIRST.split(), _PERSON_LAST.split())
