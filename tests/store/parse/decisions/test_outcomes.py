"""What a clause does is what it decides, and not when, on what condition or by whom something may be done."""

import pytest

from store.parse.decisions.outcomes import read_outcomes
from tests.store.parse.reading import meeting_of


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
        ("That the Clerk write to the County asking that the lights be approved", ()),
        ("That the report be noted and officers thanked for the work that had been approved", ("noted",)),
        ("That the Council declines to approve the grant", ("refused",)),
        ("That the Panel refuse to note the report", ("refused",)),
        ("That the decision to approve the lease be reversed", ()),
        ("That the motion to approve the lease be deferred", ("deferred",)),
        ("That the applicant be informed that the application will be approved", ()),
        ("That consideration be given to whether the grant be approved", ()),
        ("That officers report back on whether the scheme should be refused", ()),
        ("To reject the recommendation that the report be approved", ("refused",)),
        ("To note that the application was refused by the Minister", ("noted",)),
        ("That it be noted that the motion was not supported", ("noted",)),
        ("That it be recommended to Council that the plan be adopted", ("recommended",)),
        ("That Council be recommended to approve the plan", ("recommended",)),
        ("That the Council request that the Minister approve it and that the report be noted", ("requested", "noted")),
        ("That the tender be neither accepted nor refused", ()),
        ("That the Committee is minded to approve", ()),
        ("That delegated authority be granted to the Clerk to refuse late claims", ("delegated",)),
        ("That the report be not received", ()),
        ("That the scheme be no longer supported", ()),
        ("That the Panel do not refer the matter to Council", ()),
        ("That the Committee agrees that the fees be approved", ("agreed", "approved")),
    ],
)
def test_the_outcomes_of_a_clause_are_what_it_decides(text: str, outcomes: tuple[str, ...]) -> None:
    assert read_outcomes(text) == outcomes


@pytest.mark.parametrize(
    ("decided", "result"),
    [
        ("RESOLVED: That the item be deferred to May.", "deferred"),
        ("RESOLVED:\n\n(i) To defer the roof until May; and\n\n(ii) That the fees be approved.", "carried"),
        ("RESOLVED:\n\n(i) To defer the roof until May; and\n\n(ii) That the fees be deferred.", "deferred"),
    ],
)
def test_business_is_put_off_where_every_clause_puts_it_off(decided: str, result: str) -> None:
    meeting = meeting_of(f"Harbour Panel\n\nMinutes of the meeting held on 4 June 2019\n\n1. Roof\n\n{decided}\n")
    ((resolution,),) = (item.resolutions for item in meeting.items)
    assert resolution.result == result


@pytest.mark.parametrize(
    "said", ["That forty houses behind the school be opposed.", "That the levy be abstained from."]
)
def test_a_decision_that_ends_as_a_vote_may_is_a_decision(said: str) -> None:
    meeting = meeting_of(f"Harbour Panel\n\nMinutes of 4 June 2019\n\n1. Roof\n\nRESOLVED: {said}\n")
    ((resolution,),) = (item.resolutions for item in meeting.items)
    assert [clause.text for clause in resolution.clauses] == [said]
