"""Codes and quotas, without a chat."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from bot.core import access
from bot.core.access import MOST_KNOWN, NowAndThen, Quota, Verdict, new_code, read_code

NOW = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_code_has_more_than_eighty_bits_and_is_read_back() -> None:
    codes = {new_code() for _ in range(500)}
    assert len(codes) == 500
    assert all(read_code(f" {code.lower()} ") == code for code in codes)
    assert len(access._LETTERS) ** access._LENGTH > 2**80


@pytest.mark.parametrize("text", ["", "hello", "A" * 19, "A" * 21, "A" * 19 + "O", "ABCDE FGHJK MNPQR STUVW", "Ⅷ" * 20])
def test_what_is_no_code(text: str) -> None:
    assert read_code(text) == ""


def read(quota: Quota, count: int, at: datetime, first: int = 0) -> list[bool]:
    return [quota.take(1, first + number, at).wait is None for number in range(count)]


def test_so_many_in_a_minute_then_a_rest() -> None:
    quota = Quota(3, 0)
    assert read(quota, 5, NOW) == [True, True, True, False, False]
    assert quota.take(1, 10, NOW + 119 * SECOND) == Verdict(SECOND)
    assert quota.take(1, 11, NOW + 120 * SECOND) == Verdict(missed=3)
    assert quota.take(1, 12, NOW + 121 * SECOND) == Verdict()
    assert quota.take(2, 13, NOW).wait is None, "others are not slowed"


def test_slow_ones_are_never_stopped() -> None:
    quota = Quota(3, 0)
    assert all(quota.take(1, n, NOW + n * 21 * SECOND).wait is None for n in range(200))


def test_a_day_ends_a_day_after_it_began() -> None:
    quota = Quota(0, 2)
    assert read(quota, 3, NOW) == [True, True, False]
    assert quota.take(1, 9, NOW + timedelta(hours=23)).wait == timedelta(hours=1)
    assert quota.take(1, 10, NOW + timedelta(hours=24)) == Verdict(missed=2)


def test_no_limit() -> None:
    assert all(read(Quota(0, 0), 2000, NOW))


def test_an_update_that_is_tried_again_counts_once() -> None:
    quota = Quota(1, 0)
    assert quota.take(1, 7, NOW) == quota.take(1, 7, NOW) == Verdict()
    stopped = quota.take(1, 8, NOW)
    assert stopped.first
    assert quota.take(1, 8, NOW + SECOND) == stopped
    assert not quota.take(1, 9, NOW).first


def test_a_clock_that_was_put_back_locks_nobody_out_for_long() -> None:
    quota = Quota(2, 2)
    assert read(quota, 3, NOW) == [True, True, False]
    assert quota.take(1, 5, NOW - timedelta(days=30)).wait is None
    said = NowAndThen(SECOND)
    assert said.may(1, 1, NOW)
    assert said.may(1, 2, NOW - timedelta(days=30))


def test_now_and_then() -> None:
    said = NowAndThen(timedelta(minutes=10))
    assert said.may(1, 1, NOW)
    assert said.may(1, 1, NOW), "the same update, tried again"
    assert not said.may(1, 2, NOW + timedelta(minutes=9))
    assert said.may(2, 3, NOW)
    assert said.may(1, 4, NOW + timedelta(minutes=10))


def test_memory_has_a_bound() -> None:
    quota, said = Quota(1, 0), NowAndThen(SECOND)
    for user in range(MOST_KNOWN + 50):
        quota.take(user, user, NOW)
        said.may(user, user, NOW)
    assert len(quota._uses) == len(said._said) == MOST_KNOWN
