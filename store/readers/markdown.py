"""Markdown: the marks that set words apart on a page and are no words themselves."""

import re

_LONGEST = 400  # characters between two marks of emphasis
# In the order in which they are taken away: what is bold inside is read again for what is italic.
_MARKS = (
    (re.compile(r"^[ \t]{0,3}#{1,6}[ \t]+(?=\S)", re.MULTILINE), ""),
    (re.compile(r"</?(?:small|strong|em|b|i|u|sup|sub|span|p|div|table|tbody|thead)(?:\s[^<>\n]{0,200})?>"), ""),
    (re.compile(r"<br\s?/?>|</tr>"), "\n"),
    (re.compile(r"</t[dh]>(?:<t[dh](?:\s[^<>\n]{0,200})?>)?|<t[dhr](?:\s[^<>\n]{0,200})?>"), "    "),
    (re.compile(r"\[([^\[\]\n]{1,200})\]\(\w{1,10}:[^()\s]{1,600}\)"), r"\1"),
    (re.compile(r"(?<![^\W_])\*{2,4}(?=\S)|(?<=\S)\*{2,4}"), ""),
    (re.compile(rf"(?<![\w*])\*(?=[^\s*])([^*\n]{{1,{_LONGEST}}})(?<=\S)\*(?![\w*])"), r"\1"),
    (re.compile(rf"(?<![\w\\])_(?=[^\s_])([^_\n]{{1,{_LONGEST}}})(?<=[^\s_])_(?!\w)"), r"\1"),
    (re.compile(r"\\([-.()#+!_*])"), r"\1"),
)


def without_marks(text: str) -> str:
    """`text` without the marks of Markdown and the tags that may stand in it; plain text stays as it is."""
    for mark, instead in _MARKS:
        text = mark.sub(instead, text)
    return text
