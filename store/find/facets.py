"""What would narrow the answers of a query: the committees, years and outcomes that they have, with their counts."""

from collections import Counter

from store.find.answer import Facet
from store.find.index_rows import count_of, outcomes_of, spread
from store.find.open_index import OpenIndex
from store.find.plan import Plan
from store.find.search import Search
from store.index.section import Section
from store.index.terms import OUTCOME

_MOST = 200  # values of a field
_LOOKED_AT = 20_000  # rows, where they have to be looked at one by one


def facets_of(index: OpenIndex, made: Plan) -> dict[str, tuple[Facet, ...]]:
    """By field, its values, that of most answers first, years newest first. What there is no time for is left out."""
    groups = [group.sure for group in made.groups]
    places: Counter[tuple[int, int]] = Counter()
    outcomes: Counter[str] = Counter()
    if made.checks or made.only is not None:
        looked_at, _ = Search(index, made).take(groups, _LOOKED_AT)
        places.update((row.organization_id, row.day // 10_000) for row in looked_at)
        if made.section is Section.RESOLUTIONS:
            outcomes.update(outcomes_of(index.store, [row.source_id for row in looked_at]))
    else:
        expression = made.expression(groups)
        with index.deadline.limited():
            places.update(spread(index.store, made.section, expression, made.meetings))
        with index.deadline.limited():
            for outcome in index.terms(made.section).beginning(OUTCOME):
                having = f'({expression}) AND "{outcome}"'
                outcomes[outcome[len(OUTCOME) :]] = count_of(index.store, made.section, having, made.meetings)
    index.deadline.end()
    named = index.rows.committees
    committees: Counter[int] = Counter()
    years: Counter[int] = Counter()
    for (organization_id, year), count in places.items():
        committees[organization_id] += count
        years[year] += count
    return {
        "committee": tuple(
            Facet(f"committee:{named[key].begins}", named[key].full_name, count)
            for key, count in committees.most_common(_MOST)
        ),
        "year": tuple(
            Facet(f"year:{year}", str(year), count) for year, count in sorted(years.items(), reverse=True) if year
        ),
        "outcome": tuple(Facet(f"outcome:{name}", name, count) for name, count in outcomes.most_common() if count),
    }
