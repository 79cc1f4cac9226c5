"""`minutebook config`: the settings that hold, the file to begin with, and whether yours is understood."""

import click

from tui.cli.options import config_file, config_option
from tui.terminal.console import Exit, complain, say


@click.command()
@click.option("--check", is_flag=True, help="Only tell whether the file is understood.")
@click.option("--default", "begin", is_flag=True, help="Print a file to begin with, in which everything is explained.")
@config_option
def config(check: bool, begin: bool) -> Exit:
    """Print the settings that hold, and the file that they come from."""
    from tui.config.file import config_path, load
    from tui.config.printing import default_file, printed
    from tui.config.problem import ConfigError

    if check and begin:
        raise click.UsageError("--check and --default are two things to do: choose one.")
    if begin:
        say(default_file())
        return Exit.DONE
    path = config_path(config_file())
    try:
        held = load(config_file())
    except ConfigError as error:
        for sentence in error.sentences:
            complain(sentence)
        complain(f"the file is {path}; until it is put right the reader opens as if there were none.")
        return Exit.FAILED
    there = path.exists()
    if check:
        say(f"{path} is understood." if there else f"There is no {path}; what comes with the program holds.")
    else:
        say(f"# {path}{'' if there else ' is not there: this is what comes with the program'}\n{printed(held)}")
    return Exit.DONE
