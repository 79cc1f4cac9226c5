"""Words that say how the decision before them was carried, and nothing else."""

from store.parse.decisions.results import tells_result
from store.parse.decisions.votes import tells_carried, tells_only_carriage
from store.text.sentences import sentences

_LOOSE = " .,*_()"


def tells_how(text: str) -> bool:
    """Whether a paragraph tells only how what stands before it was carried, or begins with that it was."""
    return tells_carried(text) or says_only_how(text)


def says_only_how(text: str) -> bool:
    """Whether every sentence, and every part of one that a semicolon divides, says who moved or how it went."""
    said = [part.strip() for start, end in sentences(text) for part in text[start:end].split(";")]
    parts = [part for part in said if part.strip(_LOOSE)]
    whole = tells_only_carriage(text) or tells_result(text)
    return whole or (bool(parts) and all(tells_only_carriage(one) or tells_result(one) for one in parts))
