"""How a Word paragraph is set: by itself, by its style, by what that style is based on, by the document's defaults."""

from collections.abc import Iterator, Mapping
from xml.etree.ElementTree import Element

_LONGEST_CHAIN = 20  # styles; Word allows ten or so, and a damaged document goes round in a circle


class Styles:
    """The styles of a document's paragraphs and runs."""

    def __init__(self, part: Element | None) -> None:
        root = Element("styles") if part is None else part
        styles = [style for style in root.findall("style") if style.get("type") == "paragraph"]
        self._styles = {style.get("styleId", ""): style for style in styles}
        of_runs = (style for style in root.findall("style") if style.get("type") == "character")
        self._of_runs = {style.get("styleId", ""): style for style in of_runs}
        self._run_defaults = root.find("docDefaults/rPrDefault/rPr")
        self._default = next((style.get("styleId", "") for style in styles if style.get("default") == "1"), "")
        self._defaults = root.find("docDefaults/pPrDefault/pPr")

    def value(self, paragraph: Element, path: str, attribute: str = "val") -> str | None:
        """What `attribute` of the property at `path` ("numPr/numId") is for a paragraph; None when nothing says."""
        for properties in self._chain(paragraph):
            found = properties.find(path)
            if found is not None and attribute in found.attrib:
                return found.get(attribute)
        return None

    def of(self, paragraph: Element) -> str:
        """The id of a paragraph's style."""
        named = paragraph.find("pPr/pStyle")
        return self._default if named is None else named.get("val", "")

    def name(self, paragraph: Element) -> str:
        """What Word calls a paragraph's style, in small letters; "" where it has none."""
        style = self._styles.get(self.of(paragraph))
        named = None if style is None else style.find("name")
        return "" if named is None else named.get("val", "").lower()

    def run_chain(self, paragraph_style: str, run_style: str) -> Iterator[Element]:
        """The properties of runs that a paragraph's style and their own give them, the nearest last."""
        if self._run_defaults is not None:
            yield self._run_defaults
        for styles, named in ((self._styles, paragraph_style), (self._of_runs, run_style)):
            chain = (style.find("rPr") for style in _based_on(styles, named))
            yield from reversed([properties for properties in chain if properties is not None])

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The properties that hold for a paragraph, the nearest first."""
        if (own := paragraph.find("pPr")) is not None:
            yield own
        for style in _based_on(self._styles, self.of(paragraph)):
            if (properties := style.find("pPr")) is not None:
                yield properties
        if self._defaults is not None:
            yield self._defaults


def _based_on(styles: Mapping[str, Element], named: str) -> Iterator[Element]:
    """A style, the one that it is based on, and so on."""
    style = styles.get(named)
    for _ in range(_LONGEST_CHAIN):
        if style is None:
            break
        yield style
        base = style.find("basedOn")
        style = None if base is None else styles.get(base.get("val", ""))
