"""Decisions as minutes word them, each with what should be read of it."""

from collections.abc import Callable
from random import Random
from typing import NamedTuple

from tests.layouts.blocks import Block, Said
from tests.layouts.habits import Habits
from tests.layouts.meeting import Decision
from tests.layouts.numbering import label
from tests.layouts.words import Action, Person

FORMAL = {
    # habit: what stands before the words, what begins them, their mood
    "RESOLVED that": ("RESOLVED that ", "", "that"),
    "RESOLVED:": ("RESOLVED: ", "That ", "that"),
    "RESOLVED –": ("RESOLVED – ", "That ", "that"),
    "RESOLVED alone": ("RESOLVED\n", "That ", "that"),
    "Resolved:": ("Resolved: ", "That ", "that"),
    "Resolved that": ("Resolved that ", "", "that"),
    "It was RESOLVED that": ("It was RESOLVED that ", "", "that"),
    "IT WAS RESOLVED THAT": ("IT WAS RESOLVED THAT ", "", "that"),
    "AGREED that": ("AGREED that ", "", "that"),
    "AGREED:": ("AGREED: ", "That ", "that"),
    "AGREED to": ("AGREED to ", "", "to"),
    "It was AGREED to": ("It was AGREED to ", "", "to"),
    "Decision:": ("Decision: ", "That ", "that"),
    "DECISION alone": ("DECISION\n", "That ", "that"),
    "UNANIMOUSLY RESOLVED that": ("UNANIMOUSLY RESOLVED that ", "", "that"),
    "Members RESOLVED to": ("Members RESOLVED to ", "", "to"),
    "RECOMMENDED that": ("RECOMMENDED that ", "", "that"),
}


class Written(NamedTuple):
    """A decision on the page, and what should be read of it (without its item yet)."""

    blocks: tuple[Block, ...]
    said: tuple[Said, ...]


class Wording(NamedTuple):
    """A sentence that decides: `before` its words, `words`, `after` them; `also` is what else is rightly its words."""

    before: str
    words: str
    after: str
    also: tuple[str, ...] = ()


def _agreed_that(a: Action, m: Person, s: Person) -> Wording:
    return Wording("It was agreed that ", a.that, ".")


PROSE: dict[str, Callable[[Action, Person, Person], Wording]] = {
    "it was agreed that": _agreed_that,
    "it was agreed to": lambda a, m, s: Wording("It was agreed to ", a.to, "."),
    "it was unanimously agreed": lambda a, m, s: Wording("It was unanimously agreed that ", a.that, "."),
    "after discussion": lambda a, m, s: Wording("After some discussion it was agreed to ", a.to, "."),
    "it was decided": lambda a, m, s: Wording("It was decided to ", a.to, "."),
    "it was resolved": lambda a, m, s: Wording("It was resolved that ", a.that, "."),
    "members agreed": lambda a, m, s: Wording("Members agreed to ", a.to, "."),
    "councillors agreed": lambda a, m, s: Wording("Councillors agreed that ", a.that, "."),
    "the council agreed": lambda a, m, s: Wording("The Council agreed to ", a.to, "."),
    "all agreed": lambda a, m, s: Wording("All agreed that ", a.that, "."),
    "proposed by, agreed": lambda a, m, s: Wording(
        f"It was proposed by {m.spoken}, seconded by {s.spoken} and agreed that ", a.that, "."
    ),
    "proposed by, carried": lambda a, m, s: Wording(
        f"It was proposed by {m.spoken} and seconded by {s.spoken} that ", a.that, ". Carried unanimously."
    ),
    "on the proposal of": lambda a, m, s: Wording(
        f"On the proposal of {m.spoken}, seconded by {s.spoken}, it was agreed to ", a.to, "."
    ),
    "A proposed, seconded": lambda a, m, s: Wording(
        f"{m.spoken} proposed that ", a.that, f", seconded by {s.spoken}. All in favour."
    ),
    "A proposed. B seconded": lambda a, m, s: Wording(
        f"{m.spoken} proposed that ", a.that, f". {s.spoken} seconded this and all agreed."
    ),
    "this was agreed": lambda a, m, s: Wording(
        f"{m.spoken} suggested that ", a.that, ". This was agreed.", (f"{m.spoken} suggested that {a.that}",)
    ),
}


def person_of(style: str) -> str:
    """The plural of how people are called: "Cllr" gives "Cllrs"."""
    return {"Cllr": "Cllrs", "Cllr.": "Cllrs", "Councillor": "Councillors"}.get(style, style)


def write(decision: Decision, habits: Habits, rng: Random, before: str, after: str) -> Written:
    """A decision by the page's marker; `before` and `after` are sentences that may stand in the same paragraph."""
    marker = habits["marker"]
    if marker == "mixed":
        marker = rng.choice(("prose", "RESOLVED that"))
    if decision.result == "lost":
        return _lost(decision, marker, rng)
    if marker.startswith("motion"):
        return _motion(decision, marker)
    if marker == "prose":
        return _prose(decision, habits, rng, before, after)
    if marker == "bare":
        return _listed(decision, habits, "", "That ", "that", "bare")
    return _formal(decision, habits, *FORMAL[marker])


