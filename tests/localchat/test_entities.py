"""Markup to text and entities; offsets and lengths are UTF-16 units."""

from __future__ import annotations

from typing import Any

import pytest

from bot.localchat.errors import ApiError
from bot.localchat.text import formatted, typed
from bot.localchat.utf16 import split, units

Spans = list[tuple[str, int, int]]


def spans(text: str, mode: str) -> tuple[str, Spans]:
    plain, entities = formatted(text, mode, None)
    return plain, [(entity["type"], entity["offset"], entity["length"]) for entity in entities]


HTML: list[tuple[str, str, Spans]] = [
    ("plain &lt;b&gt; &amp;&quot;", 'plain <b> &"', []),
    ("&#65;&#x42;&nbsp;&copy", "AB&nbsp;&copy", []),
    ("R&D", "R&D", []),
    ("<b>a</b>c", "ac", [("bold", 0, 1)]),
    ("<STRONG>a</strong><em>b</em><ins>c</ins><del>d</del>", "abcd",
     [("bold", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("strikethrough", 3, 1)]),
    ("<b>one <i>two</i></b>", "one two", [("bold", 0, 7), ("italic", 4, 3)]),
    ("😀<b>😀x</b>", "😀😀x", [("bold", 2, 3)]),
    ("é<i>ж</i>", "éж", [("italic", 1, 1)]),
    ("👩‍👧<u>a</u>", "👩‍👧a", [("underline", 5, 1)]),
    ("<tg-spoiler>a</tg-spoiler><span class='tg-spoiler'>b</span>", "ab", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
    ("<blockquote>a\nb</blockquote>", "a\nb", [("blockquote", 0, 3)]),
    ("<blockquote expandable>a</blockquote>", "a", [("expandable_blockquote", 0, 1)]),
    ("<pre>x &lt; y</pre>", "x < y", [("pre", 0, 5)]),
    ("<b>a<code>b</code>c</b>", "abc", [("bold", 0, 1), ("code", 1, 1), ("bold", 2, 1)]),
    ("<code>/start</code> /help", "/start /help", [("code", 0, 6), ("bot_command", 7, 5)]),
    ("  <b> a </b>  ", " a", [("bold", 0, 2)]),
    ("x <b></b>", "x", []),
    ("<a href='nonsense'>a</a>", "a", []),
    ("<b>a</>", "a", [("bold", 0, 1)]),
]  # fmt: skip


@pytest.mark.parametrize("source,plain,expected", HTML)
def test_html(source: str, plain: str, expected: Spans) -> None:
    assert spans(source, "HTML") == (plain, expected)


MARKDOWN: list[tuple[str, str, Spans]] = [
    (r"a\.b\!", "a.b!", []),
    ("*b* _i_ __u__ ~s~ ||p||", "b i u s p",
     [("bold", 0, 1), ("italic", 2, 1), ("underline", 4, 1), ("strikethrough", 6, 1), ("spoiler", 8, 1)]),
    ("*b _i_*", "b i", [("bold", 0, 3), ("italic", 2, 1)]),
    ("😀*😀*", "😀😀", [("bold", 2, 2)]),
    ("`a.b`", "a.b", [("code", 0, 3)]),
    (r"`a\`b`", "a`b", [("code", 0, 3)]),
    ("```\nx = 1\n```", "x = 1", [("pre", 0, 5)]),
    (">a\n>b\nc", "a\nb\nc", [("blockquote", 0, 3)]),
    ("**>a\n>b||", "a\nb", [("expandable_blockquote", 0, 3)]),
    (">*a*", "a", [("blockquote", 0, 1), ("bold", 0, 1)]),
    ("[a](http://b.org/\\))", "a", [("text_link", 0, 1)]),
]  # fmt: skip


@pytest.mark.parametrize("source,plain,expected", MARKDOWN)
def test_markdown(source: str, plain: str, expected: Spans) -> None:
    assert spans(source, "MarkdownV2") == (plain, expected)


@pytest.mark.parametrize(
    "mode,source",
    [("HTML", '<pre><code class="language-python">x</code></pre>'), ("MarkdownV2", "```python\nx```")],
)
def test_code_keeps_its_language(mode: str, source: str) -> None:
    assert formatted(source, mode, None) == ("x", [{"offset": 0, "length": 1, "type": "pre", "language": "python"}])


def test_a_link_keeps_its_address() -> None:
    _, entities = formatted("<a href='https://a.org/?x=1&amp;y=2'>a</a> <a href=\"tg://user?id=7\">b</a>", "HTML", None)
    assert entities[0]["url"] == "https://a.org/?x=1&y=2"
    assert (entities[1]["type"], entities[1]["user"]["id"]) == ("text_mention", 7)


def test_a_custom_emoji_needs_a_number() -> None:
    _, entities = formatted('<tg-emoji emoji-id="53">😀</tg-emoji>', "HTML", None)
    assert entities == [{"offset": 0, "length": 2, "type": "custom_emoji", "custom_emoji_id": "53"}]
    with pytest.raises(ApiError, match="Invalid custom emoji identifier specified"):
        formatted('<tg-emoji emoji-id="x">😀</tg-emoji>', "HTML", None)


def test_given_entities_stay_and_found_ones_are_looked_for_again() -> None:
    given: list[Any] = [{"type": "bold", "offset": 0, "length": 2}, {"type": "url", "offset": 0, "length": 2}]
    assert formatted("ab", "", given)[1] == [{"type": "bold", "offset": 0, "length": 2}]


def test_at_most_a_hundred_entities_stay() -> None:
    assert len(formatted("<b>a</b> " * 120, "HTML", None)[1]) == 100


@pytest.mark.parametrize(
    "text,expected",
    [
        ("/start now", [("bot_command", 0, 6)]),
        ("and/or 1/2 </b> http://a/b", [("url", 16, 10)]),
        ("😀 /help@local_chat_bot", [("bot_command", 3, 20)]),
        ("see https://a.org/x.", [("url", 4, 15)]),
        ("see acme.com, or not", [("url", 4, 8)]),
        ("mail anna@acme.com!", [("email", 5, 13)]),
        ("ask @anna_k #work 24.12.", [("mention", 4, 7), ("hashtag", 12, 5)]),
        ("no entities here.", []),
    ],
)
def test_what_telegram_finds_itself(text: str, expected: Spans) -> None:
    assert [(entity["type"], entity["offset"], entity["length"]) for entity in typed(text)] == expected


def test_the_limits_count_code_points_after_parsing() -> None:
    assert len(formatted("😀" * 4096, "", None)[0]) == 4096
    assert len(formatted("<b>" + "a" * 4096 + "</b>", "HTML", None)[0]) == 4096


def test_a_long_text_is_cut_at_blanks_and_never_inside_a_character() -> None:
    pieces = split("word " * 2000, 4096)
    assert [units(piece) <= 4096 for piece in pieces] == [True] * len(pieces)
    assert " ".join(pieces).split() == ["word"] * 2000
    assert split("😀" * 3000, 4096) == ["😀" * 2048, "😀" * 952]
