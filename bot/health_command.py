"""The command health: asks the running bot whether it is well. It loads next to nothing, since it runs often."""

from __future__ import annotations

import http.client
import os
import sys
from pathlib import Path

from bot import envfile

WAIT = 5.0  # seconds
NO_PORT = "METRICS_PORT is not set, so there is nobody to ask"
ANY = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 (listening on all addresses is answered on this one)


def ask() -> int:
    """Prints what the bot answers; 0 where it is well, 1 where it is not or nobody answers, 2 without a port."""
    try:
        port, host = _setting("METRICS_PORT"), _setting("METRICS_HOST") or "127.0.0.1"
    except envfile.DotenvError as error:
        return _say(str(error), 2)
    if not port.isdecimal():
        return _say(NO_PORT, 2)
    connection = http.client.HTTPConnection(ANY.get(host, host), int(port), timeout=WAIT)
    try:
        connection.request("GET", "/healthz")
        answer = connection.getresponse()
        return _say(answer.read(1000).decode("utf-8", "replace").strip(), int(answer.status != 200))
    except (OSError, http.client.HTTPException, OverflowError) as error:
        return _say(f"no answer on port {port}: {type(error).__name__}", 1)
    finally:
        connection.close()


def _setting(name: str) -> str:
    given = os.environ.get(name, "").strip()
    return given or envfile.read(Path(".env")).get(name, (0, ""))[1].strip()


def _say(text: str, code: int) -> int:
    (sys.stderr if code else sys.stdout).write(text + "\n")
    return code
