#!/bin/sh
# Usage: scripts/environment.sh LOCK
# Makes .venv and installs what LOCK lists, each file checked against its hash. Quick when that is done already:
# a copy of the lock stays in .venv once everything is in, and is compared with the lock the next time.
set -eu
cd "$(dirname "$0")/.."
lock=$1
done_before=.venv/$(basename "$lock").installed

works() {
    "$1" -c 'import sys, venv, ensurepip; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1
}

find_python() {
    for name in ${PYTHON:-} python3.13 python3.12 python3.11 python3 python; do
        if works "$name"; then
            echo "$name"
            return
        fi
    done
    echo 'Python 3.11 or newer with venv is needed: install it (Debian and Ubuntu: apt install python3 python3-venv, macOS: brew install python@3.13).' >&2
    return 1
}

if works .venv/bin/python; then
    if cmp -s "$lock" "$done_before"; then
        exit 0
    fi
else
    python=$(find_python)
    echo "Setting up in .venv (once, a few minutes) ..." >&2
    "$python" -m venv --clear .venv
fi
echo "Installing the packages of $lock ..." >&2
.venv/bin/python -m pip install -qq --disable-pip-version-check --require-hashes -r "$lock"
cp "$lock" "$done_before"
