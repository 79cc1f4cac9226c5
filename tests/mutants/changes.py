"""The changes that a line of code can suffer: each a place in a file, and what is written there instead."""

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

_COMPARED: Final[dict[type[ast.cmpop], tuple[str, str]]] = {
    ast.Lt: ("<", "<="),
    ast.LtE: ("<=", "<"),
    ast.Gt: (">", ">="),
    ast.GtE: (">=", ">"),
    ast.Eq: ("==", "!="),
    ast.NotEq: ("!=", "=="),
    ast.In: ("in", "not in"),
    ast.NotIn: ("not in", "in"),
    ast.Is: ("is", "is not"),
    ast.IsNot: ("is not", "is"),
}
_COMPUTED: Final[dict[type[ast.operator], tuple[str, str]]] = {
    ast.Add: ("+", "-"),
    ast.Sub: ("-", "+"),
    ast.Mult: ("*", "/"),
    ast.Div: ("/", "*"),
    ast.FloorDiv: ("//", "*"),
    ast.BitOr: ("|", "&"),
    ast.BitAnd: ("&", "|"),
}
_CALLED: Final = {
    "any": "all",
    "all": "any",
    "min": "max",
    "max": "min",
    "startswith": "endswith",
    "endswith": "startswith",
    "partition": "rpartition",
    "rpartition": "partition",
    "search": "match",
    "fullmatch": "match",
    "match": "search",
    "sorted": "list",
}
_FEW: Final = 10  # a number from which one more or less is hardly another behaviour
_STEP: Final = 0.5  # of a weight: half as much again is another weight


@dataclass(frozen=True, slots=True)
class Change:
    """A stretch of a file and what is to stand there: lines from 1, columns in bytes of UTF-8 from 0."""

    path: str
    line: int
    column: int
    old: str
    new: str

    def applied(self, source: str) -> str:
        """`source` with the change made. Raises `ValueError` when something else stands there."""
        lines = source.splitlines(keepends=True)
        row = lines[self.line - 1].encode()
        old = self.old.encode()
        if row[self.column : self.column + len(old)] != old:
            raise ValueError(f"{self.path}:{self.line} has no “{self.old}” at column {self.column}")
        lines[self.line - 1] = (row[: self.column] + self.new.encode() + row[self.column + len(old) :]).decode()
        return "".join(lines)

    def told(self, source: str) -> str:
        """The change with its line, without the number of it: what a list of survivors knows it by."""
        return f"{self.path}: {source.splitlines()[self.line - 1].strip()} :: {self.old} -> {self.new}"


def changes_in(root: Path, path: Path) -> Iterator[Change]:
    """Every change of the module at `path`, in the order in which they stand there."""
    source = path.read_text(encoding="utf-8")
    tree = ast.parse(source)
    lines = source.splitlines()
    skipped = set(_only_types(tree))
    named = path.relative_to(root).as_posix()
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        for line, column, old, new in _of_node(node, lines):
            if lines[line - 1].encode()[column:].startswith(old.encode()):  # inside an f-string it may be elsewhere
                yield Change(named, line, column, old, new)


def _only_types(tree: ast.Module) -> Iterator[int]:
    """The nodes that say only types, or what a developer is told: annotations, decorators, aliases, assertions."""
    for node in ast.walk(tree):
        for part in _parts_about_types(node):
            yield from (id(inner) for inner in ast.walk(part))


def _parts_about_types(node: ast.AST) -> Iterator[ast.AST]:
    match node:
        case ast.AnnAssign():
            yield node.annotation
        case ast.arg(annotation=ast.expr() as annotation):
            yield annotation
        case ast.FunctionDef() | ast.AsyncFunctionDef():
            yield from node.decorator_list
            yield from filter(None, [node.returns])
        case ast.ClassDef():
            yield from node.decorator_list
        case ast.Assign(targets=[ast.Name(id=name)]) if _is_of_a_type(name):
            yield node.value
        case ast.If(test=ast.Name(id="TYPE_CHECKING")) | ast.Assert():
            yield node


def _is_of_a_type(name: str) -> bool:
    """Whether a name is written like a class's: that of an alias."""
    return name.lstrip("_")[:1].isupper() and not name.isupper()


Place = tuple[int, int, str, str]


def _of_node(node: ast.AST, lines: list[str]) -> Iterator[Place]:
    if isinstance(node, ast.Compare):
        left = node.left
        for operation, right in zip(node.ops, node.comparators, strict=True):
            yield from _between(left, right, _COMPARED.get(type(operation)), lines)
            left = right
    elif isinstance(node, ast.BinOp):
        if not isinstance(node.left, ast.Constant | ast.JoinedStr) or isinstance(node.op, ast.Mult | ast.Div):
            yield from _between(node.left, node.right, _COMPUTED.get(type(node.op)), lines)
    elif isinstance(node, ast.BoolOp):
        words = ("and", "or") if isinstance(node.op, ast.And) else ("or", "and")
        for first, second in zip(node.values, node.values[1:], strict=False):
            yield from _between(first, second, words, lines)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.lineno, node.col_offset, "not ", ""
    elif isinstance(node, ast.Constant):
        yield from _of_constant(node, lines)
    elif isinstance(node, ast.Call):
        yield from _of_call(node, lines)


def _of_constant(node: ast.Constant, lines: list[str]) -> Iterator[Place]:
    """Another number, or the other truth."""
    if isinstance(node.value, bool):
        yield node.lineno, node.col_offset, str(node.value), str(not node.value)
    elif isinstance(node.value, int | float):
        printed = lines[node.lineno - 1].encode()[node.col_offset : node.end_col_offset].decode()
        in_steps = isinstance(node.value, float) or node.value >= _FEW
        yield node.lineno, node.col_offset, printed, str(_stepped(node.value) if in_steps else node.value + 1)


def _stepped(number: float) -> float:
    larger = number * (1 + _STEP) or _STEP
    return int(larger) if float(number).is_integer() and number >= _FEW else round(larger, 6)


def _of_call(node: ast.Call, lines: list[str]) -> Iterator[Place]:
    """Another function of the same shape."""
    called = node.func
    if isinstance(called, ast.Name) and called.id in _CALLED:
        yield called.lineno, called.col_offset, called.id, _CALLED[called.id]
    elif isinstance(called, ast.Attribute) and called.attr in _CALLED and called.end_lineno is not None:
        end = called.end_col_offset or 0
        old = called.attr
        row = lines[called.end_lineno - 1].encode()
        column = end - len(old.encode())
        if row[column:end].decode() == old:
            yield called.end_lineno, column, old, _CALLED[old]


def _between(left: ast.expr, right: ast.expr, words: tuple[str, str] | None, lines: list[str]) -> Iterator[Place]:
    """The sign between two operands on one line, changed for another."""
    if words is None or left.end_lineno != right.lineno:
        return
    row = lines[right.lineno - 1].encode()
    begin, end = left.end_col_offset or 0, right.col_offset
    at = row[begin:end].find(words[0].encode())
    if at >= 0:
        yield right.lineno, begin + at, *words
