"""docs/citations.md: the styles, how to add one, and the citations of the golden files."""

from collections.abc import Iterator, Mapping
from typing import Final

from store.citation.escaping import ESCAPES
from store.citation.style_catalogue import styles
from store.citation.template_fields import FIELDS, FILTERS
from tests.store.citation.examples import AWKWARD, USUAL, Example, golden_citations

_INTRODUCTION: Final = """\
# Citations

`y` copies the citation of what is under the cursor, or of all that is selected, in your style; `Y` shows every style
filled in, and copies the one that you choose; `b` is the basket of what was copied. On the command line:

    minutebook cite eastmarsh/cypsg/2021-05-10/23
    minutebook cite eastmarsh/cypsg/2021-05-10/23 --style harvard
    minutebook cite eastmarsh/cypsg/2021-05-10/23 --style list

What holds for every style:

- “Minute” stands where the committee numbers its minutes on through the year, “Item” where each meeting begins at 1.
- A clause stands behind the number as it is labelled: 18(iv), 10(b) for “b)”, 43(2) for “2.”. Clauses of one item are
  cited together: 18(iv)–(vi), 16(iii), (v).
- Draft minutes are “(unconfirmed)” until a later meeting of the same body in the store confirms them; then provenance,
  the list of styles and `--json` say which one. Where it did so with amendments, every citation says that, for the
  words quoted may be those that were amended. What the source cuts short is “(text incomplete in source)”.
- Where a body met twice on one day, the hour stands behind the day: “2 March 2023 at 9.00 pm”.
- Quotations are verbatim. Only the quotation marks inside them change, to the other kind than those around them.
- An address stands only where the document says where it was published, or you told it (`minutebook add --url`,
  `minutebook address`), and the day of citing with it.
- Where the minutes do not say something, it is left out with its punctuation.
- Several citations in one line have a semicolon between them; a list of sources has a line for each.

Your style, the digits of the list, and styles of your own stand in the config file:

    citation = "harvard"
    favourites = ["short", "oscola", "mine"]

    [styles.mine]
    name = "House style of the Quay Times"
    template = '{committee}[, {date}][, {minute} {number}][ {remarks}]'

    [styles.archive.fields]
    archive = "Eastmarsh Record Office"
    archive_location = "EBC/2/14"

    [styles.journal]
    csl = "~/styles/journal.csl"

A table of the name of a style that comes with minutebook changes what it says of it. A CSL file needs one more package:
`pip install "minutebook[csl]"`. CSL has no minutes: of “report” and “document” that type is taken of which the style
prints more, and what it leaves out all the same is told.
"""

_TEMPLATES: Final = """\
## Templates

`{field}` writes a field; `{field:filter}` writes it changed. What stands in `[…]` is left out, its punctuation with it,
when a field inside is missing; of `[…|…|…]` the first that has all its fields is written. Outside brackets nothing
may be missing: the style then has no words for a place, and says so. A full stop or a comma is not written again after
the mark that ends a field. A backslash makes the sign after it a plain one. Beside `template` a style may have

| key | what it is |
|---|---|
| `name` | what you read in the list of styles |
| `escape` | for which form fields are escaped: {escapes} |
| `separator` | what stands between several citations |
| `one_by_one` | `true` to cite clauses of one item apart |
| `fields` | words of your own that the template names |
| `missing` | what to say where the style has no words for a place |
"""

_FEW: Final = ("short", "full", "harvard", "quotation")


def citations_page() -> str:
    """The whole page."""
    return "\n".join(_lines()) + "\n"


def _lines() -> Iterator[str]:
    yield _INTRODUCTION
    yield "## Styles\n\n| style | in commands | example |\n|---|---|---|"
    golden = {style: golden_citations(style) for style in styles()}
    for style in styles().values():
        yield f"| {style.name} | `{style.id}` | {_cell(golden[style.id][USUAL[1].name])} |"
    yield "\n" + _TEMPLATES.replace("{escapes}", ", ".join(f"`{name}`" for name in ESCAPES))
    yield "| field | what it writes |\n|---|---|"
    yield from (f"| `{name}` | {field.help} |" for name, field in FIELDS.items())
    yield "\n| filter | the field as it stands |\n|---|---|"
    yield from (f"| `{name}` | {one.help} |" for name, one in FILTERS.items())
    yield "\n## Examples\n\nThe minutes are those of `minutebook sample` and of a few other councils that do not exist."
    for example in USUAL:
        yield from _shown(example, golden)
    yield "\n## Awkward ones"
    for example in AWKWARD:
        yield from _shown(example, {style: golden[style] for style in _FEW})


def _shown(example: Example, golden: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """An example in some styles, of which these are the citations by name of the example."""
    yield f"\n### {example.shows}\n"
    yield from (f"    {permalink}" for permalink in example.permalinks)
    yield "\n| style | citation |\n|---|---|"
    yield from (f"| `{style}` | {_cell(cited[example.name])} |" for style, cited in golden.items())


def _cell(cited: str) -> str:
    """A citation in a cell of a table: as code, a line at a time, or in words why there is none."""
    if cited.startswith("(") and cited.endswith(".)"):
        return f"*{cited[1:-1]}*"
    lines = (line.replace("|", "\\|") for line in cited.split("\n") if line)
    return "<br>".join(f"`` {line} ``" if "`" in line else f"`{line}`" for line in lines)
