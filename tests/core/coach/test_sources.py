"""What was heard, apart from whoever said it: an employer who is asked about it is not told who talked."""

from __future__ import annotations

import pytest

from bot.core import sources


@pytest.mark.parametrize(
    "text, words, source",
    [
        (
            "a friend who left Hillview told me they leave you alone there completely, also when you need help",
            "they leave you alone there completely, also when you need help",
            "a friend who left Hillview",
        ),
        ("My neighbour says that the overtime is never paid.", "the overtime is never paid", "My neighbour"),
        ("also they say in the town that they dont pay the overtime", "they dont pay the overtime", ""),
        ("people say it’s a revolving door", "it's a revolving door", ""),
        ("I heard that they burn people out", "they burn people out", ""),
        ("i read on their review page that nobody stays a year", "nobody stays a year", "their review page"),
        ("I was told by a nurse there, they double the nights", "they double the nights", "a nurse there"),
        ("they burn people out", "they burn people out", ""),
        ("I think they say yes to everything", "I think they say yes to everything", ""),
        ("he said no", "he said no", ""),
    ],
)
def test_words_and_source_are_told_apart(text: str, words: str, source: str) -> None:
    assert sources.apart(text) == (words, source)
