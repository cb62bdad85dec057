"""Pictures to draw: small, usual and as large as they get."""

from __future__ import annotations

from bot.core.picture import GRADES, Block, Cell, Picture, Row

LONG = "The Old Harbour Street Community Hospital and Nursing Home 1"  # 60 characters
UNBROKEN = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunte"  # 60 characters, nowhere to break
WORDS = {"met": "met", "partly": "partly", "not": "not met", "unknown": "unknown"}


def cell(n: int, note: str = "") -> Cell:
    grade = GRADES[n % len(GRADES)]
    return Cell(WORDS[grade], grade, note)


def board(count: int = 5, name: str = "Hours and load", look: str = "light") -> Picture:
    rows = tuple(Row(f"{name} {n}", (cell(n, "one told you"),)) for n in range(count))
    mine = (Row("Can you run a night boat alone?"), Row("Why did you leave?"))
    blocks = (Block("grades", rows, "What you want"), Block("list", mine, "What they asked of you"))
    return Picture("Acorn House, night nurse", blocks, look=look, lost="◊ stands for a sign.")


def comparison(columns: int = 3, rows: int = 5, name: str = "Blue Bay", look: str = "light") -> Picture:
    wants = tuple(
        Row(
            f"{r}. {name}",
            tuple(cell(r + c, "seen or several") for c in range(columns)),
            tag="differs most" if r == 1 else "",
        )
        for r in range(rows)
    )
    facts = (
        Row("Pay", tuple(Cell("GBP 31,200 to 33,000 a year", note="from £16.40 an hour") for _ in range(columns))),
    )
    names = tuple(f"{name} {c}" for c in range(columns))
    blocks = (Block("columns", wants, "What you want", names), Block("columns", facts, "What else is known", names),
              Block("text", (Row("They differ most in: A good boss."),)))  # fmt: skip
    return Picture("Side by side", blocks, look=look)


def card(look: str = "light") -> Picture:
    rows = (Row("Who plans the shifts?", lead="1", done=True), Row("Why did the last person leave?", lead="2"))
    return Picture("Thu 26 Nov, 15:00", (Block("list", rows, "Ask, best first"),), "Acme · with Anna", look)
