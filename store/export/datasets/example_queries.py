"""Questions that people ask of minutes, as SQL over the tables that Datasette shows; each stands on its front page."""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class ExampleQuery:
    """A question: `name` is in its address, `sql` may have parameters as `:committee`."""

    name: str
    title: str
    sql: str


EXAMPLE_QUERIES: Final = (
    ExampleQuery(
        "decisions_by_committee_year_and_outcome",
        "How many decisions of which outcome each committee took in each year",
        "SELECT council, committee, year, outcome.value AS outcome, count(*) AS decisions"
        " FROM decision, json_each(outcomes) AS outcome WHERE result IN ('carried', 'deferred')"
        " GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 5 DESC",
    ),
    ExampleQuery(
        "decisions_about",
        "The decisions that have some words, the best first",
        "SELECT decision.permalink, date, committee, decision.number, decision.title, decision.text, result"
        " FROM decision_words JOIN decision ON decision.rowid = decision_words.rowid"
        " WHERE decision_words MATCH :words ORDER BY decision_words.rank LIMIT 100",
    ),
    ExampleQuery(
        "put_off",
        "What was deferred, and what became of the item later: decisions under the same title",
        "SELECT put_off.date, put_off.committee, put_off.title, put_off.text,"
        " later.date AS later, later.text AS decided"
        " FROM decision AS put_off LEFT JOIN decision AS later ON later.committee = put_off.committee"
        " AND later.title = put_off.title AND later.date > put_off.date"
        " WHERE put_off.result = 'deferred' ORDER BY put_off.date DESC",
    ),
    ExampleQuery(
        "not_carried",
        "Motions that were lost or withdrawn",
        "SELECT date, committee, number, title, text, result, mover, seconder, vote FROM decision"
        " WHERE result IN ('lost', 'withdrawn') ORDER BY date DESC",
    ),
    ExampleQuery(
        "votes",
        "Decisions of which the vote is printed",
        "SELECT date, committee, number, title, text, vote, mover, seconder, result FROM decision"
        " WHERE vote IS NOT NULL ORDER BY date DESC",
    ),
    ExampleQuery(
        "movers",
        "Who moved how many motions, and how many of them were carried",
        "SELECT mover, council, count(DISTINCT resolution) AS moved,"
        " count(DISTINCT CASE result WHEN 'carried' THEN resolution END) AS carried"
        " FROM decision WHERE mover IS NOT NULL GROUP BY 1, 2 ORDER BY 3 DESC, 1",
    ),
    ExampleQuery(
        "recommendations",
        "What one body recommends to another",
        "SELECT date, committee, number, title, text FROM decision WHERE kind = 'recommended' ORDER BY date DESC",
    ),
    ExampleQuery(
        "attendance_of",
        "The meetings that list a person, and under which heading",
        "SELECT date, committee, name, role, listed_under, meeting FROM person_at_meeting"
        " WHERE name LIKE '%' || :name || '%' ORDER BY date DESC",
    ),
    ExampleQuery(
        "apologies",
        "Who sent apologies how often to which committee",
        "SELECT name, committee, count(*) AS apologies, min(date) AS first, max(date) AS last FROM person_at_meeting"
        " WHERE listed_under LIKE '%apolog%' GROUP BY 1, 2 ORDER BY 3 DESC, 1",
    ),
    ExampleQuery(
        "interests",
        "Who declared which interests, and what they did then",
        "SELECT name, date, committee, nature, subject, conduct FROM interest_declared ORDER BY name, date",
    ),
    ExampleQuery(
        "longest_meetings",
        "The longest meetings, in minutes, with how many decisions each took",
        "SELECT date, committee, (strftime('%s', meeting.\"end\") - strftime('%s', meeting.start)) / 60 AS minutes,"
        " (SELECT count(*) FROM decision WHERE meeting = meeting.permalink) AS decisions, permalink FROM meeting"
        " WHERE meeting.start < meeting.\"end\" ORDER BY minutes DESC LIMIT 50",
    ),
    ExampleQuery(
        "nothing_decided",
        "Items that decided nothing",
        "SELECT date, committee, number, title, permalink FROM item"
        " WHERE NOT EXISTS (SELECT 1 FROM decision WHERE decision.item = item.permalink) ORDER BY date DESC",
    ),
)  # fmt: skip
