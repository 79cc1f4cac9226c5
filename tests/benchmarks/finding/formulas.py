"""What minutes say over and over, word for word: the formulas of decisions and of titles. Written for this corpus."""

import random
from calendar import month_name
from collections.abc import Callable

from tests.benchmarks.finding.vocabulary import zipf

NOTED = "That the report be noted"
NOTED_SHARE = 0.19  # of all clauses
FORMULA_SHARE = 0.21  # of all clauses, the other formulas together

# The commonest first. {n} is a small number, {month} a month, {year} a year: a formula with them has a few forms.
_DECISIONS = """
That the minutes be approved as a correct record and signed by the Chair
That the recommendations in the report be approved
That the update be noted
That the recommendations be agreed
That the work programme be noted
That the press and public be excluded for the item that follows, as it discloses exempt information
That the minutes of the meeting held in {month} {year} be confirmed as a true record
That planning permission be granted, subject to the conditions in the report
That the apologies be received
That the item be deferred to the next meeting
That the contents of the report be received and noted
That the declarations of interest be recorded
That the forward plan be noted
That a further report be brought to the next meeting
That planning permission be refused for the reasons given in the report
That the officers be thanked for their work
That the budget monitoring position for quarter {n} be noted
That the application be approved as recommended by the officers
That the accounts for {month} {year} be approved for payment
That the action log be noted
That the risk register be reviewed in {month} {year}
That the appointment of the Chair for the coming year be confirmed
That the Vice-Chair be appointed for the municipal year {year}
That authority be delegated to the Director to make minor changes
That the draft strategy go out to public consultation
That the decision be deferred until a site visit has taken place
That the matter be referred to Cabinet
That Option {n} in the report be approved
That the performance figures for quarter {n} be received
That the licence be granted on the terms applied for
That the licence be refused
That the petition be received and referred to the relevant officer
That Members have their dissent recorded
That the treasury management report be endorsed
That the report of the internal auditor be noted
That the statement of accounts be signed by the Chair and the Treasurer
That the calendar of meetings for {year} be agreed
That the recommendation of the working group be accepted
That no objection be raised
That the Council objects to the application
That the precept for {year} be set at the level proposed
That the schedule of payments be approved
That the Scrutiny Panel receive an update in {month}
That the policy be adopted with immediate effect
That the terms of reference be agreed
That the motion be carried
That the motion be lost
That the amendment be put to the vote
That the meeting stand adjourned for {n} minutes
That standing orders be suspended for {n} minutes
That the members named in the report be appointed to outside bodies
That the quotation of the lowest bidder be accepted
That the tender be awarded as set out in the exempt appendix
That the key decision be called in
That the complaint be closed
That the grant be paid in {n} instalments
That the temporary closure of the road be agreed
That the tree preservation order be confirmed
That the traffic order be made as advertised
That item {n} of the agenda be taken first
That the Clerk write to the parties concerned
That the Head of Service report back within {n} months
That the self-assessment for {year} be endorsed
That the annual report for {year} be commended to Council
That the minutes of the sub-groups be received
That the late paper be accepted as urgent business
That the questions and the answers given be noted
That the asset be declared surplus
That the fees and charges for {year} be adopted
That the pay policy statement for {year} be approved
""".strip().splitlines()
_MONTHS = month_name[1:]
_TITLES = """
Apologies for Absence
Declarations of Interest
Minutes of the Previous Meeting
Public Questions
Exclusion of the Press and Public
Work Programme
Matters Arising
Chair’s Announcements
Urgent Business
Date of Next Meeting
Forward Plan
Budget Monitoring
Planning Applications
Accounts for Payment
Petitions and Deputations
Performance Report
Correspondence
Risk Register
Reports from Outside Bodies
Treasury Management
Appointment of Chair
Internal Audit Progress Report
Update from the Portfolio Holder
Recommendations from Cabinet
""".strip().splitlines()


def draw_decision(chance: random.Random) -> str:
    """A formula of a decision; the commonest of all is not among them."""
    return _filled(_decision(chance), chance)


def draw_title(chance: random.Random) -> str:
    """A title that every committee uses."""
    return _title(chance)


def _by_rank(lines: list[str]) -> Callable[[random.Random], str]:
    weights = zipf(len(lines), steepness=1.0, flattening=1)
    return lambda chance: chance.choices(lines, weights)[0]


def _filled(formula: str, chance: random.Random) -> str:
    if "{" not in formula:
        return formula
    year, month, number = chance.randint(1995, 2025), chance.choice(_MONTHS), chance.randint(1, 12)
    return formula.format(year=year, month=month, n=number)


_decision, _title = _by_rank(_DECISIONS), _by_rank(_TITLES)
