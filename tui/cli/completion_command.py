"""`minutebook completion`: what a shell needs to complete commands and options; printed, or put in its place."""

import os
from pathlib import Path
from typing import Final

import click

from tui.terminal.console import Exit, say, say_exactly

_SHELLS: Final = ("bash", "zsh", "fish")
_VARIABLE: Final = "_MINUTEBOOK_COMPLETE"  # by which the shell's part asks the program
_MARK: Final = "# minutebook's completion"
# With many words to choose from a person waits for each; Bash before 4.4 has no `compopt -o nosort`, and does without.
_BASH: Final = f"""\
_minutebook_completion() {{
    local IFS=$'\\n' line
    COMPREPLY=()
    for line in $(COMP_WORDS="${{COMP_WORDS[*]}}" COMP_CWORD=$COMP_CWORD {_VARIABLE}=bash_complete "$1"); do
        case "${{line%%,*}}" in
            dir) compopt -o dirnames 2>/dev/null ;;
            file) compopt -o default 2>/dev/null ;;
            plain) COMPREPLY+=("${{line#*,}}") ;;
        esac
    done
}}
complete -F _minutebook_completion minutebook
"""


@click.command()
@click.argument("shell", type=click.Choice(_SHELLS), required=False)
@click.option("--install", is_flag=True, help="Put it where the shell finds it, and say where that is.")
def completion(shell: str | None, install: bool) -> Exit:
    """Print what SHELL needs to complete the words of minutebook; with --install have the shell use it from now on.

    Without SHELL it is yours, as $SHELL names it.
    """
    shell = shell or Path(os.environ.get("SHELL", "")).name
    if shell not in _SHELLS:
        raise click.UsageError(f"Name your shell: {', '.join(_SHELLS)}.")
    script = _script(shell)
    if not install:
        say_exactly(script)
        return Exit.DONE
    home = Path.home()
    if shell == "fish":
        place = Path(os.environ.get("XDG_CONFIG_HOME") or home / ".config") / "fish" / "completions" / "minutebook.fish"
        _write(place, script)
        say(f"{place} completes minutebook in every new fish.")
        return Exit.DONE
    place = Path(os.environ.get("XDG_DATA_HOME") or home / ".local" / "share") / "minutebook" / f"completion.{shell}"
    _write(place, script)
    settings = (Path(os.environ.get("ZDOTDIR") or home) / ".zshrc") if shell == "zsh" else home / ".bashrc"
    _add_line(settings, f"[ -r '{place}' ] && . '{place}'  {_MARK}")
    say(f"{settings} reads {place}, which completes minutebook in every new {shell}.")
    return Exit.DONE


def _script(shell: str) -> str:
    if shell == "bash":
        return _BASH
    from click.shell_completion import get_completion_class

    made = get_completion_class(shell)
    assert made is not None
    script = made(click.get_current_context().find_root().command, {}, "minutebook", _VARIABLE).source()
    # In a shell that has not begun to complete, `compdef` is not there yet.
    begin = "(( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i }\n" if shell == "zsh" else ""
    return f"{begin}{script.strip()}\n"


def _write(place: Path, script: str) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    place.write_text(script, encoding="utf-8")


def _add_line(settings: Path, line: str) -> None:
    """Have a file of settings end in a line of ours, once."""
    there = settings.read_text(encoding="utf-8", errors="surrogateescape") if settings.exists() else ""
    kept = [one for one in there.splitlines() if not one.endswith(_MARK)]
    settings.write_text("\n".join([*kept, line]) + "\n", encoding="utf-8", errors="surrogateescape")
