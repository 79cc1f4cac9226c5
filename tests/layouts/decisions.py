"""Decisions as minutes word them, each with what should be read of it."""

from random import Random
from typing import NamedTuple

from tests.layouts.blocks import Block, Said
from tests.layouts.habits import Habits
from tests.layouts.meeting import Decision
from tests.layouts.numbering import label
from tests.layouts.prose import PROSE
from tests.layouts.words import Action, in_welsh, third

# By the habit: what stands before the words (a line of its own before "\n"), what begins them, their mood.
FORMAL = {
    "RESOLVED that": ("RESOLVED that ", "", "that"),
    "RESOLVED:": ("RESOLVED: ", "That ", "that"),
    "RESOLVED –": ("RESOLVED – ", "That ", "that"),
    "RESOLVED alone": ("RESOLVED\n", "That ", "that"),
    "RESOLVED, that:": ("RESOLVED, that: ", "", "that"),
    "Resolved:": ("Resolved: ", "That ", "that"),
    "Resolved that": ("Resolved that ", "", "that"),
    "Resolved – That": ("Resolved – ", "That ", "that"),
    "It was RESOLVED that": ("It was RESOLVED that ", "", "that"),
    "IT WAS RESOLVED THAT": ("IT WAS RESOLVED THAT ", "", "that"),
    "AGREED that": ("AGREED that ", "", "that"),
    "AGREED:": ("AGREED: ", "That ", "that"),
    "AGREED to": ("AGREED to ", "", "to"),
    "It was AGREED to": ("It was AGREED to ", "", "to"),
    "Agreed to": ("Agreed to ", "", "to"),
    "Decision:": ("Decision: ", "That ", "that"),
    "DECISION alone": ("DECISION\n", "That ", "that"),
    "DECIDED:": ("DECIDED: ", "That ", "that"),
    "UNANIMOUSLY RESOLVED that": ("UNANIMOUSLY RESOLVED that ", "", "that"),
    "RESOLVED unanimously": ("RESOLVED (unanimously): ", "That ", "that"),
    "Members RESOLVED to": ("Members RESOLVED to ", "", "to"),
    "RECOMMENDED that": ("RECOMMENDED that ", "", "that"),
    "RESOLVED – T H A T": ("RESOLVED – T H A T ", "", "that"),
    "Resolved: -": ("Resolved: - ", "That ", "that"),
    "AGREED, votes": ("AGREED (with 7 votes for and 1 against) that ", "", "that"),
    "therefore RESOLVED": ("It was therefore RESOLVED that ", "", "that"),
    "The Committee RESOLVED": ("The Committee RESOLVED that ", "", "that"),
    "hands RESOLVED": ("Following a show of hands it was RESOLVED that ", "", "that"),
    "PENDERFYNWYD": ("PENDERFYNWYD ", "", "welsh"),
    "And Resolved": ("And Resolved:\n", "That ", "that"),
}
_IN_SENTENCE = ("RESOLVED that", "AGREED that", "RESOLVED:", "AGREED to", "Resolved that")  # after "and" of a proposal
# Markers of which a person may say that they are the page's label and the decision bare, or prose.
_FORMS = {"Decision:": "formal|bare", "DECISION alone": "formal|bare", "Agreed to": "formal|prose"}


class Written(NamedTuple):
    """A decision on the page, and what should be read of it (its item is not known yet)."""

    blocks: tuple[Block, ...]
    said: tuple[Said, ...]


def write(decision: Decision, habits: Habits, rng: Random, before: str, after: str) -> Written:
    """A decision by the page's marker; `before` and `after` are sentences that may stand in its paragraph."""
    marker = habits["marker"]
    if decision.routine and habits["confirmed"] == "passive":
        told = decision.actions[0].that.replace(" be signed as", " were approved as")
        sentence = f"{told[0].upper()}{told[1:]} and signed by the Chairman"
        said = Said(None, "", "prose", (("", sentence),), "carried", optional=True, by="passive")
        return Written((Block("text", f"{sentence}."),), (said,))
    if marker == "mixed":
        marker = rng.choice(("prose", "RESOLVED that"))
    if decision.result in ("lost", "withdrawn"):
        return _lost(decision, marker)
    if marker.startswith("motion"):
        return _motion(decision, marker)
    if marker == "prose":
        return _prose(decision, habits, rng, before, after)
    if marker == "bare":
        return listed(decision, habits, "", "That ", "that", "bare")
    return _formal(decision, habits, marker)


