"""Nothing leaves the machine: no module asks for the network, and nothing that a person does opens a connection.

`make offline` runs every test where there is no network at all.
"""

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

_ROOT = Path(__file__).parents[2]
_OF_THE_NETWORK = {
    *("aiohttp", "ftplib", "http", "httpx", "imaplib", "nntplib", "poplib", "requests", "smtplib", "socket"),
    *("socketserver", "ssl", "telnetlib", "urllib.request", "urllib3", "websockets", "xmlrpc"),
}
_CONNECTING = {"create_connection", "create_server", "open_connection", "start_server", "urlopen", "urlretrieve"}
_BROWSER = {"tui/terminal/programs.py"}
"""The modules that hand an address to a browser, when a person asks for the source of minutes."""
_FETCHING = {"store/fetch/one_request.py"}
"""The one module that connects, for `minutebook follow` and `fetch`, of which tests/store/fetch knows more."""
_ASKING = {"tui/cli/fetch_commands.py"}
"""The commands that may have it loaded."""

_ASKED = """
import asyncio, sys
from pathlib import Path

def told(event, arguments):
    if event in {"socket.connect", "socket.sendto"} and isinstance(arguments[1], (str, bytes)):
        return  # a file of this machine, by which processes speak with each other
    if event in {"socket.connect", "socket.sendto", "socket.getaddrinfo", "socket.gethostbyname", "webbrowser.open"}:
        raise RuntimeError(f"{event} {arguments}")
    if event == "subprocess.Popen":
        sys.stderr.write(f"STARTED {arguments[0]} {arguments[1]}\\n")

sys.addaudithook(told)

from tests.tui.opened import opened
from tui.cli.program import cli
from tui.terminal.console import run

folder = Path(sys.argv[1])
store = folder / "minutes.db"
assert run(cli, ["add", "--store", str(store), "fixtures/minutes"]) == 0
place = "brackwater/planning-committee/2024-02-07"
for arguments in (["find", "flood"], ["show", place], ["cite", f"{place}/5"], ["check"], ["doctor"], ["marks"],
                  ["export", "--meeting", place, "--format", "csv"], ["dataset", str(folder / "sets")], ["followed"]):
    assert run(cli, [*arguments, "--store", str(store)]) == 0, arguments

async def read():
    async with opened(store, desk=folder / "desk.db") as app:
        await app.run("items", "reading", "find")
        await app.type("flood")
        await app.run("evidence")

asyncio.run(read())
print("IN PEACE")
"""


def _modules() -> list[Path]:
    every = (path for folder in ("store", "tui") for path in sorted((_ROOT / folder).rglob("*.py")))
    return [path for path in every if str(path.relative_to(_ROOT)) not in _FETCHING]


def _imported(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{name.name}" for name in node.names)


@pytest.mark.parametrize("path", _modules(), ids=lambda path: str(path.relative_to(_ROOT)))
def test_no_module_asks_for_the_network(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    parts = {".".join(name.split(".")[:count]) for name in _imported(tree) for count in (1, 2)}
    assert not parts & _OF_THE_NETWORK
    assert "webbrowser" not in parts or str(path.relative_to(_ROOT)) in _BROWSER
    called = {node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    assert not called & _CONNECTING


def test_nothing_but_the_commands_that_fetch_loads_what_connects() -> None:
    loading = {
        str(path.relative_to(_ROOT))
        for path in _modules()
        if any(name.startswith("store.fetch") for name in _imported(ast.parse(path.read_text(encoding="utf-8"))))
    }
    assert {name for name in loading if not name.startswith("store/fetch/")} == _ASKING


def test_adding_finding_citing_and_reading_open_no_connection(tmp_path: Path) -> None:
    own = {name: str(tmp_path / name) for name in ("MINUTEBOOK_DESK", "MINUTEBOOK_LOG")}
    done = subprocess.run(
        [sys.executable, "-c", _ASKED, str(tmp_path)],
        cwd=_ROOT,
        env=os.environ | own | {"PYTHONPATH": str(_ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "IN PEACE" in done.stdout, done.stdout[-2000:] + done.stderr[-4000:]
    started = [line for line in done.stderr.splitlines() if line.startswith("STARTED")]
    assert all(sys.executable in line for line in started), started
