"""Words made safe for the form that a style writes: HTML, Markdown, a Wikipedia template."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from html import escape
from typing import Final
from urllib.parse import quote

_MARKDOWN = re.compile(r"([\\`*_\[\]<>&#|~])")
_MARKDOWN_START = re.compile(r"^([-+=]|\d{1,9}(?=[.)](?:\s|$)))")
_WIKIPEDIA = str.maketrans({"|": "{{!}}"} | {sign: f"&#{ord(sign)};" for sign in "&{}[]<>~"})


@dataclass(frozen=True, slots=True)
class Escape:
    """How words and how addresses are written in a form."""

    words: Callable[[str], str]
    address: Callable[[str], str]


def _as_it_is(words: str) -> str:
    return words


def _markdown(words: str) -> str:
    """With a backslash before what Markdown would read as more than a letter."""
    words = _MARKDOWN.sub(r"\\\1", words)
    return _MARKDOWN_START.sub(lambda start: f"{start[1]}\\" if start[1].isdecimal() else f"\\{start[1]}", words)


def _wikipedia(words: str) -> str:
    """With entities for what ends a parameter or begins wiki markup."""
    return words.translate(_WIKIPEDIA).replace("''", "&#39;&#39;")


def _without(signs: str) -> Callable[[str], str]:
    """Addresses with these signs percent-encoded."""
    table = str.maketrans({sign: f"%{ord(sign):02X}" for sign in signs})
    return lambda address: address.translate(table)


ESCAPES: Final[Mapping[str, Escape]] = {
    "plain": Escape(_as_it_is, _as_it_is),
    "html": Escape(partial(escape, quote=False), escape),
    "markdown": Escape(_markdown, _without(" ()<>\\")),
    "wikipedia": Escape(_wikipedia, _without(" |{}[]<>")),
}
"""What a style may name as its escape."""


def encoded(words: str) -> str:
    """Words inside the fragment of an address: percent-encoded, its hyphens too, which mean something there."""
    return quote(words, safe="").replace("-", "%2D")
