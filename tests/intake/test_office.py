"""Word and OpenDocument files as people send them: changes, fields, boxes, notes, hidden text."""

from __future__ import annotations

import time

import pytest

from bot.intake.model import DAMAGED, Limits, Unreadable
from bot.intake.readers import docx, html, odt, rtf
from bot.intake.readers.job import Job, Text
from bot.intake.readers.tidy import tidy
from bot.intake.readers.zips import Zip
from tests.intake import make_office
from tests.intake.make_office import p, run


def refuse(data: bytes, job: Job) -> Text:
    raise Unreadable(DAMAGED)


def job() -> Job:
    return Job(Limits(), False, time.monotonic() + 60, refuse)


def word(body: str, **parts: str | bytes) -> str:
    return tidy(docx.read(Zip(make_office.docx(body, **parts), Limits()), job()).text)


def writer(body: str, styles: str = "", **parts: str | bytes) -> str:
    return tidy(odt.read(Zip(make_office.odt(body, styles, **parts), Limits()), job()).text)


def page(source: str) -> str:
    return tidy(html.plain(source, Limits()))


PAY = run("We pay 31,400 €")
SEEN = run(", seen", '<w:vanish w:val="0"/>')
BOX = f"<w:txbxContent>{p('Holiday 28 days')}</w:txbxContent>"

WITH_BOX = f"<mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback>{BOX}</mc:Fallback>"
WITH_BOX = f"<w:p><w:r><mc:AlternateContent>{WITH_BOX}</mc:AlternateContent></w:r>{PAY}</w:p>"


@pytest.mark.parametrize(
    "body, text",
    [
        (p("We pay ", "31,", "400 €"), "We pay 31,400 €"),
        (f"<w:p><w:ins>{PAY}</w:ins><w:del>{run('less')}</w:del></w:p>", "We pay 31,400 €"),
        (f"<w:p><w:moveTo>{PAY}</w:moveTo></w:p><w:p><w:moveFrom>{PAY}</w:moveFrom></w:p>", "We pay 31,400 €"),
        (
            f"<w:sdt><w:sdtPr><w:t>no</w:t></w:sdtPr><w:sdtContent><w:p>{PAY}</w:p></w:sdtContent></w:sdt>",
            "We pay 31,400 €",
        ),
        (f"<w:p><w:hyperlink>{PAY}</w:hyperlink></w:p>", "We pay 31,400 €"),
        (f'<w:p><w:fldSimple w:instr="DATE">{PAY}</w:fldSimple></w:p>', "We pay 31,400 €"),
        (f"<w:p>{PAY}<w:r><w:instrText>PAGE 7</w:instrText></w:r></w:p>", "We pay 31,400 €"),
        (f"<w:p>{PAY}{run('hidden', '<w:vanish/>')}</w:p>", "We pay 31,400 €"),
        (f"<w:p>{PAY}{SEEN}</w:p>", "We pay 31,400 €, seen"),
        (
            "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>",
            "a\nb c-d",
        ),
        (
            WITH_BOX,
            "We pay 31,400 €\nHoliday 28 days",
        ),
        (make_office.word_table([("Pay", "31,400 €"), ("Holiday", "28 days")]), "Pay | 31,400 €\nHoliday | 28 days"),
        (f"<w:tbl><w:tr><w:tc>{p('one')}{p('two')}</w:tc></w:tr></w:tbl>", "one\ntwo"),
        (f"<w:tbl><w:tr><w:trPr><w:del/></w:trPr><w:tc>{p('gone')}</w:tc></w:tr></w:tbl>{p('here')}", "here"),
        (
            f"<w:tbl><w:sdt><w:sdtContent><w:tr><w:tc>{p('a')}</w:tc><w:tc>{p('b')}</w:tc></w:tr></w:sdtContent></w:sdt></w:tbl>",
            "a | b",
        ),
        (
            f"<w:tbl><w:tr><w:tc>{make_office.word_table([('in', 'side')])}</w:tc></w:tr></w:tbl>",
            "in | side",
        ),
    ],
)
def test_word(body: str, text: str) -> None:
    assert word(body) == text


def test_word_headers_stand_once_and_notes_in_place() -> None:
    head = f"<w:hdr {make_office.W}>{p('Brunnen Bakery')}</w:hdr>"
    foot = f"<w:ftr {make_office.W}>{p('Offer of 20 November')}</w:ftr>"
    notes = f'<w:footnotes {make_office.W}><w:footnote w:id="1">{p("before tax")}</w:footnote></w:footnotes>'
    body = f'<w:p>{PAY}<w:r><w:footnoteReference w:id="1"/></w:r>{run(" a year")}</w:p>'
    text = word(body, header1_xml=head, header2_xml=head, footer1_xml=foot, footer2_xml="<broken", footnotes_xml=notes)
    assert text == "Brunnen Bakery\nWe pay 31,400 € (before tax) a year\nOffer of 20 November"


