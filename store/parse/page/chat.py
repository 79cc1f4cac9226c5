"""Minutes as the bots of chats write them: topics with what was agreed under each, or the log that has them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from store.model import Attendance, Kind, Paragraph
from store.parse.heading.outside import Outside
from store.parse.page.lines import Line
from store.parse.page.passage import Passage, together
from store.parse.page.pipes import PipeTable

_TIME = r"(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?"
# Who noted a line, and when, behind it: "(mossy, 15:12:05)", "(`mossy`_, 15:12:05)".
_STAMP = re.compile(rf"\s{{0,4}}[(\[][`@_<]{{0,3}}[^\s,()]{{1,80}},\s{{1,4}}{_TIME}_{{0,2}}[)\]]$")
# Who said a line of a log, and when, before it: "15:04:11 <mossy>", "[15:04] < mossy>".
_SAID = re.compile(
    rf"(?:\d{{4}}-\d\d-\d\d[T ])?[\[(]?(?P<time>{_TIME})[\])]?\s{{1,4}}<[\s@+%&~]?(?P<who>[^\s<>]{{1,80}})>\s{{0,4}}"
)
_EVENT = re.compile(rf"[\[(]?{_TIME}[\])]?\s{{1,4}}(?:-!-|\*{{1,3}}|-->|<--)\s|---\s(?:Day|Log)\s")
_COMMAND = re.compile(
    r"""\#(?P<word>startmeeting|endmeeting|meetingname|meetingtopic|topic|agreed?|accept(?:ed)?|reject(?:ed)?|action|info
    |idea|link|h[ae]lp|chair|unchair|save|undo)\b\s{0,4}""",
    re.VERBOSE,
)
_NAMES = frozenset(("startmeeting", "meetingname", "meetingtopic"))
_LABEL = re.compile(r"(?:ACTION|AGREED|ACCEPTED|REJECTED|IDEA|INFO|LINK|H[AE]LP):|(?:https?|ftp)://", re.IGNORECASE)
_DECISION = re.compile(r"(?:AGREED|ACCEPTED|REJECTED):|\#(?:agreed?|accept(?:ed)?|reject(?:ed)?)\b")
_TOPIC = re.compile(r"topic:\s{0,4}", re.IGNORECASE)
_BULLET = re.compile(r"(?:(?P<figure>\d{1,3}[.)])|(?P<sign>[*•·+-])|(?P<letter>(?:[a-z]|\#)[.)]))\s{1,4}")
_STARTED = re.compile(
    rf"meeting\s(?:was\s)?started\b(?:\sby\s(?P<who>\S{{1,80}})\sat\b)?.{{0,40}}?\b(?P<time>{_TIME})(?:.{{0,20}}\bchair\sis\s(?P<chair>\S{{1,80}}?)\.?(?:\s|$))?",
    re.IGNORECASE,
)
_ENDED = re.compile(rf"meeting\s(?:was\s)?ended\b.{{0,40}}?\b(?P<time>{_TIME})", re.IGNORECASE)
_PEOPLE = re.compile(r"(?:people|nicks|attendees)\spresent\b.{0,20}", re.IGNORECASE)
_LINES_SAID = re.compile(r"(?P<who>\S{1,80})\s\((?:\d{1,6})(?:\slines?)?\)")
_ACTIONS = re.compile(r"action\sitems\b.{0,20}|(?:done|notes)\W*$", re.IGNORECASE)
_OF_BOT = re.compile(r"generated\sby\b|useful\scommands:|\.\.\s_|information\sabout\smeetbot", re.IGNORECASE)
_HEADS = re.compile(r"meeting\s(?:summary|topics)\W*$", re.IGNORECASE)
_RULE = re.compile(r"[=~_*-]{4,}")
_MARKUP = "*_` "
_FEWEST = 2  # lines that a bot has stamped, or that command it


@dataclass(slots=True)
class Chat:
    """What a chat's minutes hold: `lines` without the bot's marks, the offsets of topics, what is no business.

    `chair`, `start` and `end` ("15:00") are as the bot has them, and `logs` names the file of the log.
    """

    lines: list[Line] = field(default_factory=list)
    rows: list[int] = field(default_factory=list)
    bars: list[Passage] = field(default_factory=list)
    beside: list[Paragraph] = field(default_factory=list)
    chair: str | None = None
    start: str | None = None
    end: str | None = None
    logs: str = ""

    @property
    def table(self) -> PipeTable:
        """The topics as the rows of a table."""
        return PipeTable(tuple(self.lines), tuple(self.rows), tuple(self.bars))

    def told(self, outside: Outside) -> Outside:
        """`outside` with what the bot tells of the meeting."""
        name = f"{outside.name} {self.logs}".strip()
        return replace(outside, name=name, chair=self.chair, start=self.start, end=self.end)

    def keep(self, line: Line, words: Passage, *, topic: bool = False) -> None:
        """Take a line as one of the business."""
        if topic:
            self.rows.append(words.span.start)
        self.lines.append(replace(line, words=words, gap=True, wraps=False))

    def put(self, words: Passage | None, kind: Kind = Kind.FURNITURE) -> None:
        """Set words beside the business."""
        if words:
            self.beside.append(words.paragraph(kind))

    def note_hours(self, text: str) -> None:
        """Read when a meeting began and ended, and who began it."""
        if started := _STARTED.match(text):
            self.start = self.start or _hour(started["time"])
            self.chair = started["who"] or started["chair"] or self.chair
        if ended := _ENDED.match(text):
            self.end = _hour(ended["time"])


def chat_minutes(lines: Sequence[Line]) -> Chat | None:
    """The minutes that a bot has written of a chat, or the log with its commands; None for other documents."""
    stamped = sum(_STAMP.search(line.words.raw) is not None for line in lines)
    if stamped >= _FEWEST and any(any(sign.match(line.text) for sign in (_STARTED, _ENDED, _HEADS)) for line in lines):
        return _summary(list(_units(lines)))
    commands = [command for line in lines if (command := _command(line.words.raw))]
    return _log(lines) if len(commands) >= _FEWEST and "topic" in commands else None


def people_of_chat(beside: Sequence[Paragraph]) -> list[Attendance]:
    """Who said something, in the bot's list of them."""
    label, people = None, []
    for paragraph in beside:
        if paragraph.kind is not Kind.ATTENDANCE:
            continue
        if _PEOPLE.fullmatch(paragraph.text):
            label = paragraph.text
        elif label and (said := _LINES_SAID.fullmatch(_BULLET.sub("", paragraph.text, count=1))):
            people.append(Attendance(said["who"], None, label, paragraph.span))
    return people


