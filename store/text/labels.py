"""The labels that stand before clauses and points: "(iv)", "a)", "2.", "-"."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

from store.text.clean import fold, squeeze
from store.text.numerals import roman_value

# What labels count with, for patterns that are read without regard to capitals: Roman figures or a letter, or digits.
LETTERS: Final = r"(?:[ivxl]{1,6}|[a-z])"
FIGURE: Final = rf"(?:{LETTERS}|\d{{1,3}})"

_LABEL = re.compile(
    r"""(?P<bullet>[-–—•·▪◦*](?=\s)\s*|o(?=[ \u00a0]{2})\s*)?
    (?P<label>
        \((?:[ivxl]{1,6}|[a-zA-Z]|\d{1,3})\)\.?
      | (?:[ivxl]{1,6}|[a-zA-Z]|\d{1,3})\)(?=\s|$)
      | (?:[ivx]{1,6}|[a-z]|\d{1,2})\.(?=\s|$)
      | [A-H]:(?=\s)
      | [A-H](?=[ \u00a0]{3,}\S)
    )?(?P<cell>\s{0,4}\|(?=\s))?""",
    re.VERBOSE,
)
_BULLET = re.compile(r"^[-–—•·▪◦*o]\s+(?=\S)")
_RANGE = 3  # labels in a row that are written as a range
_LARGEST_SKIP = 3  # labels are misprinted and left out, but a larger step is another list's


@dataclass(frozen=True, slots=True)
class Label:
    """A label at the start of words.

    `printed` is all of it ("- (iv)", "(iv) |" in a cell of a table); `sign` is the label without a bullet before it
    ("(iv)"), or only the bullet; `figure` is what counts ("iv"; empty for a bullet); `end` is where the words begin in
    them, in characters.
    """

    printed: str
    sign: str
    figure: str
    end: int


def read_label(words: str) -> Label | None:
    """The label that `words`, spaced as in their source, begin with, if any."""
    match = _LABEL.match(words)
    if match is None or not match.group():
        return None
    bullet, label = (match["bullet"] or "").strip(), match["label"]
    if not label:
        return Label(bullet, bullet, "", match.end("bullet")) if bullet else None
    return Label(squeeze(match.group()), label, label.strip("().:"), match.end())


def is_label_alone(words: str) -> bool:
    """Whether `words` are a label of a list and nothing else, so that what it labels is still to come."""
    label = read_label(words)
    return label is not None and bool(label.figure) and label.end == len(words)


@dataclass(frozen=True, slots=True)
class ListNumbering:
    """How one list is labelled: what encloses the figure ("(#)", "#)", "#."), and which figures count.

    A list of bullets is one too; its enclosure is the bullet and its labels count to nothing.
    """

    enclosure: str
    system: str

    @classmethod
    def begun_by(cls, first: Label) -> "ListNumbering | None":
        """The numbering of a list by its first label; None for bullets, which do not count."""
        figure = first.figure
        if not figure:
            return None
        if figure.isdecimal():
            system = "arabic"
        elif figure.islower() and roman_value(figure) is not None and (len(figure) > 1 or figure == "i"):
            system = "roman"
        else:
            system = "upper" if figure.isupper() else "lower"
        return cls(first.sign.replace(figure, "#"), system)

    @classmethod
    def of_bullets(cls, first: Label) -> "ListNumbering":
        """The numbering of a list of bullets, whose clauses count to nothing."""
        return cls(first.sign, "bullets")

    def value(self, label: Label) -> int | None:
        """What `label` counts to in this list ("(iv)" is 4, "b)" is 2); None when it belongs to another."""
        figure = label.figure
        if not figure or label.sign.replace(figure, "#") != self.enclosure:
            return None
        if self.system == "arabic":
            return int(figure) if figure.isdecimal() else None
        if self.system == "roman":
            return roman_value(figure)
        if len(figure) != 1 or figure.isdecimal() or figure.isupper() != (self.system == "upper"):
            return None
        return ord(figure.casefold()) - ord("a") + 1

    def follows(self, label: Label, previous: int) -> int | None:
        """The value of `label` when it goes on from one that counted to `previous`, labels left out allowed for."""
        if self.system == "bullets":
            return previous + 1 if label.sign == self.enclosure else None
        value = self.value(label)
        return value if value is not None and previous < value <= previous + _LARGEST_SKIP else None


def label_key(label: str) -> str:
    """What "(iv)", "iv)" and "IV." have in common: "iv". A mark of its own ("-") is its own key."""
    return re.sub(r"[^\w~]", "", fold(label)) or label


def pinpoint(number: str | None, label: str | None) -> str:
    """An item's number with a clause's label as citations write it: "18(iv)", "10(b)" for "b)", "42(3)" for "3."."""
    return f"{number or ''}{bracketed(label)}"


def bracketed(label: str | None) -> str:
    """A label as citations write it, "(b)" for "b)" and "- (b)"; nothing for a bullet, which names no clause."""
    figure = re.sub(r"^\W+|\W+$", "", label or "")
    return f"({figure})" if figure else ""


def without_bullet(label: str) -> str:
    """A label without the bullet that stands before it: "(b)" for "- (b)"; a bullet by itself stays."""
    return _BULLET.sub("", label)


def bracketed_list(labels: Iterable[tuple[str, bool]]) -> str:
    """Labels of one item in printed order, each with whether it follows on the one before: "(i), (iv)–(vi)"."""
    return ", ".join(_ranges(labels))


def _ranges(labels: Iterable[tuple[str, bool]]) -> Iterator[str]:
    run: list[str] = []
    for label, follows in [*labels, ("", False)]:
        if follows:
            run.append(label)
            continue
        if len(run) >= _RANGE:
            yield f"{run[0]}–{run[-1]}"
        else:
            yield from run
        run = [label]
