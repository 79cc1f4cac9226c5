"""Markdown as the text of a document: a line of the source stays a line, but tables; marks become looks."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from store.model import Look
from store.readers.finish import finished
from store.readers.markdown.inline import runs_of
from store.readers.markdown.tables import begins_table, table_at
from store.readers.printed import PrintedLine, PrintedText, set_lines
from store.readers.styled import PLAIN, Styled, struck_words, styled_lines, without_struck

_FENCE = "---"
_LONGEST_FRONT = 60  # lines
_QUOTE = re.compile(r" {0,3}>[ \t]?")
_HEADING = re.compile(r" {0,3}(?P<marks>#{1,6})[ \t]+(?=\S)(?P<words>.*?)(?:[ \t]+#+)?[ \t]*")
_RULE = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,}|(?:=[ \t]*){3,})")
_UNDERLINE = re.compile(r" {0,3}(?:(?P<first>={3,})|-{4,})[ \t]*")
_ENTRY = re.compile(r"(?P<indent>[ \t]*)(?:[-*+]|(?P<number>\d{1,4})\\?[.)])[ \t]+(?=\S)")
_CODE = re.compile(r" {0,3}(?:```|~~~)")
_COMMENT = re.compile(r"<!--(?:[^-]|-(?!->)){0,20000}-->")
_SMALL = re.compile(r"[*_]{0,2}<small>[^<>]{0,300}</small>[*_]{0,2}\s*")
_BOLD_START = re.compile(r"^[ \t]{0,8}(?:[(\w.)]{1,10}[ \t]+)?\*\*(?=[^\s*])[^*\n]{1,200}(?<=\S)\*\*", re.MULTILINE)
_HEADS = re.compile(r"^#{1,6} (?=\S)", re.MULTILINE)
_FEWEST_MARKS = 6  # titles in bold, or as headings: what it takes to tell that a text is Markdown
_DEEPEST = 10  # quotations in one another
_UNDERLINED_TITLE = 100  # characters: what is longer is no title, and the line under it a rule


def has_marks(text: str) -> bool:
    """Whether a text that is not called Markdown is clearly written in it.

    It sets its titles in bold or as headings all through, and leaves no mark of bold without its pair.
    """
    marks = [line.count("**") for line in text.split("\n") if "**" in line] if "**" in text else []
    if any(many % 2 for many in marks):
        return False
    return len(_BOLD_START.findall(text)) + len(_HEADS.findall(text)) >= _FEWEST_MARKS


def markdown_text(name: str, source: str) -> PrintedText:
    """What Markdown shows when it is set. Front matter is left as it is.

    Rules and small print that stands alone are furniture; so are words that are struck out, under their paragraph.
    Raises `UnreadableDocument` when HTML in it nests without end.
    """
    lines = _COMMENT.sub(lambda comment: "\n" * comment.group().count("\n"), source).split("\n")
    body = _front_matter(lines)
    text = _Text(name, [PrintedLine(line) for line in lines[:body]])
    text.read(lines[body:])
    return set_lines(finished(text.lines), "\n")


def _front_matter(lines: Sequence[str]) -> int:
    """How many lines the front matter between two fences at the top has, fences included; often none."""
    if lines[0].rstrip() != _FENCE:
        return 0
    return next((at + 1 for at in range(1, min(len(lines), _LONGEST_FRONT)) if lines[at].rstrip() == _FENCE), 0)


@dataclass(slots=True)
class _Text:
    """The text so far: its lines, blank ones too; and the lists that are open, to count the entries that they number.

    `lists` holds for the indent of a list the number that is written at its last entry, and the number that is shown.
    """

    name: str
    lines: list[PrintedLine]
    lists: dict[int, tuple[int, int]] = field(default_factory=dict)
    tables: int = 0

    def read(self, lines: Sequence[str], around: tuple[Look, ...] = ()) -> None:
        """Take in lines of the source; `around` is what they all look like."""
        at = 0
        while at < len(lines):
            at = self._whole_block(lines, at, around) or self._plain_block(lines, at, around)

    def _plain_block(self, lines: Sequence[str], at: int, around: tuple[Look, ...]) -> int:
        """Take in the paragraph that begins at a line, or the heading that the next line underlines; the line after."""
        end = _paragraph_end(lines, at)
        self._paragraph(lines[at:end], around)
        level = _underlined(lines, at) if end == at + 1 else 0
        if level:
            self._head(level)
        return end + bool(level)

    def _whole_block(self, lines: Sequence[str], at: int, around: tuple[Look, ...]) -> int | None:
        """Take in what begins at a line and is no paragraph; the line after it, None where there is no such block."""
        line = lines[at]
        if not line.strip():
            self.lines.append(PrintedLine(""))
            return at + 1
        if begins_table(line) and (table := table_at(self.name, lines, at, self.tables)):
            self._table(table.lines, around)
            return table.end
        if _QUOTE.match(line) and len(around) < _DEEPEST:
            end = next((end for end in range(at, len(lines)) if not _QUOTE.match(lines[end])), len(lines))
            self.read([_QUOTE.sub("", one, count=1) for one in lines[at:end]], (*around, replace(PLAIN, quoted=True)))
            return end
        if _CODE.match(line) and (closing := _code_end(lines, at)):
            self.lines += [PrintedLine(""), *map(PrintedLine, lines[at + 1 : closing]), PrintedLine("")]
            return closing + 1
        if heading := _HEADING.fullmatch(line):
            self._paragraph([heading["words"]], (*around, replace(PLAIN, heading=len(heading["marks"]))))
            return at + 1
        if _RULE.fullmatch(line) or _SMALL.fullmatch(line):
            self._paragraph(
                [line] if "<" in line else [line.replace("*", "\\*").replace("_", "\\_")], around, furniture=True
            )
            return at + 1
        return None

    def _paragraph(self, lines: Sequence[str], around: tuple[Look, ...], *, furniture: bool = False) -> None:
        runs = list(runs_of("\n".join([self._counted(lines[0]), *lines[1:]])))
        gone = struck_words(runs)
        for line in styled_lines(without_struck(runs) if gone.text else runs):
            self._say(line, around, furniture=furniture)
        if gone.text:
            self._say(gone, around, furniture=True)

    def _say(self, line: Styled, around: tuple[Look, ...], *, furniture: bool = False) -> None:
        for look in around:
            line = line.wholly(look)
        self.lines.append(PrintedLine(line.text.rstrip(), furniture=furniture, looks=line.looks))

    def _head(self, level: int) -> None:
        """Make the last line a heading."""
        last = self.lines[-1]
        line = Styled(last.text, last.looks).wholly(replace(PLAIN, heading=level))
        self.lines[-1] = replace(last, looks=line.looks)

    def _table(self, lines: Sequence[PrintedLine], around: tuple[Look, ...]) -> None:
        self.tables += 1
        for line in lines:
            if line.gap and self.lines and self.lines[-1].text:
                self.lines.append(PrintedLine(""))
            self._say(Styled(line.text, line.looks), around, furniture=line.furniture)
            self.lines[-1] = replace(self.lines[-1], note=line.note)

    def _counted(self, line: str) -> str:
        """A line with the number that is shown for it: a list whose entries all have one number is counted through."""
        entry = _ENTRY.match(line)
        if entry is None:
            if not line[:1].isspace():
                self.lists.clear()
            return line
        indent = len(entry["indent"].expandtabs())
        self.lists = {other: counts for other, counts in self.lists.items() if other <= indent}
        if not entry["number"]:
            return line
        written = int(entry["number"])
        last, shown = self.lists.get(indent, (-1, -1))
        shown = shown + 1 if written == last else written
        self.lists[indent] = (written, shown)
        return f"{line[: entry.start('number')]}{shown}{line[entry.end('number') :]}" if shown != written else line


def _paragraph_end(lines: Sequence[str], at: int) -> int:
    """The line after the paragraph or the entry of a list that begins at a line."""
    for end in range(at + 1, len(lines)):
        line = lines[end]
        if not line.strip() or begins_table(line) or any(pattern.match(line) for pattern in (_QUOTE, _CODE, _ENTRY)):
            return end
        if _HEADING.fullmatch(line) or _RULE.fullmatch(line) or _SMALL.fullmatch(line):
            return end
    return len(lines)


def _underlined(lines: Sequence[str], at: int) -> int:
    """The level of the heading that a line is because the next underlines it, 0 where it does not.

    A line of three dashes is a rule: that is how converters part pages, right under the words.
    """
    words = lines[at].strip()
    under = _UNDERLINE.fullmatch(lines[at + 1]) if at + 1 < len(lines) else None
    if under is None or len(words) > _UNDERLINED_TITLE or len(under.group().strip()) * 2 < len(words):
        return 0
    return 1 if under["first"] else 2


def _code_end(lines: Sequence[str], at: int) -> int | None:
    """The line that closes a block of code."""
    return next((end for end in range(at + 1, len(lines)) if _CODE.fullmatch(lines[end].rstrip())), None)
