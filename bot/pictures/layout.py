"""Where everything of a picture stands: arithmetic over the widths of texts. Nothing is cut off; the page grows."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from bot.core.picture import GRADES, Block, Cell, Picture, Row
from bot.pictures.words import PLACEHOLDER, Font, HasShape, Measure, fit, wrap

WIDTH = 1080  # pixels: a phone's screen
MARGIN, PAD, GAP, RADIUS = 36, 40, 28, 32
INSIDE = WIDTH - 2 * (MARGIN + PAD)
MOST_HEIGHT = 8_900  # Telegram takes pictures of which width and height together are at most 10,000
SAME_NAMES = 8  # rows after which the names of the columns are said again
LEADING = 1.26
TITLE, SUB, HEADING = Font(60, 700), Font(38), Font(36, 600)
NAME, NOTE, WORD, TAG = Font(44, 500), Font(34), Font(34, 500), Font(30, 500)
LINE, NUMBER = Font(46), Font(34, 600)
MARK = 68


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text; ``x`` is its left edge, ``y`` the top of its line."""

    x: float
    y: float
    text: str
    font: Font
    colour: str


@dataclass(frozen=True, slots=True)
class Box:
    """A filled rectangle with round corners."""

    x: float
    y: float
    width: float
    height: float
    colour: str
    radius: float = 0


@dataclass(frozen=True, slots=True)
class Mark:
    """A grade's sign (or "tick" and "open" for a list), as high as wide."""

    x: float
    y: float
    size: int
    sign: str


Shape = Text | Box | Mark


@dataclass(frozen=True, slots=True)
class Page:
    """The finished arithmetic: all shapes in the order in which they are drawn."""

    height: int
    shapes: tuple[Shape, ...]


def lay_out(picture: Picture, measure: Measure, has_shape: HasShape) -> Page:
    """The page of a picture. ValueError where it is taller than Telegram takes."""
    page = _Layout(measure, has_shape)
    page.head(picture.title, picture.sub)
    for block in picture.blocks:
        page.block(block)
    page.foot(picture.lost)
    height = round(page.y + MARGIN)
    if height > MOST_HEIGHT:
        raise ValueError("too tall")
    return Page(height, tuple(page.shapes))


