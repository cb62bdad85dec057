"""Texts by key, with what is put into them escaped: user words never meet Telegram's HTML."""

from __future__ import annotations

import html
from collections.abc import Mapping


class Html(str):
    """Text that is ready for Telegram's HTML mode."""

    __slots__ = ()

    def __add__(self, other: str) -> Html:
        return Html(str(self) + escape(other))


def escape(value: object) -> Html:
    """Any value as safe HTML; what is Html already stays as it is."""
    return value if isinstance(value, Html) else Html(html.escape(str(value), quote=False))


def join(parts: list[Html], between: str = "\n\n") -> Html:
    """Joins what is not empty."""
    return Html(between.join(part for part in parts if part))


class Texts:
    """Looks a text up and fills it in. A missing key is a programming error and raises KeyError."""

    def __init__(self, texts: Mapping[str, str]) -> None:
        self._texts = texts

    def __call__(self, key: str, **values: object) -> Html:
        """The text of ``key`` with ``values`` escaped and put in."""
        filled = {name: escape(value) for name, value in values.items()}
        return Html(self._texts[key].format_map(filled))

    def label(self, key: str, **values: object) -> str:
        """The same for a button, which takes plain text."""
        return self._texts[key].format_map({name: str(value) for name, value in values.items()})
