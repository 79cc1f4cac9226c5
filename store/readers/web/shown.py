"""What a browser shows of an element, and what of it is words of the page: fields, buttons, hidden parts."""

import re
from typing import TYPE_CHECKING

from store.readers.web.markup import classes_of

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

_NEVER = frozenset(
    "audio canvas dialog embed head iframe math noframes noscript object optgroup option script style svg template"  # noqa: SIM905
    " title video".split()
)
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse))", re.IGNORECASE)
# What only a screen reader says, as the usual frameworks call it.
_UNSEEN = frozenset({"sr-only", "visually-hidden", "screen-reader-text", "element-invisible", "visuallyhidden"})
FIELDS = frozenset({"input", "select"})
_TICKED = {True: "☑", False: "☐"}
_WITHOUT_WORDS = frozenset(
    {"button", "color", "file", "hidden", "image", "password", "range", "reset", "search", "submit"}
)
_OPENS = ("aria-expanded", "aria-controls", "data-toggle", "data-bs-toggle", "data-target", "data-bs-target")
_OPENING = re.compile(r"accordion|collaps|toggle|expand", re.IGNORECASE)
_ADDRESSES = ("aria-controls", "data-target", "data-bs-target", "href")
_OPENERS = ", ".join(f"[{attribute}]" for attribute in _OPENS)
_HEADINGS = frozenset({"dt", "h1", "h2", "h3", "h4", "h5", "h6", "summary"})
_OF_ALL = re.compile(r"(?:(?:open|close|show|hide|expand|collapse)(?: all)?(?: sections?)?|menu|search)", re.IGNORECASE)


class ShownElements:
    """What is shown of the elements below a root; what a title opens is shown, whether it was open or not."""

    def __init__(self, root: "LexborNode") -> None:
        addresses = (node.attributes.get(name) or "" for node in root.css(_OPENERS) for name in _ADDRESSES)
        self._opened = {address.lstrip("#") for address in addresses if address}

    def is_shown(self, node: "LexborNode") -> bool:
        """Whether a browser shows words of an element."""
        if node.tag in _NEVER:
            return False
        attributes = node.attributes
        if not attributes:
            return node.tag != "button" or _is_title(node)
        hidden = "hidden" in attributes or bool(_HIDDEN.search(attributes.get("style") or ""))
        if hidden and attributes.get("id") not in self._opened:
            return False
        if node.tag == "button":
            return _is_title(node)
        return "class" not in attributes or _UNSEEN.isdisjoint(classes_of(node))


def _is_title(button: "LexborNode") -> bool:
    """Whether a button is the title of what it opens, and not one that does something ("Print", "Show all")."""
    if _OF_ALL.fullmatch(" ".join(button.text().split())):
        return False
    parent = button.parent
    if parent is not None and parent.tag in _HEADINGS:
        return True
    attributes = button.attributes
    return any(name in attributes for name in _OPENS) or bool(_OPENING.search(attributes.get("class") or ""))


def value_of(field: "LexborNode") -> str:
    """What a field of a form shows: what is filled in, chosen or ticked; "" for what only does something."""
    attributes = field.attributes
    if field.tag == "select":
        options = field.css("option")
        chosen = [option for option in options if "selected" in option.attributes] or options[:1]
        return ", ".join(" ".join(option.text().split()) for option in chosen)
    kind = (attributes.get("type") or "text").lower()
    if kind in {"checkbox", "radio"}:
        return _TICKED["checked" in attributes] + " "
    return "" if kind in _WITHOUT_WORDS else attributes.get("value") or ""
