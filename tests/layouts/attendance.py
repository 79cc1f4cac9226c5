"""Who came and who did not, in the ways in which minutes list them."""

from collections.abc import Sequence
from random import Random

from tests.layouts.blocks import Block
from tests.layouts.habits import Habits
from tests.layouts.meeting import Meeting
from tests.layouts.words import Person

WARDS = ("Quarry", "Castle", "North", "Riverside", "St Bride's", "Common")
PLURAL = {"Cllr": "Cllrs", "Cllr.": "Cllrs.", "Councillor": "Councillors"}


def attendance(meeting: Meeting, habits: Habits, rng: Random) -> list[Block]:
    """The blocks that tell who came; none where the page does not."""
    style = habits["attendance"]
    if style == "none":
        return []
    present = rng.choice(("Present:", "PRESENT:", "Members Present:", "Present"))
    others = rng.choice(("In attendance:", "IN ATTENDANCE:", "Officers in Attendance:", "Also present:"))
    absent = rng.choice(("Apologies:", "Apologies for absence:", "APOLOGIES:"))
    groups: list[tuple[str, Sequence[Person]]] = [(present, meeting.members), (others, meeting.officers)]
    if habits["apologies"] == "group":
        groups.append((absent, meeting.absent))
    if habits["detail"] == "arrived":
        late = meeting.members[-1]._replace(role="arrived at 7.20 pm")
        groups[0] = (present, (*meeting.members[:-1], late))
    elif habits["detail"] == "ward":
        groups[0] = (present, [one._replace(role=one.role or f"{rng.choice(WARDS)} Ward") for one in meeting.members])
    blocks = [block for label, people in groups for block in _group(label, people, style)]
    if habits["apologies"] == "sentence":
        blocks.append(Block("text", apologies_told(meeting.absent)))
    if habits["public"] == "counted":
        count = rng.choice(("Three", "Two", "5", "No"))
        blocks.append(Block("text", f"{count} members of the public were present."))
    return blocks


def attended(meeting: Meeting, habits: Habits) -> tuple[frozenset[str], frozenset[str]]:
    """The names that should be read as attending or absent, and those that may be."""
    absent = {one.name for one in meeting.absent}
    if habits["attendance"] == "none":
        return frozenset(), frozenset(absent)
    came = {one.name for one in (*meeting.members, *meeting.officers)}
    if habits["apologies"] == "item":
        return frozenset(came), frozenset(absent)
    return frozenset(came | absent), frozenset()


def apologies_told(absent: Sequence[Person]) -> str:
    """Apologies in a sentence."""
    return f"Apologies for absence were received from {listed([one.called for one in absent])}."


def listed(names: Sequence[str]) -> str:
    """Names in words: "a, b and c"."""
    return " and ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


def _group(label: str, people: Sequence[Person], style: str) -> list[Block]:
    colon = label if label.endswith(":") else label + ":"
    if style in ("comma", "posts", "comma below"):
        told = _in_words(people, style)
        if style == "comma below":
            return [Block("line", label), Block("text", told, tight=True)]
        return [Block("text", f"{colon} {told}")]
    if style == "columns":
        rows = [people[at : at + 2] for at in range(0, len(people), 2)]
        lines = ["\t".join(one.called + _role(one) for one in row) for row in rows]
        return [Block("line", label), *(Block("row", line, tight=True) for line in lines)]
    if style == "table":
        lines = [f"{one.called}\t{one.role or 'Member'}" for one in people]
        return [Block("line", label), *(Block("row", line, tight=True) for line in lines)]
    if style == "grid":
        mark = "A" if "apolog" in label.casefold() else "P"
        lines = [f"{one.called}\t{one.role or 'Member'}\t{mark}" for one in people]
        return [Block("line", label), *(Block("row", line, tight=True) for line in lines)]
    if style == "beside":
        lines = [f"{colon if at == 0 else ''}\t{one.called}{_role(one)}" for at, one in enumerate(people)]
        return [Block("row", line, tight=at > 0) for at, line in enumerate(lines)]
    lines = [_line(one, style) for one in people]
    return [Block("line", label), *(Block("line", line, tight=True) for line in lines)]


def _line(one: Person, style: str) -> str:
    if style == "role first" and one.role and "Ward" not in one.role and "arrived" not in one.role:
        return f"{one.role}: {one.called}"
    return f"{one.called} – {one.role}" if style == "roles" and one.role else one.called + _role(one)


def _in_words(people: Sequence[Person], style: str) -> str:
    if style == "posts" and all(one.role and "Ward" not in one.role for one in people):
        return ", ".join(f"{one.role} ({one.called})" for one in people)
    styles = {one.style for one in people}
    if len(styles) == 1 and len(people) > 1 and (one := styles.pop()) in PLURAL:
        return f"{PLURAL[one]} " + listed([person.name + _role(person) for person in people])
    return listed([person.called + _role(person) for person in people])


def _role(one: Person) -> str:
    return f" ({one.role})" if one.role else ""
