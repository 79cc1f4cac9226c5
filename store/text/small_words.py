"""Words that tell no text from another: people type them because they speak in them."""

from typing import Final

SMALL_WORDS: Final = frozenset(
    """
    a about all an and any are as at be been but by can could did do does for from get going had has have he her his
    how i if in into is it its me my of on or our remember said say she so some something someone somebody somewhere
    than that the their them then there these they thing things think this those to us was we were what when where
    which who whom whose why will with would you your please find show decide decided decision decisions
    """.split()  # noqa: SIM905 (a list of them would be a page long)
) - {"he", "i"}