def _formal(decision: Decision, habits: Habits, marker: str) -> Written:
    opening, begin, mood = FORMAL[marker]
    m, s = decision.mover.spoken, decision.seconder.spoken
    movers = habits["movers"]
    first: list[Block] = []
    if marker == "And Resolved":
        first += [Block("line", f"Proposed by {m};"), Block("line", f"Seconded by {s};")]
    elif movers == "before" and marker in _IN_SENTENCE:
        opening = f"It was proposed by {m}, seconded by {s} and {opening}"
    elif movers == "before":
        first.append(Block("text", f"Proposed by {m} and seconded by {s}."))
    elif movers == "lines":
        first += [Block("line", f"Proposed by: {m}"), Block("line", f"Seconded by: {s}", tight=True)]
    written = listed(decision, habits, opening, begin, mood, _FORMS.get(marker, "formal"))
    last = [Block("text", f"(Proposed by {m} and seconded by {s})")] if movers == "after" else []
    return Written((*first, *written.blocks, *last, *_vote(decision, habits)), written.said)


def _vote(decision: Decision, habits: Habits) -> tuple[Block, ...]:
    ayes, against, neither = decision.vote
    if habits["votes"] == "counts":
        return (Block("line", f"For: {ayes}  Against: {against}  Abstentions: {neither}"),)
    if habits["votes"] == "sentence":
        return (Block("text", f"On being put to the vote there were {ayes} votes for and {against} against."),)
    if habits["votes"] == "names":
        ayes_ = ", ".join(one.spoken for one in decision.voters[1:])
        lines = (f"FOR: {ayes_}", f"AGAINST: {decision.voters[0].spoken}")
        return (Block("text", "A recorded vote was taken:"), *(Block("line", one, tight=True) for one in lines))
    if habits["votes"] == "bracket":
        return (Block("text", f"(Voting: {ayes} for, {against} against, {neither} abstained)"),)
    return ()


def listed(decision: Decision, habits: Habits, opening: str, begin: str, mood: str, form: str) -> Written:
    """The words of a decision after `opening`, under labels where there are several."""
    body = habits["preamble"] == "the body" and mood == "that" and len(decision.actions) > 1
    body = body and habits["clauses"] == "lines" and form != "prose"
    texts = [third(one) if body else in_mood(one, mood) for one in decision.actions]
    texts = [*(f"{one};" for one in texts[:-2]), *(f"{one}; and" for one in texts[-2:-1]), texts[-1]]
    alone, _, opening = opening.rpartition("\n")
    blocks = [Block("text", alone)] if alone else []
    if len(texts) == 1:
        words = f"{begin}{texts[0]}."
        quoted = f"“{words}”" if alone.startswith("And") else words
        blocks.append(Block("text", opening + quoted))
        return Written(tuple(blocks), (_said((("", texts[0]),), decision, form),))
    parts = tuple((label(habits["label"], at), words) for at, words in enumerate(texts))
    said = _said(parts, decision, form)
    if body:
        lead = f"{opening}{begin}the {decision.body}:"
        clauses = [Block("clause", words, label=one, level=1) for one, words in parts[:-1]]
        clauses.append(Block("clause", f"{parts[-1][1]}.", label=parts[-1][0], level=1))
        said = said._replace(parts=(("", f"the {decision.body}"), *parts))
        return Written((*blocks, Block("text", lead), *clauses), (said,))
    if habits["clauses"] == "run in":
        whole = " ".join(f"{one} {words}" for one, words in parts)
        blocks.append(Block("text", f"{f'{opening}{begin}'.rstrip()} {whole}."))
        return Written(tuple(blocks), (said._replace(also=(whole,)),))
    # "RESOLVED: (a) That x be done", or "RESOLVED that: (a) x be done"; without a marker "That: (a) x be done".
    inside = begin if begin and form != "bare" else ""
    lead = opening.rstrip() if inside else f"{opening}{begin}".rstrip()
    if lead or not alone:
        blocks.append(Block("text", lead if lead.endswith((":", "–")) else lead + ":"))
    for at, (one, words) in enumerate(parts):
        end = "." if at == len(parts) - 1 else ""
        blocks.append(Block("clause", f"{inside}{words}{end}", label=one, level=1))
    return Written(tuple(blocks), (said,))


