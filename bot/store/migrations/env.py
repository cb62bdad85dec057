"""Run by Alembic: uses the connection and the transaction that bot.store.migrate hands over."""

from __future__ import annotations

from alembic import context

from bot.store.tables import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,  # SQLite changes a column by rebuilding its table
    transactional_ddl=True,  # on SQLite too: our engine begins transactions itself
)
with context.begin_transaction():
    context.run_migrations()
