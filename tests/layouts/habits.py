"""The habits that minutes have, each independent of the others but for pairs that nobody could print or read."""

from collections.abc import Mapping
from random import Random

Habits = Mapping[str, str]

_HEADS = ("stacked", "centred", "minutes of", "MINUTES OF", "day first", "labels", "table", "one line", "parish")

# Every habit with what it may be; a value that stands twice is twice as likely.
CHOICES: dict[str, tuple[str, ...]] = {
    "page": (
        "minutes", "minutes", "minutes", "minutes", "minutes", "minutes", "minutes", "moderngov", "moderngov",
        "item", "issue", "record", "extracted", "tabled",
    ),
    "format": ("text", "text", "text", "markdown", "markdown", "html", "docx", "pdf"),
    "number": (
        "none", "none", "n", "n.", "n.", "n)", "(n)", "n/yy", "yy.nn", "yy.mm.nn", "PLAn/yy", "X n", "Xn/yy:",
        "X/n/yy", "Xn", "Minute n", "Item No. n", "Item n:", "roman", "letter", "n long", "X n/yyyy",
    ),
    "number at": ("before", "before", "before", "own line", "gap", "below"),
    "start": ("1", "1", "continuing"),
    "parts": ("none", "none", "none", "n.m", "(a)"),
    "title": ("plain", "capitals", "bold", "heading", "underlined", "colon", "run in"),
    "titles": ("short", "short", "long"),
    "preamble": ("none", "none", "the body"),
    "detail": ("none", "none", "ward", "arrived"),
    "source": ("plain", "plain", "quoted", "wrapped"),
    "marker": (
        "RESOLVED that", "RESOLVED:", "RESOLVED –", "RESOLVED alone", "RESOLVED, that:", "Resolved:", "Resolved that",
        "Resolved – That", "Resolved: -", "RESOLVED – T H A T", "It was RESOLVED that", "IT WAS RESOLVED THAT",
        "AGREED that", "AGREED:", "AGREED to", "AGREED, votes", "It was AGREED to", "Agreed to", "Decision:",
        "DECISION alone", "UNANIMOUSLY RESOLVED that", "RESOLVED unanimously", "therefore RESOLVED",
        "The Committee RESOLVED", "hands RESOLVED", "Members RESOLVED to", "RECOMMENDED that", "And Resolved",
        "DECIDED:", "PENDERFYNWYD", "motion passed", "motion by", "motion CARRIED", "prose", "prose", "prose", "prose",
        "prose", "prose", "prose", "mixed", "mixed", "mixed", "bare", "bare",
    ),
    "label": ("(a)", "a)", "a.", "(i)", "i)", "i.", "(1)", "1.", "1)", "•", "-"),
    "clauses": ("lines", "lines", "run in"),
    "head": (*_HEADS, "front matter"),
    "attendance": (
        "lines", "comma", "comma below", "roles", "columns", "table", "beside", "role first", "posts", "grid", "none",
    ),
    "apologies": ("group", "sentence", "item"),
    "public": ("none", "none", "counted"),
    "wrap": ("none", "60", "72", "80", "100"),
    "indent": ("none", "none", "body"),
    "blanks": ("one", "one", "none", "two before titles"),
    "furniture": ("none", "none", "number", "Page n of m", "running", "site"),
    "actions": ("none", "none", "none", "line", "column"),
    "agenda": ("none", "none", "none", "before"),
    "sections": ("none", "Minutes:", "Decision:", "both", "dropped"),
    "reasons": ("none", "none", "none", "after"),
    "movers": ("none", "none", "before", "after", "lines"),
    "votes": ("none", "none", "counts", "sentence", "bracket", "names"),
    "lost": ("none", "none", "none", "motion", "withdrawn"),
    "neighbour": (
        "none", "none", "dates", "sums", "payments", "planning", "had agreed", "quoted", "bullets", "to be agreed",
        "year", "office",
    ),
    "paragraphs": ("plain", "plain", "plain", "n.m"),
    "gaps": ("none", "none", "none", "skips"),
    "after": ("none", "none", "talk"),
    "divided": ("none", "none", "none", "PART ONE"),
    "declared": ("none", "none", "told"),
    "confirmed": ("decided", "decided", "passive"),
    "counted": ("typed", "typed", "by Word"),
    "close": ("sentence", "label", "none"),
}  # fmt: skip

