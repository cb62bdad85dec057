"""One offer letter, as paragraphs and a table: every document that the tests make says these words."""

from __future__ import annotations

import re

BEFORE = (
    "Dear Marta,",
    "we are glad to offer you the post of shift lead at Brunnen Bakery, starting on 1 March 2027.",
    "You would report to Anna Keller, who runs the night bakery, and lead a team of six people.",
)
TABLE = (
    ("Salary", "31,400 € a year", "paid monthly"),
    ("Night bonus", "12 % for hours after 22:00", "with the salary"),
    ("Holiday", "28 days", "each calendar year"),
    ("Notice", "3 months", "for both sides"),
)
AFTER = (
    "Your working time is 38 hours a week. Shifts are set as the rota requires.",
    "The trial period ends after 4 months; until then the notice is 2 weeks.",
    "Please let us know by Friday 27 November 2026 whether you accept. Questions go to Jörg Weiß, HR.",
    "Kind regards, Brunnen Bakery",
)
PLAIN = "\n".join([*BEFORE, *(" | ".join(cells) for cells in TABLE), *AFTER])
ROWS = tuple(" | ".join(cells) for cells in TABLE)


def words(text: str) -> list[str]:
    """The words of a text without the bars and blanks between them."""
    return re.findall(r"\w+(?:[.,:]\w+)*|[€%]", text)


def words_read(text: str) -> float:
    """The share of the offer's words that ``text`` has, each counted as often as it should stand there."""
    left = [word.lower() for word in words(text)]
    wanted = [word.lower() for word in words(PLAIN)]
    found = 0
    for word in wanted:
        if word in left:
            left.remove(word)
            found += 1
    return found / len(wanted)
