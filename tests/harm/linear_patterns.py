"""Every regular expression of the project against inputs made to be slow for it: time grows as the input does.

`python -m tests.harm.linear_patterns 500` measures all of them with so many characters, and four times as many. The
inputs are what a pattern can repeat: the letters and classes in it, alone and in pairs, ending in something that it
does not want. Exits with 1 where four times the input takes more than eight times the time: a pattern that goes over
the rest of its input again at each letter takes sixteen.
"""

import ast
import importlib
import re
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from itertools import permutations
from math import inf
from pathlib import Path
from unittest import mock

_ROOT = Path(__file__).parents[2]
_LENGTH = 500  # characters; the second input is four times as long
_TIMES = 4
_MOST = 8.0  # times the time for four times the input
_AT_LEAST = 0.002  # seconds: going over 1,600 letters again at each of them takes longer
_SAMPLES = 7  # of the letters and classes of a pattern
_UNWANTED = ("\x00", "é")  # no word, and a letter of words: one of them ends what a class repeats
_SHORT = 26  # characters on which nothing takes time, but where it doubles with each
_AT_MOST = 0.05  # seconds for those, and for the first input: what takes longer would take hours for the second
_OF_CATEGORY = {
    "CATEGORY_SPACE": " ",
    "CATEGORY_NOT_SPACE": "x",
    "CATEGORY_DIGIT": "7",
    "CATEGORY_NOT_DIGIT": "x",
    "CATEGORY_WORD": "w",
    "CATEGORY_NOT_WORD": "-",
}
_CALLS = {"compile", "match", "fullmatch", "search", "sub", "subn", "split", "findall", "finditer"}

_AT_BEGINNING = {"match", "fullmatch"}  # what looks no further when the beginning is another

Key = tuple[str, int, bool]  # a pattern, its flags, and whether it is asked for anywhere in a text
Patterns = dict[Key, str]  # -> where it was first met


def patterns() -> Patterns:
    """Every pattern that modules compile when they are imported, and every one written out in a call to `re`.

    For an interpreter in which none of them was imported yet.
    """
    met: dict[tuple[str, int], tuple[Path, int]] = {}
    compiled: Callable[[object, int], object] = re._compile  # type: ignore[attr-defined]

    def noting(pattern: object, flags: int) -> object:
        frame = sys._getframe(2)
        path = Path(frame.f_code.co_filename)
        if isinstance(pattern, str) and path.parts[: len(_ROOT.parts)] == _ROOT.parts and ".venv" not in path.parts:
            met.setdefault((pattern, int(flags)), (path, frame.f_lineno))
        return compiled(pattern, flags)

    paths = sorted(path for name in ("store", "tui") for path in (_ROOT / name).rglob("*.py"))
    with mock.patch.object(re, "_compile", noting):
        for path in paths:
            if path.name != "__init__.py":
                importlib.import_module(".".join(path.relative_to(_ROOT).with_suffix("").parts))
    found: Patterns = {}
    trees = {path: ast.parse(path.read_text(encoding="utf-8")) for path in paths}
    for path, tree in trees.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and _written_out(node):
                assert isinstance(node.func, ast.Attribute)
                anywhere = node.func.attr not in _AT_BEGINNING
                found.setdefault((ast.literal_eval(node.args[0]), 0, anywhere), f"{path.name}:{node.lineno}")
        for (pattern, flags), (where, line) in met.items():
            if where == path:
                found.setdefault((pattern, flags, _anywhere(trees, path, line)), f"{path.name}:{line}")
    return found


def _anywhere(trees: Mapping[Path, ast.Module], path: Path, line: int) -> bool:
    """Whether a pattern compiled at a line is asked for anywhere in texts, as far as the modules that name it say."""
    names = {
        target.id
        for node in trees[path].body
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.lineno <= line <= (node.end_lineno or line)
        for target in (node.targets if isinstance(node, ast.Assign) else [node.target])
        if isinstance(target, ast.Name)
    }
    module = ".".join(path.relative_to(_ROOT).with_suffix("").parts)
    asked = _asked_in_module(trees[path], names)
    for tree in trees.values():
        imported = {
            alias.name
            for node in tree.body
            if isinstance(node, ast.ImportFrom) and node.module == module
            for alias in node.names
        }
        if shared := names & imported:
            asked |= _asked_in_module(tree, shared)
    return not asked or not asked <= _AT_BEGINNING


def _asked_in_module(tree: ast.Module, names: set[str]) -> set[str]:
    """What a module asks of patterns by their names, and of those in tables that it goes through."""
    asked = _asked(tree, names)
    for node in ast.walk(tree):
        match node:
            case ast.GeneratorExp(generators=loops) | ast.ListComp(generators=loops):
                over: list[ast.comprehension | ast.For] = list(loops)
            case ast.For():
                over = [node]
            case _:
                continue
        if any(names & _named(loop.iter) for loop in over):
            asked |= _asked(node, {name for loop in over for name in _named(loop.target)})
    return asked