def _hour(time: str) -> str:
    hour, minute, *_ = time.split(":")
    return f"{int(hour):02}:{minute}"


def _command(raw: str) -> str | None:
    """The command to the bot that a line of a log is."""
    said = _SAID.match(raw)
    command = _COMMAND.match(raw, said.end() if said else 0)
    return command["word"] if command else None


def _units(lines: Sequence[Line]) -> Iterator[Line]:
    """The lines of a summary, those together that the bot has wrapped."""
    run: list[Line] = []
    for line in lines:
        raw = line.words.raw
        apart = (
            line.gap
            or _RULE.fullmatch(raw)
            or _BULLET.match(raw)
            or _SAID.match(raw)
            or _STAMP.search(run[-1].words.raw if run else "")
        )
        opened = run and (_BULLET.match(run[0].words.raw) or _STARTED.match(run[0].text))
        if run and (apart or not opened):
            yield replace(run[0], words=together(one.words for one in run))
            run = []
        run.append(line)
    if run:
        yield replace(run[0], words=together(one.words for one in run))


def _level(line: Line) -> tuple[int, int] | None:
    """How deep in the bot's list a stamped line stands that may be a topic, the highest first."""
    bullet = _BULLET.match(line.words.raw)
    if not (bullet and _STAMP.search(line.words.raw)):
        return None
    if _LABEL.match(line.words.raw, bullet.end()) or _BULLET.match(line.words.raw, bullet.end()):
        return None
    return line.indent, ("figure", "sign", "letter").index(bullet.lastgroup or "sign")


def _labelled(line: Line) -> bool:
    bullet = _BULLET.match(line.words.raw)
    return _TOPIC.match(line.words.raw, bullet.end() if bullet else 0) is not None


