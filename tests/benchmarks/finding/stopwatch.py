"""A stopwatch that adds up."""

import time
from collections.abc import Callable
from typing import ParamSpec, TypeVar

Told = ParamSpec("Told")
Given = TypeVar("Given")


class Stopwatch:
    """Adds up the seconds of all that is done inside it."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self._begun = 0.0

    def __enter__(self) -> None:
        self._begun = time.perf_counter()

    def __exit__(self, *_: object) -> None:
        self.seconds += time.perf_counter() - self._begun

    def timed(self, work: Callable[Told, Given]) -> Callable[Told, Given]:
        """`work`, timed whenever it is called."""

        def done(*args: Told.args, **named: Told.kwargs) -> Given:
            with self:
                return work(*args, **named)

        return done