def _formal(decision: Decision, habits: Habits, opening: str, begin: str, mood: str) -> Written:
    m, s = decision.mover.spoken, decision.seconder.spoken
    movers = habits["movers"]
    first: list[Block] = []
    if movers == "before" and opening in ("RESOLVED that ", "AGREED that ", "RESOLVED: "):
        opening = f"It was proposed by {m}, seconded by {s} and {opening}"
    elif movers == "before":
        first.append(Block("text", f"Proposed by {m} and seconded by {s}."))
    elif movers == "lines":
        first += [Block("line", f"Proposed by: {m}"), Block("line", f"Seconded by: {s}", tight=True)]
    written = _listed(decision, habits, opening, begin, mood, "formal")
    last: list[Block] = []
    if movers == "after":
        last.append(Block("text", f"(Proposed by {m} and seconded by {s})"))
    return Written((*first, *written.blocks, *last, *_vote(decision, habits)), written.said)


def _vote(decision: Decision, habits: Habits) -> tuple[Block, ...]:
    ayes, noes, neither = decision.vote
    if habits["votes"] == "counts":
        return (Block("line", f"For: {ayes}  Against: {noes}  Abstentions: {neither}"),)
    if habits["votes"] == "sentence":
        return (Block("text", f"On being put to the vote there were {ayes} votes for and {noes} against."),)
    return ()


def _listed(decision: Decision, habits: Habits, opening: str, begin: str, mood: str, form: str) -> Written:
    """The words of a decision under their labels where there are several."""
    texts = [one.that if mood == "that" else one.to for one in decision.actions]
    texts = [*(f"{one};" for one in texts[:-2]), *(f"{one}; and" for one in texts[-2:-1]), texts[-1]]
    alone, _, opening = opening.rpartition("\n")
    blocks = [Block("text", alone)] if alone else []
    if len(texts) == 1:
        blocks.append(Block("text", f"{opening}{begin}{texts[0]}."))
        return Written(tuple(blocks), (_said((("", texts[0]),), decision, form),))
    labels = [label(habits["label"], at) for at in range(len(texts))]
    parts = tuple(zip(labels, texts, strict=True))
    if habits["clauses"] == "run in":
        whole = " ".join(f"{one} {words}" for one, words in parts)
        blocks.append(Block("text", f"{f'{opening}{begin}'.rstrip()} {whole}."))
        return Written(tuple(blocks), (_said(parts, decision, form)._replace(also=(whole,)),))
    # "RESOLVED: (a) That x be done", or "RESOLVED that: (a) x be done".
    inside = begin if begin and form != "bare" else ""
    lead = opening.rstrip() if inside else f"{opening}{begin}".rstrip()
    blocks.append(Block("text", lead if lead.endswith((":", "–")) else lead + ":"))
    for at, (one, words_) in enumerate(parts):
        end = "." if at == len(parts) - 1 else ""
        blocks.append(Block("clause", f"{inside}{words_}{end}", label=one, level=1))
    return Written(tuple(blocks), (_said(parts, decision, form),))


def _said(parts: tuple[tuple[str, str], ...], decision: Decision, form: str, by: str = "") -> Said:
    return Said(None, "", form, parts, decision.result, by=by)


def _prose(decision: Decision, habits: Habits, rng: Random, before: str, after: str) -> Written:
    if len(decision.actions) > 1 and rng.random() < 0.4:
        mood, opening = rng.choice(
            (("to", "It was agreed to"), ("that", "Members agreed that"), ("that", "It was agreed that"))
        )
        written = _listed(decision, habits, opening + " ", "", mood, "prose")
        return written._replace(said=tuple(one._replace(by="list") for one in written.said))
    blocks, said = [], []
    for action in decision.actions[:2]:
        name = rng.choice(tuple(PROSE))
        wording = PROSE[name](action, decision.mover, decision.seconder)
        sentence = f"{wording.before}{wording.words}{wording.after}"
        if before and name != "this was agreed" and rng.random() < 0.5:
            sentence = f"{before} {sentence}"
        if after and rng.random() < 0.3:
            sentence = f"{sentence} {after}"
        before = after = ""
        result = "deferred" if action.deferred else "carried"
        blocks.append(Block("text", sentence))
        said.append(Said(None, "", "prose", (("", wording.words),), result, wording.also, by=name))
    return Written(tuple(blocks), tuple(said))


def _motion(decision: Decision, marker: str) -> Written:
    m, s = decision.mover.spoken, decision.seconder.spoken
    ayes, noes, _ = decision.vote
    blocks, said = [], []
    for action in decision.actions[:2]:
        if marker == "motion passed":
            text = f"{m} moved to {action.to}. {s} seconded. The motion passed {ayes}-{noes}."
        else:
            text = f"Motion by {m}, second by {s}, to {action.to}. Motion carried {ayes}-{noes}."
        blocks.append(Block("text", text))
        result = "deferred" if action.deferred else "carried"
        said.append(Said(None, "", "formal", (("", action.to),), result, by=marker))
    return Written(tuple(blocks), tuple(said))


def _lost(decision: Decision, marker: str, rng: Random) -> Written:
    m, s, action = decision.mover.spoken, decision.seconder.spoken, decision.actions[0]
    if marker.startswith("motion"):
        text, words_ = f"{m} moved to {action.to}. {s} seconded. The motion failed 2-5.", action.to
    elif marker == "prose":
        text, words_ = f"{m} proposed that {action.that}, seconded by {s}. The proposal was not carried.", action.that
    else:
        text = (
            f"It was moved by {m} and seconded by {s} that {action.that}. On being put to the vote the motion was lost."
        )
        words_ = action.that
    said = Said(None, "", "formal" if marker.startswith("motion") else "prose", (("", words_),), "lost", by="lost")
    return Written((Block("text", text),), (said,))
