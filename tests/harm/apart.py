"""Work done in a child process, where it can be limited, lose its rights, or come to harm; what it gave comes back."""

import os
import pickle
import traceback
from collections.abc import Callable
from typing import TypeVar

Given = TypeVar("Given")


def apart(work: Callable[[], Given]) -> Given:
    """What `work` gives in a child of this process. Raises `EOFError` where the child gave nothing."""
    told, tell = os.pipe()
    child = os.fork()
    if not child:
        try:
            os.close(told)
            with os.fdopen(tell, "wb") as pipe:
                pickle.dump(work(), pipe)
        except BaseException:  # noqa: BLE001 (told, and no further: what follows is the parent's)
            traceback.print_exc()
        finally:
            os._exit(0)
    os.close(tell)
    with os.fdopen(told, "rb") as pipe:
        written = pipe.read()
    os.waitpid(child, 0)
    if not written:
        raise EOFError("the child gave nothing")
    given: Given = pickle.loads(written)
    return given