def _summary(units: Sequence[Line]) -> Chat:
    """What a bot's summary holds."""
    chat = Chat()
    named = any(map(_labelled, units))
    top = min((level for line in units if (level := _level(line))), default=None)
    kind: Kind | None = None  # of what stands behind the business
    for line in units:
        chat.note_hours(line.text)
        kind = _behind(line.text, kind)
        if _RULE.fullmatch(line.text) or _OF_BOT.match(line.text):
            chat.put(line.words)
        elif kind:
            chat.put(line.words, Kind.DISCUSSION if _SAID.match(line.words.raw) else kind)
        elif _STAMP.search(line.words.raw):
            _note(chat, line, topic=_labelled(line) if named else _level(line) == top)
        else:
            chat.logs += f" {line.text}" if _STARTED.match(line.text) else ""
            chat.lines.append(line)
    return chat


def _behind(text: str, kind: Kind | None) -> Kind | None:
    """Of what kind a line and those under it are, where the business is over; None before that."""
    if _PEOPLE.fullmatch(text):
        return Kind.ATTENDANCE
    return Kind.NOTE if _ENDED.match(text) or _ACTIONS.fullmatch(text) else kind


def _note(chat: Chat, line: Line, *, topic: bool) -> None:
    """Take a stamped line of a summary, its bullet, markup and stamp apart."""
    words, raw = line.words, line.words.raw
    stamp = _STAMP.search(raw)
    end = stamp.start() if stamp else len(raw)
    begin, number = 0, None
    while bullet := _BULLET.match(raw, begin):
        number = words.part(0, bullet.end()) if bullet["figure"] and topic else None
        begin = bullet.end()
    if topic and (label := _TOPIC.match(raw, begin)):
        begin = label.end()
    inner = raw[begin:end]
    begin, end = begin + len(inner) - len(inner.lstrip(_MARKUP)), begin + len(inner.rstrip(_MARKUP))
    told = words.part(begin, end)
    if told is None:
        chat.put(words)
        return
    chat.bars.extend(mark for mark in (None if number else words.part(0, begin), words.part(end)) if mark)
    if topic or chat.rows or _DECISION.match(told.raw):
        chat.keep(line, together([number, told]) if number else told, topic=topic)
    else:
        chat.put(told, Kind.DISCUSSION)


def _log(lines: Sequence[Line]) -> Chat:
    """What a log with commands to a bot holds."""
    chat = Chat()
    over = False
    for line in lines:
        raw = line.words.raw
        said = _SAID.match(raw)
        words = line.words.part(said.end()) if said else line.words
        word = _command(raw)
        if words is None or (not said and _EVENT.match(raw)) or _OF_BOT.match(words.text):
            chat.put(line.words)
            continue
        chat.note_hours(words.text)
        if word in _NAMES or word == "endmeeting":
            _note_command(chat, word, said)
        over = over or word == "endmeeting"
        if over:
            chat.put(line.words, Kind.NOTE)
        else:
            _say(chat, line, words, word)
    return chat


def _note_command(chat: Chat, word: str, said: re.Match[str] | None) -> None:
    """Take when and by whom a meeting was begun or ended by command."""
    if said and word == "startmeeting":
        chat.chair, chat.start = said["who"], _hour(said["time"])
    elif said and word == "endmeeting":
        chat.end = _hour(said["time"])


def _say(chat: Chat, line: Line, words: Passage, word: str | None) -> None:
    """Take what is said in a log, `word` the command that it is; what is talk keeps the name of who said it."""
    command = _COMMAND.match(words.raw)
    heads = word == "topic" or word in _NAMES
    told = words.part(command.end()) if command and heads else words
    if told is None:
        chat.put(line.words)
    elif word is None and not (chat.rows or words is line.words or _STARTED.match(told.text)):
        chat.put(line.words, Kind.DISCUSSION)
    elif word is None and chat.rows:
        chat.keep(replace(line, talk=words is not line.words), line.words)
    elif not (heads or chat.rows or word is None or _DECISION.match(told.raw)):
        chat.put(line.words, Kind.DISCUSSION)
    else:
        mark = line.words.part(0, line.words.raw_at(told.span.start))
        chat.bars.extend([mark] if mark else [])
        chat.keep(line, told, topic=word == "topic")
