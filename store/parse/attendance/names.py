"""Names of people as minutes print them: courtesies and offices before a name, letters after it."""

import re
from dataclasses import dataclass
from functools import lru_cache

# (as printed, in the singular): printed once in the plural, a title stands before each of the names after it.
_PLURALS = {
    "councillors": "Councillor",
    "councilors": "Councillor",
    "cllrs": "Cllr",
    "clirs": "Cllr",
    "aldermen": "Alderman",
    "messrs": "Mr",
    "messers": "Mr",
    "comhairleoirí": "Comhairleoir",
    "cynghorwyr": "Cynghorydd",
}
# What stands before a name and is printed with it: (kind, pattern, example).
TITLES = (
    ("councillor", r"Councill?ors?|Coun\.?|Cllr\.?s?\.?|Clirs?\.?|Cllor\.?|Ald(?:erm[ae]n|\.)", "Cllr. Ash"),
    ("courtesy", r"Messe?rs\.?|Mrs?\.?|Ms\.?|Miss|Mx\.?|Master|Madam|Esq\.?", "Mrs Ash"),
    ("learned", r"Drs?\.?|Prof(?:essor|\.)?|Eur\sIng", "Dr. Ash"),
    ("reverend", r"(?:The\s)?(?:Rt\.?\s)?Rev(?:d|erend|'d)?\.?|Canon|Archdeacon", "Revd Ash"),
    ("clergy", r"Fr\.?|Father|Pastor|Sister|Rabbi|Imam", "Fr Ash"),
    (
        "police",
        r"P\.?C\.?S\.?O\.?|P\.C\.?|PC|WPC|CPO|D[CSI]|Sgt\.?|Sergeant|Insp(?:ector|\.)?|Sup(?:erintenden)?t\.?|Garda",
        "PC Ash",
    ),
    ("chief", r"Ch(?:ief|\.)\s(?:Supt|Superint|Insp)\w*\.?|Det(?:ective|\.)\s\w+", "Chief Supt. Ash"),
    ("rank", r"Lt\.?|Col(?:onel|\.)?|Maj(?:or|\.)?|Capt(?:ain|\.)?|Cmdr\.?|Wg\sCdr|Brig(?:adier|\.)?", "Major Ash"),
    ("peer", r"Sir|Dame|Lord|Lady|Baroness|Viscount|(?:The\s)?(?:Rt\.?\s)?Hon(?:ourable|\.)?", "Sir A Ash"),
    ("member", r"Cr\.?(?=\s[A-ZÀ-Ý])", "Cr Ash"),
    ("city", r"Deputy(?=\s[A-ZÀ-Ý][\w'’-]*\s[A-ZÀ-Ý])|Commoner|Bailie|Senator", "Deputy Ann Ash"),
    ("irish", r"(?:An\s)?C(?:mhlr|omh)\.?|(?:An\s)?Comhairleoir(?:í)?", "Cmhlr. Ó Ash"),
    (
        "welsh",
        r"(?:Y\s)?Cyng(?:h(?:orydd|orwyr)?)?\.?(?:\s(?:Sir|Tref|Cymuned|Bwrdeistref))?",
        "Y Cynghorydd Sir Ash",
    ),
)
_TITLE_PATTERN = "|".join(pattern for _, pattern, _ in TITLES)
_TITLE = re.compile(rf"(?:{_TITLE_PATTERN})(?:\s+|(?<=\.)(?=[A-ZÀ-Ý]))", re.IGNORECASE)
_FIRST_TITLE = re.compile(rf"(?P<title>{_TITLE_PATTERN})(?:\s+|(?<=\.)(?=[A-ZÀ-Ý]))", re.IGNORECASE)
# "Borough Councillor A Ash": whose councillor is the role, and the name stands without it.
_OTHER_COUNCILS = re.compile(
    r"(?P<role>(?:County|Borough|District|City|Town|Parish|Community|Ward|Unitary|Regional|Sir|Dosbarth)\s(?:Councill?ors?|Cllr\.?s?)|[BCDP]C?/?Cllr\.?|Commissioners?|Trustees?|Supervisors?|Council\s?[Mm]embers?|Selectm[ae]n|Reeve)\s+",
    re.IGNORECASE,
)
_LETTERS = frozenset(
    """obe mbe cbe dbe kbe bem mp msp ms am td mla mep jp cc bc dc qc kc kt dl jnr snr jr sr jnr. snr. jr. sr. esq esq.
    phd frics frtpi mcip asgn cgma""".split()  # noqa: SIM905 (a list of words reads better so)
)
_PARTICLES = frozenset("de da di du del della van von der den ten la le y ap ab ferch uí ui bin ibn al el".split())  # noqa: SIM905
_TOKEN = re.compile(
    r"""(?:\[[^\sA-ZÀ-Ý]{0,30})?["'‘“(]?(?:[A-ZÀ-Ý][\w'’`´]*\.?(?:[-–][A-ZÀ-Ýa-z][\w'’]*)*|(?:[A-ZÀ-Ý]\.)+(?:[A-ZÀ-Ý][\w'’-]*)?|d['’][A-Z]\w+|[OÓD]\s?['’]\s?\w+)["'’”)]?\.?(?:\[[^\s]{0,8})?"""
)
_JOINTS = frozenset(("OF", "THE", "AND", "FOR", "TO", "IN", "ON", "AT", "BY", "WITH", "FROM"))  # of a title in capitals
_REMEMBERED = 4096  # texts: a list is looked at several times, to know where it begins and ends and then to read it
_MOST_WORDS = 5  # of a name without its titles
# Words that begin no name however they are capitalised: what lists say where nobody is named, and what heads columns.
NO_NAMES = frozenset(
    """none nil no not councillor councillor. cllr cllr. deputy alderman name names initials role item items action
    actions total apologies apology absent present attendance attending minutes agenda the there all and or
    none. members member public press also date time venue yes n/a na tbc vacant vacancy signed page councillors
    officers officials reeve parishioners residents observers various several others other guests visitors apologise
    received noted report reports resolved agreed i. ii. ii iii iii. iv iv. v. vi vi. vii vii. viii viii. ix ix.
    x. xi xi.
    accepted given nobody everyone everybody
    xii xii. xiii xiv xv by to in on at of for with from before after during via until""".split()  # noqa: SIM905
)
# Words of which one makes a stretch the title of something that is talked of.
_THINGS = frozenset(
    """meeting meetings minutes matters arising questions session business report reports item items agenda project
    projects forum correspondence finance interest interests declaration declarations budget precept calendar
    consent presentation presentations petition petitions hearing resolution motion motions works plan policy
    review update updates approval adoption election appointment experience qualifications history approach
    services""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class Titled:
    """What stands before a name: its `length` in characters, the `first` title's, the singular that a plural shares."""

    length: int
    first: int
    shared: str | None
    councillor: bool


@lru_cache(maxsize=_REMEMBERED)
def read_title(text: str) -> Titled | None:
    """The titles that `text` begins with ("Cllr Mrs "), None for none."""
    first = None if text[:1].islower() else _FIRST_TITLE.match(text)
    if first is None:
        return None
    printed = first["title"].casefold()
    end = first.end()
    while more := _TITLE.match(text, end):
        end = more.end()
    shared = _PLURALS.get(printed.rstrip("."))
    if shared and first["title"].rstrip(".").casefold() == "cllrs":
        shared = "Cllr." if first["title"].endswith(".") else "Cllr"
    if shared == "Mr" and first["title"].endswith("."):
        shared = "Mr."
    return Titled(end, first.end(), shared, printed.startswith(("coun", "cll", "clir", "ald", "c", "y c", "an c")))


def other_council(text: str) -> tuple[str, int] | None:
    """The office in another council that `text` begins with ("County Councillor "), and its length; None for none."""
    match = _OTHER_COUNCILS.match(text)
    return (match["role"], match.end()) if match else None


@lru_cache(maxsize=_REMEMBERED)
def is_name(text: str, *, single: bool = False) -> bool:
    """Whether words are somebody's name; `single`: a surname alone is one, as after "Councillors"."""
    titled = read_title(text)
    rest = text[titled.length :] if titled else text
    words = rest.replace(", ", ". ", 1).split() if rest[1:3] == ", " else rest.split()
    while len(words) > 1 and words[-1].casefold().strip(".,()") in _LETTERS:
        words = words[:-1]
    if not words or len(words) > _MOST_WORDS or words[0].casefold().strip(".,()") in NO_NAMES:
        return False
    if not all(_TOKEN.fullmatch(word) or word.casefold() in _PARTICLES for word in words):
        return False
    if not titled and any(word.casefold().strip(".,:") in _THINGS for word in words):
        return False
    if any(word in _JOINTS for word in words) or not any(sum(map(str.isalpha, word)) > 1 for word in words):
        return False
    return len(words) > 1 or bool(titled) or single or bool(re.fullmatch(r"(?:[A-ZÀ-Ý]\.)+[A-ZÀ-Ý][\w'’-]+", words[0]))
