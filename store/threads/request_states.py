"""What became of a request, as SQL: by hand, probably answered, asked for again, overdue, or open.

Behind `FROM_REQUESTS` the names are `request`, `meeting`, `committee`, `council`, `newest` (the newest meeting of the
body) and `hand` (what a person told). The values are `told`, JSON of states by name, and `today`, an ISO day.
"""

from typing import Final

from store.database.sql import ORGANIZATIONS

REQUEST_STATE: Final = """
    CASE WHEN hand.value IS NOT NULL THEN hand.value
        WHEN answered IS NOT NULL AND due IS NOT NULL AND answered > due THEN 'answered late'
        WHEN answered IS NOT NULL THEN 'probably answered'
        WHEN asked_again IS NOT NULL THEN 'superseded'
        WHEN due IS NOT NULL AND (due < newest.date OR due < :today) THEN 'overdue'
        ELSE 'open' END
"""
FROM_REQUESTS: Final = f"""
    FROM request JOIN meeting ON meeting.id = request.meeting_id {ORGANIZATIONS}
    JOIN (SELECT organization_id, max(date) AS date FROM meeting GROUP BY organization_id) AS newest
        ON newest.organization_id = meeting.organization_id
    LEFT JOIN json_each(:told) AS hand ON hand.key = request.name
"""  # noqa: S608 (our own names)
