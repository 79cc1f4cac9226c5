"""What stands before the first item of a meeting, sorted by what it is for."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from store.model import Kind, Paragraph
from store.parse.attendance.extent import attendance_end, attendance_start, label_of
from store.parse.heading.heading import heading_end
from store.parse.page.lines import Line
from store.parse.page.sections import is_part
from store.parse.page.wrapping import join_lines


@dataclass(frozen=True, slots=True)
class Front:
    """What stands before the first item, its wrapped lines joined: heading, parts, who came, what is told before."""

    opening: Sequence[Line]
    parts: Sequence[Line]
    listed: Sequence[Line]
    spoken: Sequence[Line]

    def paragraphs(self) -> Iterator[Paragraph]:
        """Each line of it as a paragraph."""
        kinds = (
            (Kind.HEADING, [*self.opening, *self.parts]),
            (Kind.ATTENDANCE, self.listed),
            (Kind.DISCUSSION, self.spoken),
        )
        return (line.words.paragraph(kind) for kind, lines in kinds for line in lines)


def front_of(lines: Sequence[Line]) -> Front:
    """The front of minutes."""
    attended_from = attendance_start(lines)
    before_list = join_lines(lines[:attended_from])
    titled = heading_end(before_list)
    after_label = [line for group in _labelled_apart(lines[attended_from:]) for line in join_lines(group)]
    listed = [line for line in after_label if not is_part(line)]
    end = attendance_end(listed)
    spoken = sorted([*before_list[titled:], *listed[end:]], key=lambda line: line.span)
    return Front(before_list[:titled], [line for line in after_label if is_part(line)], listed[:end], spoken)


def _labelled_apart(lines: Sequence[Line]) -> Iterator[Sequence[Line]]:
    """The lines of a list of who came, those under each label apart: a label never goes on from the line before."""
    starts = [index for index, line in enumerate(lines) if index == 0 or _is_labelled(line)]
    return (lines[start:end] for start, end in pairwise([*starts, len(lines)]))


def _is_labelled(line: Line) -> bool:
    label = label_of(line)
    return label is not None and label.opens and line.words.raw[: label.end].rstrip().endswith((":", ":-"))


def record_front(lines: Sequence[Line], labels: Sequence[Line]) -> Front:
    """The front of a page that is a record: all of it, and the record's labels wherever they stand, is heading."""
    return Front(sorted([*lines, *labels], key=lambda line: line.span), (), (), ())
