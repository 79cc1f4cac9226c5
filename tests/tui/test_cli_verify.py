"""`minutebook verify` as a person uses it: what it says of a draft, and how it ends."""

import io
import json
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tui.terminal.console import Exit

Minutebook = Callable[..., tuple[int, str, str]]
STYLES = """
    short full refers quotation harvard harvard-in-text apa apa-in-text chicago chicago-author-date mla oscola mhra news
    markdown wikipedia permalink provenance
""".split()  # noqa: SIM905 (a list of them would be a page long)
GOOD = "“to note the report of the Internal Auditor” (minute 74/24, Wendleham Parish Council, 8 July 2024)\n"
MIXED = """\
The parish resolved “to thank the residents who had kept photographs of the culvert” (minute 81/24, Wendleham Parish
Council, 9 September 2024). It also agreed "that a payment of £350 be made for the clearing of fallen willow".

> that the six flood wardens be appointed until May 2025

— Wendleham Parish Council, 9 September 2024, minute 79/24

See also wendleham/wpc/2024-09-09/99. “The mayor flew off in a balloon.”
"""


@pytest.fixture
def store(sample: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MINUTEBOOK_STORE", str(sample))


@pytest.fixture
def draft(tmp_path: Path) -> Path:
    return tmp_path / "draft.md"


def test_a_draft_that_is_right_passes(store: None, minutebook: Minutebook, draft: Path) -> None:
    draft.write_text(GOOD, encoding="utf-8")
    assert minutebook("verify", draft) == (
        Exit.DONE,
        """\
Line 1: stands as quoted
    “to note the report of the Internal Auditor”
    cited: minute 74/24, Wendleham Parish Council, 8 July 2024
    Minute 74/24, Wendleham Parish Council, 8 July 2024
    wendleham/wpc/2024-07-08/74-24/r1

It stands as quoted.
""",
        "",
    )


def test_what_is_wrong_is_told_with_the_words_of_the_minutes(store: None, minutebook: Minutebook, draft: Path) -> None:
    draft.write_text(MIXED, encoding="utf-8")
    status, out, err = minutebook("verify", draft)
    assert (status, err) == (Exit.FAILED, "")
    assert (
        out
        == """\
Line 1: stands as quoted
    “to thank the residents who had kept photographs of the culvert”
    cited: minute 81/24, Wendleham Parish Council, 9 September 2024
    Minute 81/24, Wendleham Parish Council, 9 September 2024 (unconfirmed)
    wendleham/wpc/2024-09-09/81-24/r1
Line 2: close, but not these words
    “that a payment of £350 be made for the clearing of fallen willow”
    The minutes: “that a payment of up to £350 be made for the clearing of
    fallen willow”
    left out: “up to”
    Minute 82/24, Wendleham Parish Council, 9 September 2024 (unconfirmed)
    wendleham/wpc/2024-09-09/82-24/r1
Line 4: these words stand elsewhere, not at the place cited
    “that the six flood wardens be appointed until May 2025”
    cited: Wendleham Parish Council, 9 September 2024, minute 79/24
    They stand here:
    Minute 82/24, Wendleham Parish Council, 9 September 2024 (unconfirmed)
    wendleham/wpc/2024-09-09/82-24/r2
Line 8: no such place in the store
    cited: wendleham/wpc/2024-09-09/99
    wendleham/wpc/2024-09-09 has no item 99; its items are: 77-24, 78-24, 79-24,
    80-24, 81-24, 82-24, 83-24, 84-24, 85-24, 86-24.
Line 8: not found
    “The mayor flew off in a balloon.”

1 of 5 stands as quoted.
"""
    )


def test_json_has_every_claim_with_its_verdict(store: None, minutebook: Minutebook, draft: Path) -> None:
    draft.write_text(MIXED, encoding="utf-8")
    status, out, _ = minutebook("verify", draft, "--json")
    told = json.loads(out)
    assert status == Exit.FAILED
    assert [one["verdict"] for one in told] == ["exact", "close", "elsewhere", "not there", "not found"]
    assert told[1] == {
        "line": 2,
        "quotation": "that a payment of £350 be made for the clearing of fallen willow",
        "citation": None,
        "verdict": "close",
        "cited": None,
        "place": "wendleham/wpc/2024-09-09/82-24/r1",
        "told": "decided",
        "reference": "Minute 82/24, Wendleham Parish Council, 9 September 2024 (unconfirmed)",
        "words": "that a payment of up to £350 be made for the clearing of fallen willow",
        "likeness": 0.955,
        "differences": [{"quoted": "", "printed": "up to"}],
        "elsewhere_too": False,
        "why": None,
    }


def test_standard_input_is_verified_too(store: None, minutebook: Minutebook, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(GOOD.encode()), encoding="ascii"))
    assert minutebook("verify", "-")[0] == Exit.DONE


def test_what_citing_prints_is_understood_in_every_style(store: None, minutebook: Minutebook, draft: Path) -> None:
    places = ["cypsg/2021-05-10/22/r1/(ii)", "efrsp/2022-03-16/42/r1/3."]
    for style in STYLES:
        for place in places:
            draft.write_text(minutebook("cite", place, "--style", style)[1], encoding="utf-8")
            status, out, _ = minutebook("verify", draft)
            assert status == Exit.DONE, (style, out)


def test_what_exporting_writes_as_markdown_stands_as_quoted(store: None, minutebook: Minutebook, draft: Path) -> None:
    for what in (("--meeting", "cypsg/2021-05-10"), ("--query", "flood")):
        minutebook("export", *what, "--format", "markdown", "--output", draft, "--force")
        assert minutebook("verify", draft)[0] == Exit.DONE


def test_a_file_without_claims_or_words_fails_in_a_sentence(store: None, minutebook: Minutebook, draft: Path) -> None:
    draft.write_text("---\n", encoding="utf-8")
    assert minutebook("verify", draft) == (
        Exit.FAILED,
        "",
        f"minutebook: {draft}: there is nothing to verify, neither a quotation nor a citation.\n",
    )
    draft.write_text("", encoding="utf-8")
    assert minutebook("verify", draft) == (Exit.FAILED, "", "minutebook: draft.md: is empty\n")
    assert minutebook("verify", draft.with_name("none.md")) == (
        Exit.FAILED, "", "minutebook: none.md: does not exist\n",
    )  # fmt: skip


def test_nothing_in_a_draft_can_drive_the_terminal(store: None, minutebook: Minutebook, draft: Path) -> None:
    draft.write_text("“\x1b]52;c;AAAA\x07 evil \x1b[2J words” (minute 74/24, WPC, 8 July 2024)", encoding="utf-8")
    _, out, err = minutebook("verify", draft)
    assert "\x1b" not in out + err