def in_mood(action: Action, mood: str) -> str:
    """The action as its marker asks for it: after "that", after "to", or in Welsh."""
    return {"that": action.that, "to": action.to}.get(mood) or in_welsh(action)


def _said(parts: tuple[tuple[str, str], ...], decision: Decision, form: str, by: str = "") -> Said:
    return Said(None, "", form, parts, decision.result, by=by)


def _prose(decision: Decision, habits: Habits, rng: Random, before: str, after: str) -> Written:
    if len(decision.actions) > 1 and rng.random() < 0.4:
        openings = (("to", "It was agreed to"), ("that", "Members agreed that"), ("that", "It was agreed that"))
        mood, opening = rng.choice(openings)
        written = listed(decision, habits, opening + " ", "", mood, "prose")
        return written._replace(said=tuple(one._replace(by="list") for one in written.said))
    blocks, said = [], []
    for action in decision.actions[:2]:
        name = rng.choice(tuple(PROSE))
        wording = PROSE[name](action, decision.mover, decision.seconder)
        sentence = f"{wording.before}{wording.words}{wording.after}"
        if before and rng.random() < 0.5:
            sentence = f"{before} {sentence}"
        if after and rng.random() < 0.3:
            sentence = f"{sentence} {after}"
        before = after = ""
        result = "deferred" if action.deferred else "carried"
        blocks.append(Block("text", sentence))
        form = "prose|formal" if "resolved" in wording.before else "prose"  # annotators have either
        said.append(Said(None, "", form, (("", wording.words),), result, wording.also, by=name))
    return Written(tuple(blocks), tuple(said))


def _motion(decision: Decision, marker: str) -> Written:
    m, s = decision.mover.spoken, decision.seconder.spoken
    ayes, against, _ = decision.vote
    blocks, said = [], []
    for action in decision.actions[:2]:
        if marker == "motion CARRIED":
            blocks += [Block("line", f"Moved by {m}"), Block("line", f"Seconded by {s}", tight=True)]
            blocks += [Block("text", f"That {action.that}."), Block("line", "CARRIED")]
            result = "deferred" if action.deferred else "carried"
            said.append(Said(None, "", "formal", (("", action.that),), result, by=marker))
            continue
        if marker == "motion passed":
            text = f"{m} moved to {action.to}. {s} seconded. The motion passed {ayes}-{against}."
        else:
            text = f"Motion by {m}, second by {s}, to {action.to}. Motion carried {ayes}-{against}."
        blocks.append(Block("text", text))
        result = "deferred" if action.deferred else "carried"
        said.append(Said(None, "", "formal", (("", action.to),), result, by=marker))
    return Written(tuple(blocks), tuple(said))


def _lost(decision: Decision, marker: str) -> Written:
    m, s, action = decision.mover.spoken, decision.seconder.spoken, decision.actions[0]
    gone = decision.result == "withdrawn"
    if marker.startswith("motion"):
        end = "The motion was withdrawn." if gone else "The motion failed 2-5."
        text, words = f"{m} moved to {action.to}. {s} seconded. {end}", action.to
    elif marker == "prose":
        end = "The proposal was then withdrawn." if gone else "The proposal was not carried."
        text, words = f"{m} proposed that {action.that}, seconded by {s}. {end}", action.that
    else:
        end = "The motion was withdrawn." if gone else "On being put to the vote the motion was lost."
        text, words = f"It was moved by {m} and seconded by {s} that {action.that}. {end}", action.that
    said = Said(None, "", "formal|prose", (("", words),), decision.result, by=decision.result)
    return Written((Block("text", text),), (said,))
