"""Memory that a start has used and needs no longer goes back to the system."""

from __future__ import annotations

import contextlib
import ctypes
import gc


def give_back() -> None:
    """Where the C library can (glibc): building the patterns leaves some megabytes that it would keep for itself."""
    gc.collect()
    with contextlib.suppress(OSError, AttributeError):
        ctypes.CDLL(None).malloc_trim(0)
