"""The names that outcomes go by beside their own."""

import pytest

from store.find.outcome_synonyms import ALSO_CALLED
from store.parse.decisions.outcomes import read_outcomes


@pytest.mark.parametrize(("called", "filed"), ALSO_CALLED.items())
def test_an_outcome_is_filed_under_what_it_is_taken_for(called: str, filed: str) -> None:
    assert read_outcomes(f"That the application be {called}.") == (filed,)