_MARKUP = {
    "title": ("plain", "capitals", "bold", "bold", "heading", "colon", "run in"),
    "wrap": ("none",),
    "indent": ("none",),
    "blanks": ("one",),
    "furniture": ("none", "site"),
    "actions": ("none", "line"),
    "counted": ("typed",),
    "head": ("stacked", "minutes of", "MINUTES OF", "day first", "labels", "table", "one line", "parish"),
    "number at": ("before", "own line", "below"),
}
_NO_COLUMNS = ("lines", "comma", "comma below", "roles", "table", "role first", "posts", "grid", "none")
_ON_SITE = {
    "format": ("text",),
    "number at": ("before",),
    "parts": ("none",),
    "title": ("plain",),
    "head": ("one line",),
    "attendance": ("none",),
    "apologies": ("item",),
    "wrap": ("none",),
    "indent": ("none",),
    "blanks": ("one",),
    "furniture": ("none", "site"),
    "actions": ("none",),
    "agenda": ("none",),
    "paragraphs": ("plain",),
    "close": ("none",),
    "public": ("none",),
    "gaps": ("none",),
    "after": ("none",),
    "divided": ("none",),
    "declared": ("none",),
    "detail": ("none",),
    "source": ("plain",),
}
_ONE_ITEM = {**_ON_SITE, "number": ("none",), "start": ("1",), "furniture": ("none",)}

# The plainest company for a habit: what everybody reads.
PLAIN = {
    "page": "minutes", "format": "text", "number": "n.", "number at": "before", "start": "1", "parts": "none",
    "title": "capitals", "marker": "RESOLVED that", "label": "(a)", "clauses": "lines", "head": "stacked",
    "attendance": "comma", "apologies": "group", "public": "none", "wrap": "none", "indent": "none", "blanks": "one",
    "furniture": "none", "actions": "none", "agenda": "none", "sections": "none", "reasons": "none", "movers": "none",
    "votes": "none", "lost": "none", "titles": "short", "preamble": "none", "detail": "none", "source": "plain",
    "neighbour": "none", "paragraphs": "plain", "close": "sentence",
    "confirmed": "decided", "counted": "typed", "gaps": "none", "after": "none", "divided": "none", "declared": "none",
}  # fmt: skip

# What a habit leaves of the others: each may then be one of these alone.
LEAVES: dict[tuple[str, str], dict[str, tuple[str, ...]]] = {
    ("page", "minutes"): {"sections": ("none",)},
    ("page", "tabled"): {
        "sections": ("none",),
        "format": ("markdown", "html", "docx"),
        "title": ("plain", "bold", "bold", "capitals"),
        "number": ("n", "n.", "n)", "n/yy", "yy.nn"),
        "number at": ("before",),
        "parts": ("none",),
        "paragraphs": ("plain",),
        "agenda": ("none",),
        "actions": ("none", "column", "column"),
        "source": ("plain",),
    },
    ("page", "moderngov"): {
        **_ON_SITE,
        "format": ("text", "text", "html"),
        "number": ("n.", "n.", "none"),
        "sections": ("Minutes:", "both", "dropped"),
        "movers": ("none", "before"),
    },
    ("page", "item"): {**_ONE_ITEM, "sections": ("Minutes:", "Decision:", "both", "dropped")},
    ("page", "issue"): {**_ONE_ITEM, "number": ("n", "n."), "sections": ("Minutes:", "Decision:", "both")},
    ("page", "record"): {**_ONE_ITEM, "sections": ("Decision:",), "neighbour": ("none",), "lost": ("none",)},
    ("page", "extracted"): {
        **_ONE_ITEM,
        "sections": ("Minutes:",),
        "movers": ("none", "before"),
        "neighbour": ("none", "had agreed", "quoted"),
        "clauses": ("lines",),
    },
    ("format", "text"): {
        "title": ("plain", "capitals", "underlined", "colon", "run in"),
        "head": _HEADS,
        "source": ("plain",),
        "counted": ("typed",),
    },
    ("format", "markdown"): {**_MARKUP, "attendance": _NO_COLUMNS, "head": (*_MARKUP["head"], "front matter")},
    ("format", "html"): {**_MARKUP, "attendance": _NO_COLUMNS, "source": ("plain",)},
    ("format", "docx"): {
        **_MARKUP,
        "counted": ("typed", "by Word"),
        "attendance": _NO_COLUMNS,
        "furniture": ("none",),
        "source": ("plain",),
    },
    ("format", "pdf"): {
        "head": _HEADS,
        "source": ("plain",),
        "counted": ("typed",),
        "title": ("plain", "capitals", "bold", "bold", "colon", "run in"),
        "wrap": ("72", "80"),
        "blanks": ("one", "two before titles"),
        "furniture": ("none", "number", "Page n of m", "running"),
    },
    ("marker", "prose"): {"movers": ("none",), "votes": ("none",)},
    ("marker", "mixed"): {"movers": ("none",), "votes": ("none",)},
    ("marker", "motion passed"): {"movers": ("none",), "votes": ("none",)},
    ("marker", "motion by"): {"movers": ("none",), "votes": ("none",)},
    ("marker", "motion CARRIED"): {"movers": ("none",), "votes": ("none",)},
    ("marker", "And Resolved"): {"movers": ("none",)},
    ("marker", "bare"): {"movers": ("none",), "votes": ("none",), "lost": ("none",)},
}

