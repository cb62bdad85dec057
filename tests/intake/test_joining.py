"""Many messages, one offer: order, what counts once, what is said about it."""

from __future__ import annotations

import json

import pytest

import content
from bot.intake import LeftOut, Piece, Read, frames, joined, summary
from bot.telegram.texts import Texts

SAY = Texts(content.load().texts)


def pdf(text: str, pages: int, **more: object) -> Read:
    return Read("pdf", text, "offer.pdf", pages=pages, **{"pages_total": pages, **more})  # type: ignore[arg-type]


def photo(text: str, name: str = "photo.jpg") -> Read:
    return Read("jpeg", text, name, pages=1, pages_total=1, from_picture=True)


def lines(*pieces: Piece) -> list[str]:
    return list(summary(joined(pieces), SAY))


def test_order_is_that_of_the_messages_whenever_they_came() -> None:
    pieces = [Piece(7, "third"), Piece(3, "first"), Piece(5, "see here", pdf("second", 1))]
    assert joined(pieces).text == "first\n\nsee here\n\nsecond\n\nthird"


def test_a_paste_that_the_client_cut_is_one_text() -> None:
    first = "x" * 4090 + " 31,40"
    assert joined([Piece(2, "0 € a year"), Piece(1, first)]).text == f"{first}0 € a year"
    assert joined([Piece(1, "x" * 4000), Piece(2, "y")]).text == "x" * 4000 + "\n\ny"


def test_letters_beyond_the_basic_plane_count_twice_at_the_cut() -> None:
    first = "😀" * 2048
    assert joined([Piece(1, first), Piece(2, "on")]).text == first + "on"


def test_the_same_thing_twice_counts_once() -> None:
    letter = "We offer you a post. " * 20
    once = joined([Piece(1, letter), Piece(1, letter), Piece(2, letter), Piece(3, "this one", photo(letter))])
    assert (once.text, once.counts) == (f"{letter}\n\nthis one", {"messages": 2})
    assert joined([Piece(1, "28 days"), Piece(2, "28 days")]).counts == {"messages": 2}  # short ones may repeat


def test_photos_that_number_themselves_go_by_their_numbers() -> None:
    pieces = [
        Piece(1, "", photo("pay Page 2 of 3")),
        Piece(2, "and"),
        Piece(3, "", photo("Page 3/3 end")),
        Piece(4, "", photo("dear page 1 of 3")),
    ]
    assert joined(pieces).text == "dear page 1 of 3\n\nand\n\npay Page 2 of 3\n\nPage 3/3 end"
    unsure = [Piece(1, "", photo("Page 2 of 3")), Piece(2, "", photo("no number"))]
    assert joined(unsure).text == "Page 2 of 3\n\nno number"


@pytest.mark.parametrize(
    "pieces, said",
    [
        ([Piece(1, "text")], ["I read 1 message."]),
        ([Piece(1, "", pdf("a", 2)), Piece(2, "", photo("b"))], ["I read 2 pages and 1 photo."]),
        (
            [Piece(1, "a"), Piece(2, "b"), Piece(3, "", pdf("c", 1)), Piece(4, "", Read("docx", "d")), Piece(5, "", Read("msg", "e"))],
            ["I read 2 messages, 1 page, 1 document and 1 mail."],
        ),
        ([Piece(1, "a caption", photo("b"))], ["I read 1 photo."]),
        ([Piece(1, "", Read("eml", "a", pictures=2))], ["I read 1 mail and 2 photos."]),
        (
            [Piece(1, "", pdf("a", 1, pages_total=2, unreadable=(2,)))],
            ["I read 1 page.", SAY("intake.page_gap", pages="2")],
        ),
        (
            [Piece(1, "", pdf("a", 1, pages_total=9, unreadable=(2, 4, 5, 6, 7, 8, 9, 3)))],
            ["I read 1 page.", SAY("intake.pages_gap", pages="2, 4–9, 3")],
        ),
        ([Piece(1, "", pdf("a", 50, pages_total=90))], ["I read 50 pages.", SAY("intake.first_pages", pages=50, total=90)]),
        ([Piece(1, "", Read(name="<b>.pdf", problem="intake.password"))], [SAY("intake.password", name="<b>.pdf")]),
        ([Piece(1, "", Read(problem="intake.damaged"))], [SAY("intake.damaged", name="the file")]),
        (
            [Piece(1, "", Read("eml", "a", left_out=(LeftOut("x.exe", "intake.unknown"),)))],
            ["I read 1 mail.", SAY("intake.unknown", name="x.exe")],
        ),
        ([Piece(1, "", pdf("a", 1, cut=True))], ["I read 1 page.", SAY("intake.cut")]),
    ],
)  # fmt: skip
def test_what_is_said(pieces: list[Piece], said: list[str]) -> None:
    assert lines(*pieces) == said


def test_of_many_failures_a_few_are_named() -> None:
    said = lines(*(Piece(n, "", Read(name=f"{n}.zip", problem="intake.unknown")) for n in range(7)))
    assert len(said) == 5
    assert said[-1] == "3 more files were not read."


def test_sums_that_only_a_picture_says_are_known() -> None:
    offer = joined([Piece(1, "They said 500 € bonus"), Piece(2, "", photo("Salary 31, 400 € and a\n500 €  bonus"))])
    assert offer.from_picture
    assert offer.only_in_picture("31,400 €")
    assert not offer.only_in_picture("500 € bonus")
    assert not offer.only_in_picture("28 days")


@pytest.mark.parametrize(
    "lie",
    [{"text": []}, {"pages": "1"}, {"cut": 1}, {"more": ""}, {"problem": "start.hello"}, {"unreadable": ["x"]},
     {"left_out": [{"name": "a", "problem": "b"}]}, {"left_out": [1]}, {"left_out": {}}],
)  # fmt: skip
def test_what_a_child_says_is_looked_at(lie: dict[str, object]) -> None:
    with pytest.raises((TypeError, ValueError, KeyError)):
        Read.from_json(lie)


def test_a_draft_keeps_no_more_of_a_file_than_an_offer_needs() -> None:
    read = Read("eml", "We offer you a post.", calendar=True, events=({"description": "x" * 6000},) * 50)
    assert len(json.dumps(Piece(1, "", read).as_json())) < 500


def test_letters_of_any_alphabet_make_a_short_frame() -> None:
    message = {"text": "Оклад 90 000 ₽ в месяц. 😀 \ud83d" * 100}
    packed = frames.pack(message)
    assert frames.unpack(packed) == message
    assert len(packed) < 2 * len(message["text"])


def test_pieces_outlive_a_restart() -> None:
    piece = Piece(4, "see", Read("eml", "words", "m.eml", unreadable=(1, 2), left_out=(LeftOut("a", "intake.time"),)))
    assert Piece.from_json(json.loads(json.dumps(piece.as_json()))) == piece
    assert Piece.from_json(json.loads(json.dumps(Piece(1, "x").as_json()))) == Piece(1, "x")


def test_a_piece_that_an_older_version_kept_is_read() -> None:
    old = {"order": 3, "text": "", "read": {"kind": "eml", "text": "Hello", "subject": "Offer", "calendar": ""}}
    assert Piece.from_json(old) == Piece(3, "", Read("eml", "Hello"))
