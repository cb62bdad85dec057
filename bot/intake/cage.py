"""Shuts the child in before it sees a byte of the file: limits, no network, nobody else's memory, idle priority."""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import signal
import sys

_NEW_USER, _NEW_NET = 0x10000000, 0x40000000  # linux/sched.h
_PDEATHSIG, _NO_NEW_PRIVS = 1, 38  # linux/prctl.h


def shut_in(memory: int, cpu: int, *, idle: bool) -> None:
    """Limits this process for good: ``memory`` in bytes of address space, ``cpu`` in seconds; ``idle``: it runs only
    when nobody else wants to.

    What the system does not offer (macOS has neither namespaces nor an address limit that holds) is left out.
    """
    _go_first()
    _limit(resource.RLIMIT_CPU, cpu)
    _limit(resource.RLIMIT_AS, memory)
    _limit(resource.RLIMIT_FSIZE, 0)  # nothing is written to disk
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NOFILE, 64)
    if sys.platform == "linux":
        _leave_the_world()
    _step_back(idle)


def _go_first() -> None:
    """Where memory runs out the kernel takes this process, and not the bot."""
    with contextlib.suppress(OSError), open("/proc/self/oom_score_adj", "w", encoding="ascii") as score:
        score.write("1000")


def _limit(what: int, most: int) -> None:
    with contextlib.suppress(OSError, ValueError):
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (most, most))


def _step_back(idle: bool) -> None:
    os.nice(19 if idle else 10)
    if sys.platform == "linux" and idle:
        with contextlib.suppress(OSError):
            os.sched_setscheduler(0, os.SCHED_IDLE, os.sched_param(0))


def _leave_the_world() -> None:
    """A user namespace of its own keeps the child from reading the parent's environment; an empty network from
    calling home. Where the container forbids namespaces, the limits above still hold."""
    libc = ctypes.CDLL(None, use_errno=True)
    libc.prctl(_PDEATHSIG, signal.SIGKILL, 0, 0, 0)
    libc.prctl(_NO_NEW_PRIVS, 1, 0, 0, 0)
    if libc.unshare(_NEW_USER | _NEW_NET) != 0:
        libc.unshare(_NEW_NET)