HIDING = (
    '<office:automatic-styles><style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
    "</office:automatic-styles>"
)
NOTE = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>before tax</text:p></text:note-body></text:note>"


@pytest.mark.parametrize(
    "body, text",
    [
        ("<text:h>Offer</text:h><text:p>We pay <text:span>31,400</text:span> €</text:p>", "Offer\nWe pay 31,400 €"),
        ("<text:p>a<text:s/>b<text:s text:c='3'/>c<text:tab/>d<text:line-break/>e</text:p>", "a b c d\ne"),
        ("<text:tracked-changes><text:p>gone</text:p></text:tracked-changes><text:p>here</text:p>", "here"),
        ("<text:p>here<office:annotation><text:p>a remark</text:p></office:annotation></text:p>", "here"),
        (f"<text:p>We pay{NOTE} 31,400</text:p>", "We pay (before tax) 31,400"),
        (
            "<text:p>a<draw:frame><draw:text-box><text:p>boxed</text:p></draw:text-box></draw:frame> b</text:p>",
            "a b\nboxed",
        ),
        ('<text:p>seen<text:span text:style-name="H">hidden</text:span></text:p>', "seen"),
        ("<text:list><text:list-item><text:p>one</text:p></text:list-item></text:list>", "one"),
        (make_office.odt_table([("Pay", "31,400 €"), ("Holiday", "28 days")]), "Pay | 31,400 €\nHoliday | 28 days"),
    ],
)
def test_writer(body: str, text: str) -> None:
    assert writer(body, HIDING) == text


def test_writer_headers() -> None:
    head = f"<office:x {make_office.ODF}><style:header><text:p>Brunnen</text:p></style:header></office:x>"
    assert writer("<text:p>We pay</text:p>", styles_xml=head) == "Brunnen\nWe pay"
    assert writer("<text:p>We pay</text:p>", styles_xml="<broken") == "We pay"


@pytest.mark.parametrize(
    "source, text",
    [
        ("<p>We pay<br>31,400&nbsp;&euro;", "We pay\n31,400 €"),
        ("<style>p{}</style><script>x</script><template>t</template><noscript>n</noscript><p>here", "here"),
        ("<p style='display: none'>no</p><p STYLE='visibility:hidden'>no</p><p hidden>no</p>yes", "yes"),
        (
            "<div style='font-size:0'>no</div><div style='max-height:0px;'>no</div><div style='mso-hide:all'>no</div>yes",
            "yes",
        ),
        ("<p style='font-size:0.9em'>yes</p>", "yes"),
        ("<p hidden>no<p>yes", "yes"),
        ("a<!-- <p>no</p> -->b<!-- for ever <p>no", "ab"),
        (
            "<table><tr><td>Pay<td>31,400<tr><th>Holiday</th><th>28 days</th></tr></table>after",
            "Pay | 31,400\nHoliday | 28 days\nafter",
        ),
        ("<table><tr><td><p>one</p><p>two</p></td></tr></table>", "one\ntwo"),
        ("in\u00advisi\u200bble<b>word</b>s", "invisiblewords"),
        ("</p></b></table>stray</td> ends", "stray ends"),
        ("<pre>a\n  b</pre>", "a\nb"),
    ],
)
def test_html(source: str, text: str) -> None:
    assert page(source) == text


@pytest.mark.parametrize(
    "source, text",
    [
        (r"{\rtf1\ansi We pay 31,400 \'80\par a year}", "We pay 31,400 €\na year"),
        (r"{\rtf1\ansi\ansicpg1250 Wynagrodzenie 9 500 z\'b3}", "Wynagrodzenie 9 500 zł"),
        (r"{\rtf1\ansi {\fonttbl{\f0 Arial;}}{\*\generator x;}{\info{\title no}}We pay}", "We pay"),
        (r"{\rtf1\ansi one | two\par}", "one | two"),
        (r"{\rtf1\ansi{\pict\pngblip " + "89504e47" * 5_000 + "}We pay}", "We pay"),
    ],
)
def test_rtf(source: str, text: str) -> None:
    assert tidy(rtf.plain(source.encode("ascii"))) == text
