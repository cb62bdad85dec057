"""What drivers say becomes one line; what is a fault of the program stays visible."""

from __future__ import annotations

import asyncpg
import pytest
from sqlalchemy.exc import DBAPIError, ProgrammingError
from sqlalchemy.exc import TimeoutError as PoolTimeout

from bot.store.base import Conflict, StoreError
from bot.store.errors import explain, explained

PLACE = "coach at db.example"


@pytest.mark.parametrize(
    "error, words",
    [
        (asyncpg.InvalidPasswordError("for someone"), "refuses the user or the password"),
        (asyncpg.InvalidAuthorizationSpecificationError("x"), "refuses the user or the password"),
        (asyncpg.InvalidCatalogNameError("x"), "does not exist: create it first"),
        (asyncpg.DiskFullError("x"), "is full: no space is left on the server's disk"),
        (asyncpg.TooManyConnectionsError("x"), "has too many connections"),
        (asyncpg.OutOfMemoryError("x"), "is out of resources"),
        (asyncpg.CannotConnectNowError("x"), "is starting, stopping or was told to stop"),
        (asyncpg.ReadOnlySQLTransactionError("x"), "is read-only"),
        (asyncpg.LockNotAvailableError("x"), "is locked by another process"),
        (asyncpg.ConnectionDoesNotExistError("x"), "cannot be reached"),
        (ConnectionRefusedError(111, "Connection refused"), "cannot be reached: Connection refused"),
        (OSError("Multiple exceptions:\n  one, two"), "cannot be reached: Multiple exceptions: one, two"),
        (TimeoutError(), "cannot be reached: no answer in time"),
        (PoolTimeout("QueuePool limit"), "is too busy: no connection was free in time"),
    ],
)
def test_one_clear_line(error: Exception, words: str) -> None:
    told = explain(error, PLACE)
    assert isinstance(told, StoreError)
    assert str(told) == f"the database {PLACE} {words}"
    wrapped = DBAPIError("SELECT secret", {"words": "secret"}, error)
    assert str(explain(wrapped, PLACE)) == str(told)


@pytest.mark.parametrize("error", [asyncpg.SerializationError("x"), asyncpg.DeadlockDetectedError("x")])
def test_what_the_server_wants_tried_again_is_a_conflict(error: Exception) -> None:
    assert isinstance(explain(error, PLACE), Conflict)


def test_a_lost_connection_is_said() -> None:
    error = DBAPIError("SELECT 1", {}, asyncpg.InterfaceError("closed"), connection_invalidated=True)
    odd = asyncpg.InternalClientError("got result for unknown protocol state")  # after a process was stopped for long
    assert {str(explain(one, PLACE)) for one in (error, odd)} == {f"the database {PLACE} closed the connection"}


@pytest.mark.parametrize("error", [KeyError("x"), ProgrammingError("x", {}, asyncpg.UndefinedTableError("x"))])
def test_faults_of_the_program_stay(error: Exception) -> None:
    assert explain(error, PLACE) is None
    with pytest.raises(type(error)), explained(PLACE):
        raise error
