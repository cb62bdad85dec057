"""Zips and office files that are broken, locked, lying or built to hurt."""

from __future__ import annotations

import struct

from tests.intake import make_office
from tests.intake.hostile_base import DAMAGED, DOCX, HOSTILE, OLD_WORD, PASSWORD, TEXT, UNKNOWN, WORDS, Files, patched
from tests.intake.make_mail import Compound, Storage

LAUGHS = '<!DOCTYPE a [<!ENTITY a "ha">' + "".join(
    f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True)
) + "]>"  # fmt: skip


def docx_document(xml: str | bytes) -> bytes:
    return make_office.zipped({"word/document.xml": xml})


def docx_bomb() -> bytes:
    return docx_document(b"<a>" + b" " * 30_000_000 + b"</a>")


def docx_lying_about_its_size() -> bytes:
    data = docx_bomb()
    at = data.rindex(b"PK\x01\x02") + 24
    return patched(data, at, struct.pack("<I", 2_000))


def docx_of_bombs() -> bytes:
    notes = {f"header{n}_xml": b"<a>" + b"x" * 20_000_000 + b"</a>" for n in range(4)}
    return make_office.docx(WORDS, **notes)


def docx_locked() -> bytes:
    data = bytearray(DOCX)
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] |= 1
            at = data.find(mark, at + 4)
    return bytes(data)


def docx_odd_packing() -> bytes:
    data = bytearray(DOCX)
    for mark, offset in ((b"PK\x03\x04", 8), (b"PK\x01\x02", 10)):
        at = data.find(mark)
        while at >= 0:
            data[at + offset] = 99
            at = data.find(mark, at + 4)
    return bytes(data)


def many_entries() -> bytes:
    return make_office.zipped({"word/document.xml": "<a/>", **{f"x{n}": "" for n in range(2_500)}})


def deep_xml() -> bytes:
    return docx_document("<a>" * 5_000 + "</a>" * 5_000)


def many_nodes() -> bytes:
    return docx_document(f"<a>{'<b/>' * 250_000}</a>")


def docx_own_footnote() -> bytes:
    note = '<w:footnote w:id="2"><w:p><w:r><w:t>a bonus</w:t><w:footnoteReference w:id="2"/></w:r></w:p></w:footnote>'
    body = '<w:p><w:r><w:t>We pay</w:t><w:footnoteReference w:id="2"/></w:r></w:p>'
    return make_office.docx(body, footnotes_xml=f"<w:footnotes {make_office.W}>{note}</w:footnotes>")


def paths() -> bytes:
    names = ["../../../../etc/cron.d/x", "/var/x", "C:\\x.dll", "word/../../x", "..", "a\x00b"[:1]]
    return make_office.zipped({"word/document.xml": docx_xml(), **dict.fromkeys(names, b"evil")})


def docx_xml() -> str:
    return f"<w:document {make_office.W}><w:body>{WORDS}</w:body></w:document>"


def docm() -> bytes:
    return make_office.docx(WORDS, vbaProject_bin=Compound(Storage({"VBA": b"Sub AutoOpen()"})).data())


def odt_locked() -> bytes:
    manifest = (
        '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"><manifest:file-entry '
        'manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry></manifest:manifest>'
    )
    return make_office.zipped(
        {"mimetype": make_office.ODT_TYPE, "content.xml": b"\x01\x02\x03", "META-INF/manifest.xml": manifest}
    )


def zip_of_zips() -> bytes:
    data = b"\x00" * 1_000_000
    for level in range(6):
        data = make_office.zipped({f"{level}-{n}.zip": data for n in range(4)})
    return data


OFFICE: Files = {
    "docx bomb": (docx_bomb, (HOSTILE,)),
    "docx that lies about its size": (docx_lying_about_its_size, (DAMAGED, HOSTILE)),
    "docx with bombs for headers": (docx_of_bombs, (TEXT,)),
    "docx locked entry by entry": (docx_locked, (PASSWORD,)),
    "docx packed in an unknown way": (docx_odd_packing, (DAMAGED,)),
    "docx cut in half": (lambda: DOCX[: len(DOCX) // 2], (DAMAGED,)),
    "docx without its directory": (lambda: DOCX[: DOCX.index(b"PK\x01\x02")], (DAMAGED,)),
    "docx with 2,500 parts": (many_entries, (HOSTILE,)),
    "docx that is no XML": (lambda: docx_document(b"\x00\x01 not xml"), (DAMAGED,)),
    "docx without an end": (lambda: docx_document(docx_xml()[:-20]), (DAMAGED,)),
    "docx of entities": (lambda: docx_document(LAUGHS + "<a>&i;</a>"), (HOSTILE,)),
    "docx of entities in UTF-16": (lambda: docx_document((LAUGHS + "<a>&i;</a>").encode("utf-16")), (HOSTILE,)),
    "docx with an outside entity": (
        lambda: docx_document('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>'),
        (HOSTILE,),
    ),
    "docx 5,000 levels deep": (deep_xml, (HOSTILE,)),
    "docx of 250,000 elements": (many_nodes, (HOSTILE,)),
    "docx whose footnote notes itself": (docx_own_footnote, (TEXT,)),
    "docx with names that are paths": (paths, (TEXT,)),
    "docx with macros": (docm, (TEXT,)),
    "docx of Word with a password": (
        lambda: Compound(Storage({"EncryptedPackage": bytes(5_000), "EncryptionInfo": bytes(100)})).data(),
        (PASSWORD,),
    ),
    "doc of Word 97": (lambda: Compound(Storage({"WordDocument": bytes(5_000)})).data(), (OLD_WORD,)),
    "xls": (lambda: Compound(Storage({"Workbook": bytes(5_000)})).data(), (UNKNOWN,)),
    "odt of entities": (
        lambda: make_office.zipped({"mimetype": "x", "content.xml": LAUGHS + "<a>&i;</a>"}),
        (HOSTILE,),
    ),
    "odt of a billion blanks": (
        lambda: make_office.odt('<text:p>We offer<text:s text:c="1000000000"/>31,400</text:p>' * 50),
        (TEXT,),
    ),
    "odt with a password": (odt_locked, (PASSWORD,)),
    "xlsx": (lambda: make_office.zipped({"xl/workbook.xml": "<a/>"}), (UNKNOWN,)),
    "zip of zips of zips": (zip_of_zips, (UNKNOWN,)),
    "zip that is empty": (lambda: make_office.zipped({}), (UNKNOWN,)),
}
