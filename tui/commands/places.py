"""Places in the palette: whatever is typed there that names some can be gone to."""

from functools import partial
from typing import cast

from textual.command import Hit, Hits, Provider

from store.errors import MinutebookError
from tui.safe import words

_MOST = 8
_ABOVE_ACTIONS, _BELOW_ACTIONS = 2.0, 0.01  # whose scores go up to 1


class PalettePlaces(Provider):
    """Offers the places that a number, a day, a reference or a permalink names, else the nearest and why."""

    async def search(self, query: str) -> Hits:
        from tui.screens.going import place_choice
        from tui.screens.reader import ReaderScreen

        reader = self.screen
        if not isinstance(reader, ReaderScreen) or not any(letter.isdigit() for letter in query):
            return
        try:
            going = await reader.closer.going(query, reader.place)
        except MinutebookError:
            return  # reading says so already
        for order, place in enumerate(going.destinations[:_MOST]):
            row = place_choice(place)
            said = f"{'The nearest: ' if going.why else 'Go to '}{row.words}"
            score = _BELOW_ACTIONS if going.why else _ABOVE_ACTIONS - order / _MOST
            # As content and not as the markup that Textual takes a string for, whatever its types say.
            below = cast("str", words(going.why or row.below))
            yield Hit(score, words(said), partial(reader.visit, place.permalink), said, below)