_PLAIN_NUMBERS = ("n", "n.", "n)", "n long")
_SAME_COUNTER = (
    ("n.", "1."), ("n", "1."), ("n)", "1)"), ("(n)", "(1)"), ("roman", "i."), ("letter", "a."), ("n", "1)"),
)  # fmt: skip


def draw(rng: Random, told: Habits | None = None, *, tries: int = 10_000) -> dict[str, str]:
    """A mixture of habits that somebody could print and somebody else could read; `told` are kept as they are.

    Raises `ValueError` where no page can have all that is told.
    """
    first: dict[str, str] = {}
    for tried in range(tries):
        if tried % 10 == 0:  # what leaves least of the others comes first, lest it come seldom
            first = {name: rng.choice(CHOICES[name]) for name in ("page", "format", "marker", "number", "title")}
        drawn = {name: rng.choice(values) for name, values in CHOICES.items()} | first | dict(told or {})
        for cause in ("page", "format", "marker"):  # in this order: a page may leave one format alone
            for name, left in LEAVES.get((cause, drawn[cause]), {}).items():
                if drawn[name] not in left:
                    drawn[name] = rng.choice(left)
        if possible(drawn) and all(drawn[name] == value for name, value in (told or {}).items()):
            return drawn
    raise ValueError(f"nobody could print or read a page with {dict(told or {})}")


def in_plain_company(rng: Random, told: Habits) -> dict[str, str]:
    """The habits told among the plainest others that they can stand beside.

    Raises `ValueError` where no page can have all that is told.
    """
    free: dict[str, str] = {}
    for name, value in PLAIN.items():
        if name in told:
            continue
        try:
            draw(rng, {**told, **free, name: value}, tries=600)
        except ValueError:
            continue
        free[name] = value
    return draw(rng, {**free, **told})


def possible(h: Habits) -> bool:
    """Whether a person could tell what is meant by a page with these habits."""
    unnumbered = h["number"] == "none"
    plain = h["number"] in _PLAIN_NUMBERS
    minutes = h["page"] == "minutes"
    bare_titles = minutes and h["title"] == "plain"
    never = (
        unnumbered and bare_titles and h["blanks"] != "two before titles",
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
        minutes and h["title"] in ("plain", "run in") and (h["number"], h["label"]) in _SAME_COUNTER,
        minutes and h["title"] in ("plain", "run in") and plain and h["neighbour"] == "payments",
        h["clauses"] == "run in" and h["label"] in ("-", "•", "1.", "a.", "i."),
        # Where nothing marks a decision, a motion that is told beside it would be all that is.
        h["page"] == "record" and h["marker"] in ("prose", "mixed", "motion passed", "motion by", "motion CARRIED"),
        h["titles"] == "long" and (h["title"] in ("run in", "colon") or (unnumbered and bare_titles)),
        h["titles"] == "long" and h["page"] == "extracted",
        h["source"] == "wrapped" and (h["title"] in ("plain", "run in") and h["titles"] == "long"),
        # Word counts without a gap, and counts titles apart from clauses.
        h["counted"] == "by Word" and (h["gaps"] == "skips" or h["page"] == "tabled" or h["number at"] != "before"),
        h["page"] == "moderngov" and h["format"] == "html" and h["furniture"] == "site",
        h["page"] == "tabled" and (h["actions"] == "line" or h["divided"] != "none"),
        # A heading among titles that are headings too would be one of them.
        h["divided"] != "none" and (unnumbered or h["number at"] != "before"),
        h["attendance"] == "none" and (h["detail"] != "none" or h["public"] != "none"),
    )  # fmt: skip
    return not any(never)
