"""The fixtures that a script writes."""

from pathlib import Path

import pytest

from fixtures.build import contents


@pytest.mark.parametrize("name", sorted(contents()))
def test_a_fixture_is_what_the_script_writes(fixtures: Path, name: str) -> None:
    assert (fixtures / "formats" / name).read_bytes() == contents()[name]
