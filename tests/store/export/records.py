"""Records made by hand, and by a generator that thinks of what nobody prints."""

from dataclasses import replace

from hypothesis import strategies as st

from store.citation.record import CitedSource, Record
from store.text.clean import clean_line
from tests.store.citation.made import made

ITEM = "eastmarsh/shrg/2023-03-02/18"
RECORD = made(
    permalink=f"{ITEM}/r1/(ii)",
    meeting="eastmarsh/shrg/2023-03-02",
    item=ITEM,
    position=(2, 1, 2),
    abbreviation="SHRG",
    reference="7",
    label="(ii)",
    value=2,
    status="draft",
    text="That the repairs report be noted.",
    source=CitedSource(
        "march.pdf", "ab" * 32, "pdf", 100, 140, "https://example.org/a_(b)?c=1&d=%20", "2024-01-31", (3, 4)
    ),
)

# Whatever a document may hold: cleaned as it is when it is read, and never only white space.
WORDS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), max_size=40),
    st.text(alphabet="\\{}$&#_%^~`'\"<>|-,;=+@[](!?*:/.0aé£– ", max_size=40),
    st.sampled_from(["=1+1", "-5", "@A1", "ER  - ", "TY  - JOUR", "},", "\\end{document}", "--", "''", "<<", "“x”"]),
).map(clean_line)
SOME_WORDS = WORDS.filter(bool)
DAYS = st.dates().map(lambda day: day.isoformat())


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record with whatever words, any of which may be missing."""
    number = draw(st.none() | st.sampled_from(["18", "77/24", "4(a)", "19.09.03"]) | SOME_WORDS)
    key = draw(st.integers(1, 10**6))
    item = f"eastmarsh/shrg/2023-03-02/{key}"
    return replace(
        RECORD,
        permalink=f"{item}/r1",
        item=item,
        council=draw(st.none() | SOME_WORDS),
        committee=draw(SOME_WORDS),
        town=draw(st.none() | SOME_WORDS),
        date=draw(st.none() | DAYS),
        number=number,
        title=draw(SOME_WORDS),
        reference=draw(st.none() | SOME_WORDS),
        label=draw(st.none() | st.sampled_from(["(i)", "- (ii)", "3.", "-"])),
        status=draw(st.sampled_from(["draft", "confirmed", "unknown"])),
        complete=draw(st.booleans()),
        text=draw(st.none() | SOME_WORDS),
    )
