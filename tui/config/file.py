"""The config file: where it is, and what it says; most people have none, and then nothing is read."""

import os
from pathlib import Path

from tui.config.settings import Config

CONFIG_VARIABLE = "MINUTEBOOK_CONFIG"


def config_path(told: Path | None = None) -> Path:
    """The file: as told, else as the environment says, else in the user's folder for settings."""
    if named := told or os.environ.get(CONFIG_VARIABLE):
        return Path(named)
    from platformdirs import user_config_path

    return user_config_path("minutebook", appauthor=False) / "config.toml"


def load(told: Path | None = None) -> Config:
    """The person's settings; those of the program where the usual file is not there.

    Raises `ConfigError` when the file says what nobody understands, or one that was named is not there.
    """
    path = config_path(told)
    if told is None and not os.environ.get(CONFIG_VARIABLE) and not path.exists():
        return Config()
    from tui.config.reading import read_config

    return read_config(path)