def _named(node: ast.AST) -> set[str]:
    return {one.id for one in ast.walk(node) if isinstance(one, ast.Name)}


def _asked(node: ast.AST, names: set[str]) -> set[str]:
    """What is asked of names below a node."""
    return {
        one.attr
        for one in ast.walk(node)
        if isinstance(one, ast.Attribute) and isinstance(one.value, ast.Name) and one.value.id in names
    }


def _written_out(call: ast.Call) -> bool:
    return (
        isinstance(call.func, ast.Attribute)
        and isinstance(call.func.value, ast.Name)
        and call.func.value.id == "re"
        and call.func.attr in _CALLS - {"compile"}
        and isinstance(call.args[0], ast.Constant)
        and isinstance(call.args[0].value, str)
    )


def hostile(pattern: str, flags: int, samples: int) -> Iterator[Callable[[int], str]]:
    """What makes an input of a length: a letter or a pair of letters of the pattern over and over, and a last one.

    Pairs are made of the first `samples` letters; alone stand twice as many, from all over the pattern, or all of them
    when `samples` is what it is by default.
    """
    letters = list(dict.fromkeys(_letters(re._parser.parse(pattern, flags))))  # type: ignore[attr-defined]
    first = letters[:samples]
    alone = letters if samples >= _SAMPLES else letters[:: max(1, len(letters) // (2 * samples))]
    for repeated in [*alone, *("".join(pair) for pair in permutations(first, 2))]:
        for end in ("", *_UNWANTED):
            yield lambda length, repeated=repeated, end=end: repeated * (length // len(repeated)) + end  # type: ignore[misc]


def _letters(parsed: object) -> Iterator[str]:
    """A character for each letter and class of a parsed pattern."""
    match parsed:
        case (name, value) if str(name) in ("LITERAL", "NOT_LITERAL") and isinstance(value, int):
            yield chr(value) if str(name) == "LITERAL" else "x"
        case (name, value) if str(name) == "CATEGORY":
            yield _OF_CATEGORY[str(value)]
        case (name, (int() as low, int())) if str(name) == "RANGE":
            yield chr(low)
        case (name, _) if str(name) == "ANY":
            yield "x"
        case str() | int() | None:
            pass
        case _ if hasattr(parsed, "data"):  # a part of a pattern that is one itself
            yield from _letters(parsed.data)
        case list() | tuple():
            for part in parsed:
                yield from _letters(part)


def _seconds(pattern: "re.Pattern[str]", text: str, *, anywhere: bool) -> float:
    begun = time.thread_time()  # of the processor: the machine may be busy with something else
    if anywhere:
        for _ in pattern.finditer(text):
            pass
    else:
        pattern.match(text)
        pattern.fullmatch(text)
    return time.thread_time() - begun


def slowest(key: Key, length: int = _LENGTH, samples: int = _SAMPLES) -> tuple[float, float, str]:
    """For the worst of a pattern's inputs: times the time for four times the length, its seconds, and how it begins."""
    pattern, flags, anywhere = key
    compiled = re.compile(pattern, flags)
    worst = (0.0, 0.0, "")
    for made in hostile(pattern, flags, samples):
        if (short := _seconds(compiled, made(_SHORT), anywhere=anywhere)) > _AT_MOST:
            return inf, short, made(4)
        if (short := _seconds(compiled, made(length), anywhere=anywhere)) > _AT_MOST:
            return inf, short, made(4)
        if short * _TIMES**2 < _AT_LEAST:  # going over the rest again at each letter would not be seen either
            continue
        long = _seconds(compiled, made(length * _TIMES), anywhere=anywhere)
        if long < _AT_LEAST:
            continue
        short = min(_seconds(compiled, made(length), anywhere=anywhere) for _ in range(3))
        long = min(long, _seconds(compiled, made(length * _TIMES), anywhere=anywhere))
        if long > _MOST * short:  # or the machine was busy with something else
            short = max(_seconds(compiled, made(length), anywhere=anywhere) for _ in range(5))
            long = min(_seconds(compiled, made(length * _TIMES), anywhere=anywhere) for _ in range(5))
        worst = max(worst, (long / short, long, made(4)))
    return worst


def main(length: int = _LENGTH, samples: int = _SAMPLES) -> int:
    """Measure every pattern and print the worst; the exit status."""
    found = patterns()
    worst = sorted(((*slowest(key, length, samples), where, key[0]) for key, where in found.items()), reverse=True)
    over = [one for one in worst if one[0] > _MOST]
    sys.stdout.write(
        f"{len(found)} regular expressions, {len(over)} of which take more than {_MOST:g} times the time for"
        f" {_TIMES} times the input; the worst takes {worst[0][0]:.1f} times\n"
    )
    for times, seconds, begins, where, pattern in over:
        sys.stdout.write(f"    {where}: {times:.1f} times, {seconds * 1000:.1f} ms on {begins!r}: {pattern[:100]}\n")
    return 1 if over else 0


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
