"""The child process: a picture's JSON comes in, its PNG goes out. ``python -m bot.pictures.child``

It says nothing of what goes wrong but by its exit code: 2 for a bad description, 1 for anything else. A traceback
could hold the user's words.
"""

from __future__ import annotations

import contextlib
import json
import resource
import sys

from bot.core.picture import from_json

MOST_IN = 512 * 1024
MEMORY = 768 * 1024 * 1024  # bytes of address space
CPU = 10  # seconds


def limit() -> None:
    """No more memory and time than a picture takes, and nothing written to disk."""
    wanted = {
        resource.RLIMIT_AS: MEMORY, resource.RLIMIT_CPU: CPU, resource.RLIMIT_FSIZE: 0, resource.RLIMIT_CORE: 0,
    }  # fmt: skip
    for what, most in wanted.items():
        hard = resource.getrlimit(what)[1]
        most = most if hard == resource.RLIM_INFINITY else min(most, hard)
        with contextlib.suppress(OSError, ValueError):  # macOS knows no limit of address space
            resource.setrlimit(what, (most, most))


def main() -> int:
    """Reads, draws, writes."""
    limit()
    given = sys.stdin.buffer.read(MOST_IN + 1)
    try:
        if len(given) > MOST_IN:
            return 2
        picture = from_json(json.loads(given))
        from bot.pictures.paint import png

        drawn = png(picture)
    except (ValueError, RecursionError):
        return 2
    except Exception:
        return 1
    sys.stdout.buffer.write(drawn)
    sys.stdout.buffer.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
