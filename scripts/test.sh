#!/bin/sh
# Usage: scripts/test.sh [arguments for pytest]
# Runs all tests. Those in the browser need Chromium and some need a PostgreSQL server: as root on Debian or Ubuntu
# what is missing is installed; elsewhere those tests are left out and a line says so; with CI=true that is a failure.
set -eu
cd "$(dirname "$0")/.."
leave_out=
notice=

found() {
    .venv/bin/python -c "import sys; from tests import $1; sys.exit(not $1.$2())"
}

install() {
    [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null || return 1
    echo "Installing $* ..." >&2
    DEBIAN_FRONTEND=noninteractive apt-get update -qq >&2 || return 1
    DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" </dev/null >&2
}

# need MARKER WHAT MODULE FUNCTION PACKAGES...
need() {
    marker=$1 what=$2 module=$3 function=$4
    shift 4
    if found "$module" "$function"; then return; fi
    if install "$@" && found "$module" "$function"; then return; fi
    if [ "${CI:-}" = true ]; then
        echo "FAILED: no $what on this machine, and every test must run here." >&2
        exit 1
    fi
    notice="$notice!!! LEFT OUT: the tests that need $what, which is not here: install $1 and run make test again. !!!
"
    leave_out="${leave_out:+$leave_out and }not $marker"
}

# Prints a new folder in memory: thousands of small databases need not wait for a disk. Fails where there is no room.
in_memory() {
    [ -z "${TMPDIR:-}" ] || return 1
    [ "$(df -Pk /dev/shm 2>/dev/null | awk 'END { print $4 }')" -gt 3000000 ] 2>/dev/null || return 1
    folder=$(mktemp -d /dev/shm/tests-XXXXXX) || return 1
    chmod 711 "$folder"  # PostgreSQL runs under another account
    printf '#!/bin/sh\n' >"$folder/probe"
    chmod +x "$folder/probe"
    "$folder/probe" 2>/dev/null || { rm -rf "$folder"; return 1; }
    echo "$folder"
}

need browser Chromium chromium find chromium fonts-liberation fonts-noto-color-emoji
need postgres PostgreSQL postgres available postgresql

printf %s "$notice" >&2
if memory=$(in_memory); then
    export TMPDIR="$memory"
    trap 'rm -rf "$memory"' EXIT
    trap 'exit 130' INT TERM
fi
status=0
.venv/bin/python -m pytest -n auto --maxprocesses=4 --dist load -m "$leave_out" "$@" || status=$?
if [ "$status" = 1 ]; then
    # Some tests kill processes or move a clock while all cores are busy. What fails beside others is run once more,
    # alone; what fails again has failed.
    echo "!!! ONCE MORE, ALONE: what failed above. What passes now passes only on a quiet machine: mend it. !!!" >&2
    status=0
    .venv/bin/python -m pytest --last-failed -m "$leave_out" "$@" || status=$?
fi
printf %s "$notice" >&2
exit $status