class _Layout:
    """The pen: ``y`` is how far down it is."""

    def __init__(self, measure: Measure, has_shape: HasShape) -> None:
        self.measure, self.has_shape = measure, has_shape
        self.shapes: list[Shape] = []
        self.y = float(MARGIN)

    # -- text ---------------------------------------------------------------------------------------------------

    def lines(self, text: str, width: float, font: Font) -> list[str]:
        return wrap(fit(text, self.has_shape), width, font, self.measure)

    def write(self, text: str, x: float, width: float, font: Font, colour: str, *, centred: bool = False) -> None:
        """Writes the text in as many lines as it takes, and moves on below it."""
        for line in self.lines(text, width, font):
            left = x + (width - self.measure(line, font)) / 2 if centred else x
            self.shapes.append(Text(left, self.y, line, font, colour))
            self.y += font.size * LEADING

    # -- the page -----------------------------------------------------------------------------------------------

    def head(self, title: str, sub: str) -> None:
        self.y += 20
        self.write(title, MARGIN + 8, WIDTH - 2 * MARGIN - 16, TITLE, "text")
        if sub:
            self.y += 4
            self.write(sub, MARGIN + 8, WIDTH - 2 * MARGIN - 16, SUB, "muted")
        self.y += GAP

    def foot(self, lost: str) -> None:
        if lost and any(isinstance(shape, Text) and PLACEHOLDER in shape.text for shape in self.shapes):
            self.write(lost, MARGIN + 8, WIDTH - 2 * MARGIN - 16, NOTE, "muted")
            self.y += 8

    def block(self, block: Block) -> None:
        draw = {"grades": self.grades, "columns": self.columns, "list": self.listed, "text": self.paragraphs}
        for rows in self.parts(block):
            at, top = len(self.shapes), self.y
            self.y += PAD
            if block.heading and rows[0] is block.rows[0]:
                self.write(block.heading, MARGIN + PAD, INSIDE, HEADING, "accent")
                self.y += 22
            draw[block.kind](block, rows)
            self.y += PAD
            self.shapes.insert(at, Box(MARGIN, top, WIDTH - 2 * MARGIN, self.y - top, "card", RADIUS))
            self.y += GAP

    def parts(self, block: Block) -> list[tuple[Row, ...]]:
        """A long table comes in several cards, each with the names of its columns; none holds a lonely row."""
        if block.kind != "columns" or len(block.rows) <= SAME_NAMES:
            return [block.rows]
        count = -(-len(block.rows) // SAME_NAMES)
        size = -(-len(block.rows) // count)
        return [block.rows[i : i + size] for i in range(0, len(block.rows), size)]

    def rule(self) -> None:
        """A thin line between two rows."""
        self.y += 18
        self.shapes.append(Box(MARGIN + PAD, self.y, INSIDE, 2, "line"))
        self.y += 20

    # -- a scoreboard -------------------------------------------------------------------------------------------

    def grades(self, block: Block, rows: tuple[Row, ...]) -> None:
        self.bar(rows)
        for row in rows:
            self.rule()
            self.grade(row, row.cells[0])

    def bar(self, rows: tuple[Row, ...]) -> None:
        """How often each grade comes: a bar of shares, and the counts in words under it."""
        counts = Counter(row.cells[0].grade for row in rows)
        words = {row.cells[0].grade: row.cells[0].word for row in rows}
        known = [grade for grade in GRADES if counts[grade]]
        x, width = float(MARGIN + PAD), INSIDE - 6.0 * (len(known) - 1)
        for grade in known:
            share = width * counts[grade] / sum(counts[grade] for grade in known)
            self.shapes.append(Box(x, self.y, share, 24, grade, min(12, share / 2)))
            x += share + 6
        self.y += 44
        self.legend([(grade, f"{counts[grade]} {words[grade]}") for grade in known])

    def legend(self, entries: list[tuple[str, str]]) -> None:
        x = float(MARGIN + PAD)
        for grade, words in entries:
            text = fit(words, self.has_shape)
            wide = self.measure(text, NOTE) + 34
            if x > MARGIN + PAD and x + wide > MARGIN + PAD + INSIDE:
                x, self.y = float(MARGIN + PAD), self.y + NOTE.size * LEADING
            self.shapes.append(Box(x, self.y + 12, 20, 20, grade, 10))
            self.shapes.append(Text(x + 30, self.y, text, NOTE, "muted"))
            x += wide + 34
        self.y += NOTE.size * LEADING

    def grade(self, row: Row, cell: Cell) -> None:
        left, top = MARGIN + PAD + MARK + 30.0, self.y
        width = WIDTH - MARGIN - PAD - left
        self.write(row.name, left, width, NAME, "text")
        wide = self.measure(fit(cell.word, self.has_shape), WORD) + 20
        beside = cell.note and wide + self.measure(fit(cell.note, self.has_shape), NOTE) <= width
        under = self.y
        self.write(cell.word, left, width, WORD, _colour(cell))
        if beside:
            self.y = under
            left += wide
        self.write(cell.note, left, width, NOTE, "muted")
        self.shapes.append(Mark(MARGIN + PAD, top + (min(self.y - top, 104) - MARK) / 2, MARK, cell.grade))

    # -- a comparison -------------------------------------------------------------------------------------------

    def columns(self, block: Block, rows: tuple[Row, ...]) -> None:
        self.across([(name, _fonts(len(block.names)).name, "muted") for name in block.names])
        for row in rows:
            self.rule()
            self.compared(row, len(block.names))

    def across(self, texts: list[tuple[str, Font, str]]) -> None:
        """Texts side by side, each in its column; goes on below the longest."""
        top, deepest = self.y, self.y
        for number, (text, font, colour) in enumerate(texts):
            x, width = _column(number, len(texts))
            self.y = top
            self.write(text, x, width, font, colour, centred=True)
            deepest = max(deepest, self.y)
        self.y = deepest

    def compared(self, row: Row, count: int) -> None:
        at, top = len(self.shapes), self.y
        self.named(row)
        self.y += 12
        fonts = _fonts(count)
        if any(cell.grade for cell in row.cells):
            self.marked(row.cells, fonts)
        else:
            self.across([(cell.word, fonts.word, "text") for cell in row.cells])
        self.across([(cell.note, fonts.note, "muted") for cell in row.cells])
        if row.tag:
            tint = Box(MARGIN + PAD - 20, top - 10, INSIDE + 40, self.y - top + 20, "tint", 20)
            self.shapes.insert(at, tint)

    def named(self, row: Row) -> None:
        """The row's name, with its tag at the right where there is room, else below."""
        tag = fit(row.tag, self.has_shape)
        *_, last = self.lines(row.name, INSIDE, NAME) or [""]
        self.write(row.name, MARGIN + PAD, INSIDE, NAME, "text")
        wide = self.measure(tag, TAG)
        if tag and self.measure(last, NAME) + wide + 40 <= INSIDE:
            y = self.y - (NAME.size + TAG.size) * LEADING / 2
            self.shapes.append(Text(MARGIN + PAD + INSIDE - wide, y, tag, TAG, "accent"))
        elif tag:
            self.write(tag, MARGIN + PAD, INSIDE, TAG, "accent")

    def marked(self, cells: tuple[Cell, ...], fonts: _Fonts) -> None:
        """Marks with their words beside them; under them where one of the words is too wide for its column."""
        width, size = _column(0, len(cells))[1], fonts.mark
        wide = [self.measure(fit(cell.word, self.has_shape), fonts.word) for cell in cells]
        beside = size + 12 + max(wide) <= width
        for number, cell in enumerate(cells):
            x = _column(number, len(cells))[0] + (width - size - (12 + wide[number] if beside else 0)) / 2
            if cell.grade:
                self.shapes.append(Mark(x, self.y, size, cell.grade))
            if beside:
                y = self.y + (size - fonts.word.size * LEADING) / 2
                word = fit(cell.word, self.has_shape)
                self.shapes.append(Text(x + size + 12, y, word, fonts.word, _colour(cell)))
        self.y += size + 6
        if not beside:
            self.across([(cell.word, fonts.word, _colour(cell)) for cell in cells])

    # -- a card to take along -----------------------------------------------------------------------------------

    def listed(self, block: Block, rows: tuple[Row, ...]) -> None:
        self.y += 6
        for number, row in enumerate(rows):
            if number:
                self.rule()
            self.item(row)

    def item(self, row: Row) -> None:
        left, top = MARGIN + PAD + (MARK + 26 if row.lead else 34), self.y
        self.write(row.name, left, WIDTH - MARGIN - PAD - left, LINE, "muted" if row.done else "text")
        first = top + LINE.size * LEADING / 2
        if row.done:
            self.shapes.append(Mark(MARGIN + PAD, first - MARK / 2, MARK, "tick"))
        elif row.lead:
            self.shapes.append(Mark(MARGIN + PAD, first - MARK / 2, MARK, "open"))
            wide = self.measure(row.lead, NUMBER)
            y = first - NUMBER.size * LEADING / 2
            self.shapes.append(Text(MARGIN + PAD + (MARK - wide) / 2, y, row.lead, NUMBER, "accent"))
        else:
            self.shapes.append(Box(MARGIN + PAD + 4, first - 6, 12, 12, "accent", 6))

    def paragraphs(self, block: Block, rows: tuple[Row, ...]) -> None:
        for number, row in enumerate(rows):
            self.y += 14 if number else 0
            self.write(row.name, MARGIN + PAD, INSIDE, SUB, "text")


@dataclass(frozen=True, slots=True)
class _Fonts:
    name: Font
    word: Font
    note: Font
    mark: int


def _colour(cell: Cell) -> str:
    return f"{cell.grade}_word" if cell.grade else "text"


def _fonts(count: int) -> _Fonts:
    """Smaller and narrower, the more columns there are."""
    if count <= 3:
        return _Fonts(Font(34, 600), WORD, Font(30), 60)
    name = Font(32, 600, narrow=True) if count == 4 else Font(30, 600, narrow=True)
    return _Fonts(name, Font(30, 500, narrow=True), Font(28, narrow=True), 52 if count == 4 else 44)


def _column(number: int, count: int) -> tuple[float, float]:
    """Left edge and width of a column."""
    between = 16.0
    width = (INSIDE - between * (count - 1)) / count
    return MARGIN + PAD + number * (width + between), width
