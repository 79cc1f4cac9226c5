"""People as minutes list them: names with titles, posts before, behind and in brackets, what they were there for."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from store.parse.attendance.names import NO_NAMES, is_name, other_council, read_title
from store.parse.attendance.pieces import FILLER, Piece, pieces_of, without_marks
from store.parse.attendance.posts import holds_office, is_field, is_handle, is_only_field, is_post, is_remark
from store.parse.decisions.prose import has_verb
from store.text.clean import squeeze

_COUNT = r"""(?:an?|no|\d{1,4}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some
    |approximately\s\d{1,4})"""
# "and nine members of the public", with the sentence that they are the subject of.
_PUBLIC = re.compile(
    rf"""(?:[,;.&]|(?<!\s)\s|^)\s{{0,2}}(?:(?:and|plus|together\swith|also)\s)?(?:{_COUNT}\s)
    (?:(?:other|local)\s)?(?:(?:members?|representatives?)\s(?:of|from)\s(?:the\s)?(?:general\s)?(?:public|press|media)(?:\s(?:and|or)\s(?:the\s)?(?:press|media|public))?
    |parishioners?|residents?|members?|electors?|visitors?|guests?|homeowners?|pcso['’]?s)\b
    (?:\s*(?:\.|was\b|were\b|attended\b|present\b|did\b).*$)?""",
    re.IGNORECASE | re.VERBOSE,
)
# "Head of Finance (Mr. T. Ash)": posts, each before the name that fills it.
_POSTED = re.compile(r"(?P<role>[^()]{1,199}?)[\s,]{0,3}\((?P<name>[A-Z][^()]{1,80})\)[\s,.;]{0,3}")
# Brackets of other kinds around words; glued to a name, they are what some program left of its marks ("[red]Ash").
_ROUNDED = re.compile(r"\[(?=\s?[A-Za-z])[^\[\]]{0,80}\](?!\w)|\{[^{}]{0,80}\}(?!\w)")
_DASH = re.compile(r"\s[–—-]{1,2}\s|(?<=\w)(?<!Vice)(?<!Deputy)[–-](?=Chair|(?:present|here|absent|aye|yes)\b)")
_RANGE = re.compile(r"(?:[A-Z]+\d+/\d+.*|(?:\w\W?){1,3}[-–].*\d)")
_CALLED = re.compile(r"@|(?:she|he|they)\s?/", re.IGNORECASE)  # how somebody is written to, and spoken of
_INITIAL = re.compile(r"[A-Z]{1,2}\.?")
_CAME = re.compile(
    r"(?:(?:was|were|also|both|all|are|is)\s)*(?:present|in\sattendance|attend\w*)(?:\sthe\smeeting)?", re.IGNORECASE
)
_ROLE_WORDS = frozenset(("of", "the", "for", "and", "to", "members", "member", "&", "in", "at", "on", "co-opted"))
_BODIES = (" CC", " PC", " TC", " BC", " DC", " Council", " Committee")  # "Chairman of Ash & Elm CC"
_REMEMBERED = 512  # lines: a list is looked at several times, to know where it begins and ends and then to read it
_LONGEST_ROLE = 150  # characters: what is longer tells something else of whoever begins it
_FEWEST = 2  # names that make a list of which others may be one word
_MOST_WORDS_OF_A_POST = 8
_GOES_ON = frozenset(("of", "for", "the", "and", "to", "in"))  # words that no post ends with
_MOST_WORDS_OF_A_NAME = 16  # with all titles before and letters behind it
_SIGN = re.compile(r"[PASLXN✓✔✗*-]|yes|no|\d{1,2}/\d{1,2}|\d+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Person:
    """A name with its title, and a role; `start` and `end` are where both stand in the text that was read."""

    name: str
    role: str | None
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Named:
    """A piece read as a person: the name, and the role printed before or behind it in the piece."""

    name: str
    role: str | None = None


def read_people(text: str, *, posts: bool) -> list[Person]:
    """The people in a line of an attendance list, or in a sentence's list of names, in order.

    `posts` says that posts and bodies are to be expected beside the names ("Ann Lee, Head of Audit"), as in a list of
    officers. What is neither a name nor belongs to one is left out.
    """
    return list(_people(text, posts=posts))


@lru_cache(maxsize=_REMEMBERED)
def _people(text: str, *, posts: bool) -> tuple[Person, ...]:
    text = _PUBLIC.sub(lambda found: ";".ljust(len(found.group())), text)
    text = without_marks(text)
    text = _ROUNDED.sub(lambda found: f"({found.group()[1:-1]})", text)
    posted = list(_POSTED.finditer(text))
    if posted and _is_posted(posted[0]):
        posted = [match for match in posted if _is_posted(match)]
        after = posted[-1].end()
        rest = (
            replace(one, start=one.start + after, end=one.end + after) for one in _people(text[after:], posts=posts)
        )
        return (*_posted(posted), *rest)
    return tuple(_Listing(text, posts=posts).read(pieces_of(text)))


def without_public(text: str) -> str:
    """A text without the count of those who listened ("and nine members of the public")."""
    return _PUBLIC.sub("", text)


def begins_with_person(text: str) -> bool:
    """Whether words begin with somebody's title and name."""
    titled = read_title(text)
    return titled is not None and text[titled.length : titled.length + 1].isupper()


def shared_title(text: str) -> str | None:
    """The title that the names of `text` share, in the singular."""
    titled = read_title(text.lstrip())
    return titled.shared if titled else None


def _is_posted(match: re.Match[str]) -> bool:
    role = match["role"].strip()
    titled = read_title(match["name"])
    first = role.split(",", maxsplit=1)[0].strip()
    named = is_name(first) and not holds_office(first)
    return titled is not None and holds_office(role) and not named


def _posted(matches: Sequence[re.Match[str]]) -> Iterator[Person]:
    for match in matches:
        role = match["role"].strip(" ,.;").removeprefix("and ")
        for person in _Listing(match["name"], posts=False).read(pieces_of(match["name"])):
            yield Person(person.name, role, match.start(), match.end("name"))


class _Listing:
    """One list, read from its first piece to its last: a plural title goes on, a post belongs to who stands before."""

    def __init__(self, text: str, *, posts: bool) -> None:
        self.text = text
        self.posts = posts
        self.people: list[Person] = []
        self.shared: str | None = None
        self.single = False  # surnames alone are names here, as after "Councillors"
        self.in_role = False
        self.role_start: int | None = None  # of the last role, where it stands behind its name

    def read(self, pieces: Sequence[Piece]) -> list[Person]:
        names = sum(is_name(piece.text.strip(" .")) for piece in pieces)
        if not names and len(pieces) >= _FEWEST and all(is_handle(piece.text) for piece in pieces):
            return [Person(piece.text, None, piece.start, piece.end) for piece in pieces]
        if names < _FEWEST and len(pieces) > 1:  # "Present: Ash, Elm, Oak", "Attending: Ann (chair), Bo"
            words = [_DASH.split(piece.text)[0].strip(" .") for piece in pieces]
            alike = not self.posts or not any(map(is_name, words))  # "Ann Ash, Ranger" is one person
            single = all(is_name(word, single=True) and not is_post(word) for word in words)
            names = len(words) if alike and single else names
        for index, piece in enumerate(pieces):
            following = pieces[index + 1] if index + 1 < len(pieces) else None
            self._piece(piece, following, listed=names >= _FEWEST)
        return [one for one in self.people if len(one.role or "") <= _LONGEST_ROLE]

    def _piece(self, piece: Piece, following: Piece | None, *, listed: bool) -> None:
        if piece.before in ("strong", "stop"):
            self.in_role = False
        if self.people and (at := self._name_after_field(piece.text, following)):
            self._extend(Piece(piece.text[:at].strip(), piece.start, piece.start + at, piece.before))
            piece = replace(piece, text=piece.text[at:], start=piece.start + at)
        elif self.people and self._is_beside(piece):
            self._extend(piece)
            return
        titled = read_title(piece.text)
        if titled and titled.shared:
            self.shared, self.single = titled.shared, True
            piece = replace(piece, text=piece.text[titled.first :])
            self._add(piece, self.shared)
        elif titled and not other_council(piece.text):
            shared = self.shared if self._goes_on(piece, councillor=titled.councillor) else None
            self.single = self.single or titled.councillor
            self._add(piece, shared)
            if not titled.councillor and shared is None:
                self.shared = None
        else:
            self.single = self.single or other_council(piece.text) is not None
            self._add(piece, self.shared, following, single=listed)

    def _goes_on(self, piece: Piece, *, councillor: bool) -> bool:
        """Whether a courtesy stands under the plural title before it ("Councillors Ash and Mrs Birch")."""
        if councillor or piece.before in ("strong", "gap", "stop"):
            return False
        return not any(holds_office(words) for words, _ in piece.brackets if "chair" not in words.casefold())

    def _miswritten(self, piece: Piece, following: Piece | None) -> _Named | None:
        """A name whose last word lacks its capital ("Paul senior"), known by the post behind it."""
        words = piece.text.split()
        before_post = following is not None and following.before == "comma" and is_post(following.text)
        named = len(words) == 2 and words[1].islower() and is_name(piece.text.title()) and not is_post(piece.text)
        return _Named(piece.text) if before_post and named and not self.people else None

    def _add(self, piece: Piece, shared: str | None, following: Piece | None = None, *, single: bool = False) -> None:
        named = _read_name(piece.text, single=single or self.single) or self._miswritten(piece, following)
        if named is None:
            self.in_role = False
            return
        if named.role and piece.before == "strong":
            self.shared = shared = None
        name, role = squeeze(named.name), named.role
        if shared and not named.role:
            name = f"{shared} {name}"
        end = piece.end
        for words, stop in piece.brackets:
            end = stop
            if len(named.name.split()) == 1 and _INITIAL.fullmatch(words):
                name = f"{name} ({words})"
            elif not (_RANGE.fullmatch(words) or _CALLED.search(words) or _are_initials(words, named.name)):
                role = role or words or None
        self.people.append(Person(name, role, piece.start, end))
        self.in_role, self.role_start = bool(named.role), None

    def _is_beside(self, piece: Piece) -> bool:
        """Whether words belong to the person before them: a post, a body, what they were there for."""
        words = piece.text.strip(" .–—-")
        last = self.people[-1]
        if _SIGN.fullmatch(words) or _are_initials(words, last.name):
            return True
        if any(read_title(inside) for inside, _ in piece.brackets):
            return False
        if self.in_role and piece.before == "and" and words.endswith(_BODIES):
            return True
        if is_remark(words) and not _is_officer(words):
            return True
        if _read_name(words, single=False) and not (self.in_role and is_field(words) and piece.before != "gap"):
            untitled = self.posts and piece.before == "comma" and not read_title(words) and not other_council(words)
            alone = last.role is None and not piece.brackets and is_field(words)
            return untitled and alone and read_title(last.name) is not None
        return is_post(words) or (self.in_role and is_field(words))

    def _extend(self, piece: Piece) -> None:
        last = self.people[-1]
        words = piece.text.strip(" .,–—-")
        if _SIGN.fullmatch(words) or _CAME.fullmatch(words) or _are_initials(words, last.name):
            self.people[-1] = replace(last, end=max(last.end, piece.end))
            return
        end = piece.brackets[-1][1] if piece.brackets else piece.end
        self.people[-1] = replace(last, role=self._role_with(piece, last.role, words), end=max(last.end, end))
        self.in_role = True

    def _role_with(self, piece: Piece, role: str | None, words: str) -> str:
        """The role of the last person as it is printed, to the end of `piece` where nothing else stands between."""
        if role is None:
            self.role_start = piece.start + piece.text.index(words)
        printed = self.text[self.role_start : piece.end] if self.in_role and self.role_start is not None else "("
        return role or squeeze(words) if "(" in printed else squeeze(printed.replace(FILLER, "")).strip(" .,–—-")

    def _name_after_field(self, words: str, following: Piece | None) -> int:
        """Where a name begins behind the end of somebody else's post ("Adult Care Bob Ray", before "Director")."""
        split = words.split()
        if not (self.in_role and following and len(split) > 2 and is_post(following.text)):
            return 0
        name = " ".join(split[-2:])
        return len(words) - len(name) if is_name(name) and not is_post(name) and is_field(" ".join(split[:-2])) else 0


def _read_name(text: str, *, single: bool) -> _Named | None:
    """A piece as a name with what is printed of the person in the same piece; None where it names nobody."""
    if text.rstrip().endswith(":"):
        return None
    words = text.strip(" .:*")
    dash = _DASH.search(words)
    if dash:
        left, right = words[: dash.start()].strip(), words[dash.end() :].strip(" .")
        if named := _plain(left, single=single):
            return _Named(named.name, named.role or right or None)
        if (named := _plain(right, single=False)) and is_post(left):
            return _Named(named.name, left)
        return None
    if ":" in words:
        left, _, right = words.partition(":")
        if (named := _plain(left.strip(), single=False)) and is_post(right):  # "Ann Ash: Chair"
            return _Named(named.name, right.strip())
        named = _plain(right.strip(), single=False)
        return _Named(named.name, left.strip()) if named and is_post(left) else None
    return _plain(words, single=single)


def _plain(words: str, *, single: bool) -> _Named | None:
    if not words:
        return None
    if other := other_council(words):
        role, length = other
        named = _plain(words[length:], single=True)
        return _Named(named.name, role) if named else None
    titled = read_title(words)
    split = words.split()
    if titled and is_post(words) and (behind := _post_behind(split)) and " " in (behind.role or ""):
        return behind
    if is_name(words, single=single) and (titled or not (is_post(words) or is_only_field(words))):
        return _Named(words)
    if len(split) > 2 and _are_initials(split[-1], " ".join(split[:-1])):
        return _plain(" ".join(split[:-1]), single=single)
    return _said_behind(split, single=single) or _post_before(split) or _post_behind(split)


def _said_behind(split: Sequence[str], *, single: bool) -> _Named | None:
    """Names with what is said of them: "Una Ash representing the Trust", "Bo Elm was absent"."""
    at = next((index for index, word in enumerate(split) if word.islower() and is_remark(" ".join(split[index:]))), 0)
    name = " ".join(split[:at])
    if not at:
        return None
    named = (
        _Named(name)
        if is_name(name, single=single) and (read_title(name) or not is_post(name))
        else _post_before(split[:at])
    )
    if named is None:
        return None
    said = " ".join(split[at:])
    return named if named.role or _CAME.fullmatch(said) else _Named(named.name, said)


def _is_officer(words: str) -> bool:
    """Whether words are a post and whoever fills it ("co-opted Member Miss A Ash"), with title and name."""
    named = _post_before(words.split())
    post = named.role if named else None
    return named is not None and bool(post) and read_title(named.name) is not None and str(post).split()[-1].istitle()


def _post_before(split: Sequence[str]) -> _Named | None:
    """Posts before a name: "President Una Ash", "Town Clerk Mrs A Vane"."""
    for at in range(1, min(len(split), _MOST_WORDS_OF_A_POST)):
        post, name = " ".join(split[:at]), " ".join(split[at:])
        plain = all(not word.islower() or word in _ROLE_WORDS for word in split[:at])
        surname = at == len(split) - 1 and holds_office(post) and not is_field(name) and not split[at - 1].islower()
        named = is_name(name, single=surname) and (read_title(name) or not is_post(name))
        whole = split[at - 1] not in _GOES_ON  # "Borough Council of King's Lynn" is a body, and no one's post
        if plain and whole and is_post(post) and not has_verb(post) and named:
            return _Named(name, None if post == "Members" else post)
    return None


def _post_behind(split: Sequence[str]) -> _Named | None:
    """Posts behind a name: "A Ash Tarrow District Council", "P. ASH CATHAOIRLEACH"."""
    first: _Named | None = None
    for at in range(2, min(len(split), _MOST_WORDS_OF_A_NAME)):
        name, post = " ".join(split[:at]), " ".join(split[at:])
        if not is_name(name) or is_post(name) or not is_post(post) or has_verb(post):
            continue
        named = _Named(name, post)
        if holds_office(split[at]):
            return named
        first = first or named
    return first


def _are_initials(words: str, name: str) -> bool:
    """Whether letters are those that a name begins with ("PYe" of Peter Yew), or stand for one as such."""
    letters = re.sub(r"[^A-Za-z/]", "", words)
    if not 1 < len(letters) <= 4 or not letters[0].isupper() or words.casefold() in NO_NAMES:
        return False
    firsts = [word[0] for word in name.split() if word[:1].isupper()]
    return letters[0] in firsts and any(letter in letters[1:] for letter in firsts[-1:])
