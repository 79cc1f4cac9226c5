"""The habits that minutes have, each independent of the others but for pairs that nobody could print or read."""

from collections.abc import Mapping
from random import Random

Habits = Mapping[str, str]

# Every habit with what it may be; a value twice is twice as likely.
CHOICES: dict[str, tuple[str, ...]] = {
    "page": ("minutes",),
    "format": ("text", "text", "markdown", "html"),
    "number": (
        "none", "none", "n", "n.", "n.", "n)", "(n)", "n/yy", "yy.nn", "yy.mm.nn", "PLAn/yy", "X n", "Xn/yy:",
        "X/n/yy", "Xn", "Minute n", "Item No. n", "Item n:", "roman", "letter", "n long", "X n/yyyy",
    ),
    "number at": ("before", "before", "before", "own line", "gap", "below"),
    "start": ("1", "1", "continuing"),
    "parts": ("none", "none", "none", "n.m", "(a)"),
    "title": ("plain", "capitals", "bold", "heading", "underlined", "colon", "run in"),
    "marker": (
        "RESOLVED that", "RESOLVED:", "RESOLVED –", "RESOLVED alone", "Resolved:", "Resolved that",
        "It was RESOLVED that", "IT WAS RESOLVED THAT", "AGREED that", "AGREED:", "AGREED to", "It was AGREED to",
        "Decision:", "DECISION alone", "UNANIMOUSLY RESOLVED that", "Members RESOLVED to", "RECOMMENDED that",
        "motion passed", "motion by", "prose", "prose", "prose", "prose", "prose", "mixed", "mixed", "bare",
    ),
    "label": ("(a)", "a)", "a.", "(i)", "i)", "i.", "(1)", "1.", "1)", "•", "-"),
    "clauses": ("lines", "lines", "run in"),
    "head": ("stacked", "minutes of", "MINUTES OF", "day first", "labels", "table"),
    "attendance": ("lines", "comma", "comma below", "roles", "columns", "table", "none"),
    "apologies": ("group", "sentence", "item"),
    "wrap": ("none", "60", "72", "80", "100"),
    "indent": ("none", "none", "body"),
    "blanks": ("one", "one", "none", "two before titles"),
    "furniture": ("none", "none", "number", "Page n of m", "running"),
    "actions": ("none", "none", "none", "line", "column"),
    "agenda": ("none", "none", "none", "before"),
    "reasons": ("none", "none", "none", "after"),
    "movers": ("none", "none", "before", "after", "lines"),
    "votes": ("none", "none", "counts", "sentence"),
    "lost": ("none", "none", "none", "motion"),
    "neighbour": ("none", "none", "dates", "sums", "payments", "planning", "had agreed", "quoted", "bullets"),
    "paragraphs": ("plain", "plain", "plain", "n.m"),
    "close": ("sentence", "label", "none"),
}  # fmt: skip

_PLAIN_NUMBERS = ("n", "n.", "n)", "n long")


_TELLS_MOVERS = ("prose", "mixed", "motion passed", "motion by", "bare")  # in its words, or not at all

# What a format cannot have, and what it has instead.
_UNLIKE: dict[str, dict[str, tuple[tuple[str, ...], str]]] = {
    "text": {"title": (("bold", "heading"), "capitals")},
    "markdown": {
        "title": (("underlined",), "bold"), "wrap": ((), "none"), "indent": ((), "none"), "blanks": ((), "one"),
        "furniture": ((), "none"), "actions": (("column",), "line"), "attendance": (("columns",), "lines"),
        "number at": (("gap",), "before"),
    },
}  # fmt: skip
_UNLIKE["html"] = _UNLIKE["markdown"]


def draw(rng: Random, told: Habits | None = None) -> dict[str, str]:
    """A mixture of habits that somebody could print and somebody else could read; `told` are kept as they are."""
    for _ in range(10_000):
        drawn = {name: rng.choice(values) for name, values in CHOICES.items()} | dict(told or {})
        settled = {name: _settled(drawn["format"], name, value) for name, value in drawn.items()}
        if settled["marker"] in _TELLS_MOVERS:
            settled["movers"] = "none"
        if possible(settled) and all(settled[name] == value for name, value in (told or {}).items()):
            return settled
    raise ValueError(f"nobody could print or read a page with {dict(told or {})}")


def _settled(form: str, name: str, value: str) -> str:
    """The value of a habit in a format that may not know it."""
    known = _UNLIKE[form].get(name)
    return known[1] if known and (not known[0] or value in known[0]) else value


def possible(h: Habits) -> bool:
    """Whether a person could tell what is meant by a page with these habits."""
    unnumbered = h["number"] == "none"
    plain = h["number"] in _PLAIN_NUMBERS
    never = (
        unnumbered and h["title"] == "plain" and h["blanks"] != "two before titles",
        unnumbered and h["number at"] != "before",
        unnumbered and (h["parts"] == "n.m" or h["paragraphs"] == "n.m" or h["agenda"] == "before"),
        h["number at"] == "below" and h["number"] not in ("PLAn/yy", "n/yy", "X/n/yy", "X n/yyyy"),
        h["number at"] == "own line" and h["blanks"] == "none",
        h["title"] == "run in" and h["number at"] != "before",
        h["title"] in ("run in", "colon") and h["number"] in ("Item n:", "Xn/yy:"),
        h["title"] == "run in" and (h["agenda"] == "before" or h["paragraphs"] == "n.m"),
        h["start"] == "continuing" and h["number"] in ("roman", "letter", "Item No. n", "Item n:", "n long"),
        # Paragraphs that wrap are apart by blank lines or by nothing.
        h["blanks"] == "none" and (h["wrap"] != "none" or h["title"] == "plain"),
        h["parts"] == "(a)" and h["label"] in ("(a)", "a)") and h["title"] in ("plain", "run in"),
        h["parts"] == "n.m" and (not plain or h["paragraphs"] == "n.m" or h["title"] == "run in"),
        h["paragraphs"] == "n.m" and not plain,
        # A list counted as the items are, in a page that shows its items by nothing else.
        h["title"] in ("plain", "run in") and (h["number"], h["label"]) in _SAME_COUNTER,
        h["title"] in ("plain", "run in") and h["number"] in ("n", "n.") and h["neighbour"] == "payments",
        h["clauses"] == "run in" and h["label"] in ("-", "•", "1.", "a.", "i."),
        h["marker"] == "bare" and (h["lost"] != "none" or h["votes"] != "none"),
    )  # fmt: skip
    return not any(never)


_SAME_COUNTER = (
    ("n.", "1."), ("n", "1."), ("n)", "1)"), ("(n)", "(1)"), ("roman", "i."), ("letter", "a."), ("n", "1)"),
)  # fmt: skip
