"""What holds for the project as a whole: its locks, its package, its imports, its names."""

import ast
import email
import re
import subprocess
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))

IMPORT_EVERYTHING = """
import importlib, pkgutil, sys
for package in (importlib.import_module(name) for name in ("store", "tui")):
    for module in pkgutil.walk_packages(package.__path__, package.__name__ + "."):
        importlib.import_module(module.name)
print(*sorted(name for name in sys.modules if name.split(".")[0] in {"store", "tui", "numpy"}))
"""


def project() -> dict[str, str]:
    """The `[project]` table of pyproject.toml."""
    table: dict[str, str] = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return table


def build(kind: str, source: Path, into: Path) -> Path:
    """A distribution of `source` ("wheel" or "sdist"), built offline with what is installed here."""
    hatchling = [sys.executable, "-m", "hatchling", "build", "--target", kind, "--directory", str(into)]
    subprocess.run(hatchling, cwd=source, check=True, capture_output=True)
    return next(into.iterdir())


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    archive = build("sdist", ROOT, tmp_path_factory.mktemp("sdist"))
    folder = tmp_path_factory.mktemp("unpacked")
    subprocess.run([sys.executable, "-m", "tarfile", "--extract", str(archive), str(folder)], check=True)
    return next(folder.iterdir())


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel that the source distribution builds."""
    return zipfile.ZipFile(build("wheel", sdist, tmp_path_factory.mktemp("wheel")))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_pins_every_requirement_to_a_version_and_its_hashes(lock: Path) -> None:
    lines = lock.read_text(encoding="utf-8").replace("\\\n", " ").splitlines()
    requirements = [line for line in lines if line and not line.lstrip().startswith("#")]
    loose = [line for line in requirements if not re.fullmatch(r"[\w.-]+==\S+( +--hash=sha256:[0-9a-f]{64})+", line)]
    assert requirements
    assert loose == []


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.name)
def test_a_lock_names_no_host_and_no_folder(lock: Path) -> None:
    text = lock.read_text(encoding="utf-8")
    assert re.findall(r"\S*(?:://|file:\S|index-url|find-links|trusted-host)\S*", text) == []


def test_developing_runs_on_the_versions_that_running_does() -> None:
    run, develop = (
        set(re.findall(r"^[\w.-]+==\S+", (ROOT / "requirements" / name).read_text(encoding="utf-8"), re.MULTILINE))
        for name in ("run.txt", "develop.txt")
    )
    assert run < develop


def test_the_changelog_opens_with_the_version_of_the_package() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert re.findall(r"^## \[(.+?)\]", changelog, re.MULTILINE)[0] == project()["version"]


def test_the_source_distribution_has_what_the_tests_need(sdist: Path) -> None:
    missing = [name for name in ("tests/conftest.py", "fixtures/minutes", "Makefile") if not (sdist / name).exists()]
    assert missing == []


def test_the_wheel_has_the_sample_minutes_beside_the_store(wheel: zipfile.ZipFile, fixtures: Path) -> None:
    sample = {f"store/sample_minutes/{minutes.name}" for minutes in (fixtures / "minutes").glob("*.txt")}
    assert sample
    assert sample == {name for name in wheel.namelist() if name.startswith("store/sample_minutes/")}


def test_the_wheel_is_the_program_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    data, metadata = (f"minutebook-{project()['version']}.{kind}" for kind in ("data", "dist-info"))
    assert {name.split("/")[0] for name in wheel.namelist()} == {"store", "tui", data, metadata}
    assert [name for name in wheel.namelist() if name.startswith(data)] == [f"{data}/data/share/man/man1/minutebook.1"]
    assert email.message_from_bytes(wheel.read(f"{metadata}/METADATA"))["License-Expression"] == "MIT"
    assert wheel.read(f"{metadata}/entry_points.txt").decode().split() == [
        "[console_scripts]", "minutebook", "=", "tui.cli:main",
    ]  # fmt: skip


def test_no_module_imports_numpy_even_where_it_is_installed(tmp_path: Path) -> None:
    (tmp_path / "numpy.py").touch()
    code = f"import sys; sys.path.insert(0, {str(tmp_path)!r})\n{IMPORT_EVERYTHING}"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, check=True, capture_output=True, text=True)
    assert "store.model" in done.stdout.split()
    assert "numpy" not in done.stdout.split()


def test_the_terminal_holds_no_sql() -> None:
    sql = re.compile(r"\s*(select\s.+\sfrom|insert\s+into|update\s+\w+\s+set|delete\s+from|pragma)\s", re.IGNORECASE)
    strings = {
        (path.relative_to(ROOT).as_posix(), node.lineno, node.value)
        for path in (ROOT / "tui").rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    assert strings
    assert [(path, line) for path, line, text in sorted(strings) if sql.match(text)] == []


NAMES_OF_FEATURES = {"__init__", "__main__", "commands", "controller", "screen", "widgets"}
BUILT_ANEW = ("store/parse/",)  # whose names the reading of documents looks after


@cache
def modules() -> dict[str, Path]:
    """Every module of the house by its name."""
    paths = (path for package in ("store", "tui") for path in (ROOT / package).rglob("*.py"))
    return {".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): path for path in paths}


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(module: str) -> set[str]:
    """The modules of the house that a module imports, wherever in it, for its types alone too."""
    named = set[str]()
    for node in ast.walk(tree(modules()[module])):
        if isinstance(node, ast.Import):
            named |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            named |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    return named & modules().keys() - {module}


def circles(arrows: dict[str, set[str]]) -> Iterator[set[str]]:
    """The modules that lead back to one another, most of them alone."""

    def reached(begin: str, along: dict[str, set[str]]) -> set[str]:
        found, ahead = {begin}, [begin]
        while ahead:
            new = along[ahead.pop()] - found
            found |= new
            ahead += new
        return found

    back = defaultdict[str, set[str]](set)
    for module, others in arrows.items():
        for other in others:
            back[other].add(module)
    left = set(arrows)
    while left:
        module = min(left)
        circle = reached(module, arrows) & reached(module, back)
        yield circle
        left -= circle


def test_a_circle_is_found_where_there_is_one() -> None:
    arrows = {"a": {"b"}, "b": {"c"}, "c": {"b", "d"}, "d": set[str]()}
    assert sorted(map(sorted, circles(arrows))) == [["a"], ["b", "c"], ["d"]]


def test_no_file_leads_back_to_itself() -> None:
    arrows = {module: imports(module) for module in modules()}
    assert len(arrows) > 100
    assert [sorted(circle) for circle in circles(arrows) if len(circle) > 1] == []


@pytest.mark.parametrize(("package", "loose"), [("store", {"errors", "model"}), ("tui", {"app", "ports"})])
def test_only_the_named_modules_lie_loose_at_the_top(package: str, loose: set[str]) -> None:
    assert {path.stem for path in (ROOT / package).glob("*.py")} == {"__init__", *loose}


def test_no_file_has_the_name_of_another() -> None:
    files = defaultdict[str, list[str]](list)
    for path in modules().values():
        name = path.relative_to(ROOT).as_posix()
        if path.stem not in NAMES_OF_FEATURES and not name.startswith(BUILT_ANEW):
            files[path.stem].append(name)
    assert [names for names in files.values() if len(names) > 1] == []


def test_no_class_has_the_name_of_another() -> None:
    classes = defaultdict[str, list[str]](list)
    for path in modules().values():
        name = path.relative_to(ROOT).as_posix()
        if not name.startswith(BUILT_ANEW):
            for node in tree(path).body:
                if isinstance(node, ast.ClassDef):
                    classes[node.name].append(name)
    assert {name: where for name, where in classes.items() if len(where) > 1} == {}


def test_no_file_is_longer_than_a_person_reads_at_once() -> None:
    lengths = {name: path.read_text(encoding="utf-8").count("\n") for name, path in modules().items()}
    assert {name: length for name, length in lengths.items() if length > 350} == {}


def test_every_key_that_a_sentence_names_is_that_of_a_command_there_is() -> None:
    from tui.reader.every_command import COMMANDS

    named = {
        (path.relative_to(ROOT).as_posix(), command)
        for path in modules().values()
        for command in re.findall(r"""key_for\((?:self, )?["']([^"']+)["']\)""", path.read_text(encoding="utf-8"))
    }
    assert len(named) > 20
    assert {(path, command) for path, command in named if command not in COMMANDS} == set()


MOST_COLUMNS = 2  # a key with its value; more of them a reader has to count


def width(target: ast.expr) -> int:
    """How many names a target unpacks what it is given into; very many where it has a star."""
    if isinstance(target, ast.Tuple | ast.List):
        return sum(width(one) for one in target.elts)
    return MOST_COLUMNS + 1 if isinstance(target, ast.Starred) else 1


def test_figures_are_those_that_int_reads() -> None:
    asked = {"isdigit", "isnumeric"}  # which say yes of "➌", too
    found = [
        f"{name}:{node.lineno}"
        for name, path in modules().items()
        for node in ast.walk(tree(path))
        if isinstance(node, ast.Attribute) and node.attr in asked
    ]
    assert found == []


def test_no_row_of_a_table_is_unpacked_by_position() -> None:
    asked = {"execute", "fetchone", "fetchall", "fetchmany", "rows", "one_row"}
    wide = []
    for name, path in modules().items():
        for node in ast.walk(tree(path)):
            match node:
                case ast.For(target=target, iter=source) | ast.comprehension(target=target, iter=source):
                    pass
                case ast.Assign(targets=[target], value=source):
                    pass
                case _:
                    continue
            calls = {
                getattr(one.func, "attr", getattr(one.func, "id", ""))
                for one in ast.walk(source)
                if isinstance(one, ast.Call)
            }
            if asked & calls and width(target) > MOST_COLUMNS:
                wide.append(f"{name}:{target.lineno}")
    assert wide == []
