"""How many examples a property is tried with, and whether they are the same each time.

`make test-slow` tries the same ones each time, so that a change is judged by what it did, not by what was thought of
that day. `make properties` thinks of new ones, thirty times as many, and prints what to give it to have them again.
"""

from typing import Final

from hypothesis import settings

SAME: Final = "same"
RANDOM: Final = "random"
FEW: Final = "few"  # for `make mutants`, which has the tests run for each change
TIMES_AS_MANY: Final = 30
_USUAL: Final = 100  # examples of a property that does not say how many


def register() -> None:
    """Tell Hypothesis of them, and begin with the same ones; `--hypothesis-profile` is read after that."""
    patient = settings(deadline=None)  # a busy machine is slow, and not wrong
    settings.register_profile(SAME, patient, max_examples=_USUAL, derandomize=True, database=None)
    settings.register_profile(FEW, patient, max_examples=_USUAL * 3 // 10, derandomize=True, database=None)
    settings.register_profile(RANDOM, patient, max_examples=_USUAL * TIMES_AS_MANY, derandomize=False, print_blob=True)
    settings.load_profile(SAME)


def examples(number: int) -> int:
    """How many to try of a property that is tried with `number` of them each time."""
    return number * settings().max_examples // _USUAL
