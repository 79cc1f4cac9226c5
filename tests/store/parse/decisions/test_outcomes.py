"""What a clause does is what it decides, and not when, on what condition or by whom something may be done."""

import pytest

from store.parse.decisions.outcomes import read_outcomes


@pytest.mark.parametrize(
    ("text", "outcomes"),
    [
        ("That the report be noted; and that the fees be approved", ("noted", "approved")),
        ("to defer until quotations had been received", ("deferred",)),
        ("That the crane be sold once a price has been agreed", ()),
        ("That authority be delegated to the Clerk to agree the terms", ("delegated",)),
        ("That the Clerk be asked to report in May", ("requested",)),
        ("the recommendation was not accepted", ("refused",)),
        ("That the budget, as amended, be approved", ("approved",)),
        ("That the plan, which was deferred in May, be adopted", ("approved",)),
    ],
)
def test_the_outcomes_of_a_clause_are_what_it_decides(text: str, outcomes: tuple[str, ...]) -> None:
    assert read_outcomes(text) == outcomes
