"""Commands that keep the store in order: migrate, rotate-key."""

from __future__ import annotations

from bot.settings import Settings
from bot.store.keys import KeySource, new_key, read_keys, write_keys
from bot.store.opening import open_store


def _source(settings: Settings) -> KeySource:
    key = settings.encryption_key.get_secret_value() if settings.encryption_key else ""
    return KeySource(settings.encryption_key_file, key)


async def migrate(settings: Settings) -> None:
    """Brings the schema up to date (``run`` does the same at its start)."""
    store = await open_store(settings.database_url.get_secret_value(), _source(settings))
    await store.close()
    print("The database is up to date.")


async def rotate_key(settings: Settings) -> None:
    """Replaces the key: everything is sealed again with a new one.

    With a key file the new key is made and the old one removed when nothing needs it any more; a stop in the middle
    leaves both in the file, and the command can be given again. With ENCRYPTION_KEY the newest of its keys is used.
    """
    source = _source(settings)
    if not source.setting:
        write_keys(source.path, [new_key(), *(read_keys(source) or [])])
    store = await open_store(settings.database_url.get_secret_value(), source)
    try:
        count = await store.rotate()
    finally:
        await store.close()
    keys = read_keys(source) or []
    if not source.setting:
        write_keys(source.path, keys[:1])
    print(f"{count} rows are sealed with the newest key. Keep a copy of it; older keys only open older backups.")
