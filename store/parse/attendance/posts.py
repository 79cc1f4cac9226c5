"""Posts and bodies beside names: "Head of Audit", "Town Mayor", "Police Scotland", "representing the Trust"."""

import re

from store.parse.attendance.names import NO_NAMES
from store.parse.decisions.prose import has_verb

# Words of which one makes a stretch what somebody is, and not who: offices, in English, Irish and Welsh, …
OFFICES = frozenset(
    """chair chairman chairwoman chairperson cathaoirleach gcathaoirleach chathaoirleach cadeirydd convenor convener
    presiding provost president speaker mayor mayoress maer dirprwy leas officer director manager head holder
    clerk clerc secretary chief executive leader solicitor engineer planner adviser advisor accountant auditor
    lead coordinator ordinator consultant lawyer treasurer surveyor assistant deputy librarian warden principal
    administrator superintendent foreman technician supervisor superviser specialist architect archivist
    scrutineer attorney counsel trainee apprentice intern registrar caretaker bursar rfo representative governor
    member trustee commissioner optee cooptee delegate observer invitee guest resident parishioner spokesperson
    spokesman spokeswoman volunteer substitute teacher headteacher reporter journalist student parent minister
    vicar rector curate ranger master whip ombudsman inspector constable sergeant garda commander
    counselor agent expert nurse midwife physician pharmacist psychologist
    cao selectman selectmen selectwoman facilitator moderator scribe notetaker""".split()  # noqa: SIM905
)
# … bodies that people come from, …
BODIES = frozenset(
    """council committee cttee group association assn trust diocese board team police ward division university college
    school academy church ltd limited company plc service department dept society institute forum federation
    partnership agency authority commission party parish network hospital nhs club centre office directorate
    unit district borough county city construction environmental engineers associate solution homes
    management consulting consultancy consultants inc llc llp corporation times gazette herald press""".split()  # noqa: SIM905
)
# … and what a post is of, where commas and "and" divide it ("Director, Adult Care, Housing and Leisure").
FIELDS = frozenset(
    """adult adults care housing finance financial education family families child children community communities
    planning development environment culture leisure highway highways road roads health operation operations
    quality improvement strategy strategic resource resources infrastructure legal governance democratic
    corporate regeneration property asset assets transport transportation regional national shared support
    business growth economy economic social public human ict it motor tax water emergency fire parks tourism
    heritage arts safety protection learning skills employment customer digital communication communications
    performance policy commissioning construction design project projects capital programme safeguarding
    inclusion wellbeing sport recreation amenity waste street streets streetscene energy climate licensing
    regulatory enforcement procurement revenue revenues benefit benefits audit risk assurance estate estates
    facilities north south east west central scotland wales england ireland
    local rural urban physical early help prevention intervention fostering adoption services""".split()  # noqa: SIM905
)
_HANDLE = re.compile(r"[a-z][a-z\d_-]{1,19}")
_WORD = re.compile(r"[^\W\d_]+")
# What a person stands for, or did: "representing the Trust", "arrived at 7.10 pm".
_SAID = re.compile(
    r"""(?:(?:also|was|were|is|are|had|who|both|all|as|a|an|the)\s+)*
    (?:representing|rep|on\sbehalf\sof|from|of|for|standing\sin|deputi[sz]ing|deputy\sfor|substitut\w+|sub\.?\sfor|arriv\w+
    |left|leaving|joined|joining|until|till|via|by|remote\w*|online|virtual\w*|in\s(?:the\schair|person|attendance|place)|items?
    |minute|attend\w*|present|absent|elected|co-?opted|with|at|no\slonger|resigned|excluding|except|apolog\w+|observ\w+|proxy
    |reporter|late|part)\b""",
    re.IGNORECASE | re.VERBOSE,
)
_ACRONYM = re.compile(r"(?![IVXLC]+\b)[A-Z][A-Za-z&/.]{0,2}[A-Z]{1,3}s?(?:\s(?!OF|THE|AND)[A-Z&]{2,5})?\.?")
_ARTICLE = re.compile(r"(?:[Tt]he|[Aa]n|[Aa](?=\s[a-z])|our|his|her|their)\s")


def is_post(text: str) -> bool:
    """Whether words tell what somebody is, in an office or of a body."""
    words = _words(text)
    told = not words.isdisjoint(OFFICES) or not words.isdisjoint(BODIES)
    return told or bool(_ACRONYM.fullmatch(text.strip()) or _ARTICLE.match(text))


def holds_office(text: str) -> bool:
    """Whether words name an office ("Town Clerk"), and not only a body ("Police Scotland")."""
    return not _words(text).isdisjoint(OFFICES)


def is_field(text: str) -> bool:
    """Whether words may be the rest of a post that a comma or "and" divides ("… and Leisure Services")."""
    return text[:1].islower() or not _words(text).isdisjoint(FIELDS)


def is_only_field(text: str) -> bool:
    """Whether words are nothing but what posts are of ("Economic Development")."""
    return all(word in FIELDS for word in text.casefold().split())


def is_remark(text: str) -> bool:
    """Whether words tell whom a person represents, or when they came ("arrived at 7.10 pm")."""
    return bool(_SAID.match(text))


def is_handle(text: str) -> bool:
    """Whether a word is what somebody is called in a chat ("maja", "jdw"), and no post or verb."""
    return bool(_HANDLE.fullmatch(text)) and text not in NO_NAMES and not is_post(text) and not has_verb(text)


def _words(text: str) -> set[str]:
    """The words of a text, in lower case, each also without the "s" of a plural."""
    words = {word.casefold() for word in _WORD.findall(text)}
    return words | {word[:-1] for word in words if word.endswith("s")}
