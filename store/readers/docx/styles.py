"""How a Word paragraph is set: by itself, by its style, by what that style is based on, by the document's defaults."""

from collections.abc import Iterator
from xml.etree.ElementTree import Element

_LONGEST_CHAIN = 20  # styles; Word allows ten or so, and a damaged document goes round in a circle


class Styles:
    """The paragraph styles of a document."""

    def __init__(self, part: Element | None) -> None:
        root = Element("styles") if part is None else part
        styles = [style for style in root.findall("style") if style.get("type") == "paragraph"]
        self._styles = {style.get("styleId", ""): style for style in styles}
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

    def _chain(self, paragraph: Element) -> Iterator[Element]:
        """The properties that hold for a paragraph, the nearest first."""
        if (own := paragraph.find("pPr")) is not None:
            yield own
        style = self._styles.get(self.of(paragraph))
        for _ in range(_LONGEST_CHAIN):
            if style is None:
                break
            if (properties := style.find("pPr")) is not None:
                yield properties
            base = style.find("basedOn")
            style = None if base is None else self._styles.get(base.get("val", ""))
        if self._defaults is not None:
            yield self._defaults
