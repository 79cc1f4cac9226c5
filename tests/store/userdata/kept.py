"""What the tests of the desk keep there, and when."""

from datetime import UTC, datetime, timedelta
from typing import Final

NOW: Final = datetime(2026, 3, 2, 18, 0, tzinfo=UTC)
LATER: Final = NOW + timedelta(days=30)
ROOF: Final = "eastmarsh/hrg/2023-03-02/18/r1/(ii)"
DAMP: Final = "eastmarsh/hrg/2023-03-02/18/r1/(iv)"
