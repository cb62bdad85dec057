"""Telegram: updates in, in order; screens out."""

import os

# PTB is replacing seconds by timedelta in what it raises; without this each RetryAfter warns of it.
os.environ.setdefault("PTB_TIMEDELTA", "true")
