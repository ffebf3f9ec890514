"""Formats: which text is stored, what is known of it, and what is said of bytes that hold none."""

from __future__ import annotations

import codecs
import json
import logging

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from credence.errors import BadInput, Unreadable
from credence.model.document import Document, Original
from credence.read import formats

MEDIA_TYPES = ("text/plain", "text/html", "application/pdf", "application/jsonl")


def opened(content: bytes, media_type: str, **known: str) -> list[formats.Opened]:
    return list(formats.documents(Original(content, "sample", "sample", media_type, **known)))


def document(content: bytes, media_type: str, **known: str) -> Document:
    (only,) = opened(content, media_type, **known)
    assert isinstance(only, Document), only
    return only


def trouble(content: bytes, media_type: str) -> str:
    (only,) = opened(content, media_type)
    assert isinstance(only, Unreadable), only
    return str(only)


# Plain text


def test_plain_text_is_kept_as_it_stands() -> None:
    content = b"Norland opens a mission \r\n\r\n\xc3\x98rn did so on Monday.  \n\t\n"
    made = document(content, "text/plain", published="2024-09", publisher="The Quay Post")
    assert made.text.encode() == content
    assert (made.id, made.title) == ("sample", "Norland opens a mission")
    assert (made.published, made.publisher, made.url, made.lang) == ("2024-09", "The Quay Post", None, "en")


@pytest.mark.parametrize(
    ("mark", "encoding"),
    [(codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be")],
)
def test_a_byte_order_mark_is_obeyed_and_left_out(mark: bytes, encoding: str) -> None:
    assert document(mark + "Señor Ørn came.".encode(encoding), "text/plain").text == "Señor Ørn came."


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (
            "The envoy of Ørland".encode("cp1252"),
            "byte 13 cannot be decoded as UTF-8 (save it as UTF-8, or convert it: ",
        ),
        (codecs.BOM_UTF16_LE + b"a\0b", "byte 4 cannot be decoded as UTF-16-LE"),
        (b"GIF89a\0\0", "it is not text: character 6 is NUL (save it as text in UTF-8, as HTML or as PDF)"),
        (b"", "it holds no text"),
        (codecs.BOM_UTF8 + b" \r\n\t", "it holds no text (leave it out, or fetch it again)"),
    ],
)
def test_bytes_that_are_no_text_are_refused(content: bytes, told: str) -> None:
    assert f"sample: {told}" in trouble(content, "text/plain")


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Norland opens a mission\n\nIt did.", "Norland opens a mission"),
        ("\n\nNorland opens a mission\n\nIt did.", "Norland opens a mission"),
        ("Norland opens a mission\n" + "It did so on Monday. " * 6, "Norland opens a mission"),
        ("Norland opened a mission.\n\nIt did.", None),
        ("“We opened a mission.”\n\nIt did.", None),
        ("Norland opened a mission in the port\non Monday, its foreign ministry said in a statement.", None),
        ("Norland opens a mission", None),
        ("Norland opens a mission\n\n", None),
        ("x" * 201 + "\n\nIt did.", None),
    ],
)
def test_a_headline_is_a_short_first_line_that_stands_apart(text: str, title: str | None) -> None:
    assert document(text.encode(), "text/plain").title == title


@given(st.text(min_size=1))
def test_text_encodes_back_to_its_bytes(text: str) -> None:
    for made in opened(text.encode(), "text/plain"):
        if isinstance(made, Document):
            assert made.text.encode() == text.encode().removeprefix(codecs.BOM_UTF8)
        else:
            assert text.removeprefix("\ufeff").strip() == "" or "\0" in text


# JSON Lines


def test_a_line_may_state_everything_or_only_its_text() -> None:
    record = {
        "id": "q1",
        "text": " Norland opened\u2028a mission. \n",
        "title": "Norland",
        "published": "2024-09-20T23:30:00-05:00",
        "publisher": "Quay",
        "url": "https://quay.example/1",
        "lang": "sv",
        "mood": ["unknown keys are allowed"],
    }
    content = (
        b"\xef\xbb\xbf" + json.dumps(record, ensure_ascii=False).encode() + b'\r\n\r\n{"text": "Talks.", "title": " "}'
    )
    assert opened(content, "application/jsonl", published="2024", publisher="The Quay Post") == [
        Document(
            "q1", " Norland opened\u2028a mission. \n", "Norland", "2024-09-20", "Quay", "https://quay.example/1", "sv"
        ),
        Document("sample-3", "Talks.", None, "2024", "The Quay Post", None, "en"),
    ]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (b'{"text": "Talks"', "it is not JSON: Expecting ',' delimiter, at character 16 (put one whole JSON object"),
        (b'{"text": "\xff"}', "byte 10 of the line cannot be decoded as UTF-8 (save it as UTF-8)"),
        (b'["Talks"]', "it is a list, not an object"),
        (b"[" * 100_000, "it is not JSON we can hold"),
        (b'{"text": "x", "n": ' + b"9" * 5000 + b"}", "it is not JSON we can hold"),
        (b'{"title": "Talks"}', '"text" is missing (give every line a "text" that is a string)'),
        (b'{"text": 7}', '"text" is a number'),
        (b'{"text": true}', '"text" is true or false'),
        (b'{"text": " "}', '"text": it holds no text'),
        (rb'{"text": "a\u0000"}', '"text": it is not text: character 1 is NUL'),
        (rb'{"text": "a\ud800"}', '"text": character 1 is half a surrogate pair'),
        (rb'{"text": "x", "id": "\udfff"}', '"id": character 0 is half a surrogate pair'),
        (b'{"text": "x", "id": 7}', '"id" is a number (write it as a string, or leave it out)'),
        (b'{"text": "x", "url": {}}', '"url" is an object'),
        (b'{"text": "x", "published": "20 September"}', '"published" is "20 September" (write it as 2024-09-20, '),
        (b'{"text": "x", "published": "2024-02-30"}', '"published" is "2024-02-30"'),
        (b'{"text": "x", "published": "2024-21"}', '"published" is "2024-21"'),
        (b'{"text": "x", "published": "2023/2024"}', '"published" is "2023/2024"'),
        (b'{"text": "x", "id": "first"}', 'the id "first" is that of line 1 already (give each document its own id)'),
    ],
)
def test_a_broken_line_is_told_by_its_number_and_the_others_are_read(line: bytes, told: str) -> None:
    before, error, after = opened(b'{"text": "a", "id": "first"}\n' + line + b'\n{"text": "b"}', "application/jsonl")
    assert isinstance(before, Document)
    assert str(error).startswith(f"sample, line 2{',' if told.endswith(('NUL', 'pair', 'no text')) else ':'} {told}")
    assert isinstance(after, Document)
    assert after.id == "sample-3"


@pytest.mark.parametrize("published", ["2024", "2024-09", "2024-09-20", "2024-09-20 08:15", "2024-09-20T08:15:00.5Z"])
def test_a_date_of_publication_may_be_a_year_a_month_a_day_or_a_moment(published: str) -> None:
    made = document(json.dumps({"text": "x", "published": published}).encode(), "application/jsonl")
    assert made.published == published[:10]


def test_lines_in_utf_16_and_no_lines_are_told() -> None:
    assert "it is UTF-16" in trouble('{"text": "x"}'.encode("utf-16"), "application/jsonl")
    assert "it holds no line" in trouble(b"\n \n", "application/jsonl")


def test_a_long_line_is_read() -> None:
    assert len(document(json.dumps({"text": "Talks. " * 1_500_000}).encode(), "application/jsonl").text) == 10_500_000


# Web pages

PAGE = """<!DOCTYPE html>
<html lang="en"><head>{head}<title>Norland accepts an envoy - The Quay Post</title></head><body>
<nav><a href="/">Home</a> <a href="/world">World</a></nav>
<article><h1>Norland accepts an envoy</h1>
<p>Norland has accepted an envoy of the Island Council, its foreign ministry said on Monday after months of talks.</p>
<p>The envoy, a former  port
captain named Ørn, takes up the post next week. On 2019-01-02 the council had opened an office.</p>
<table><tr><td>Norland</td><td>Embassy since 2018-03-04</td></tr></table>
</article><footer>Copyright 2023 The Quay Post</footer></body></html>"""
HEAD = """<meta charset="utf-8"><meta property="og:site_name" content="The Quay Post">
<link rel="canonical" href="https://quay.example/norland-envoy">
<meta property="article:published_time" content="2024-09-20T06:30:00Z">
<meta property="article:modified_time" content="2024-10-01T06:30:00Z">"""


def test_a_page_gives_its_headline_main_text_date_publisher_and_address() -> None:
    made = document(PAGE.format(head=HEAD).encode(), "text/html")
    assert made.title == "Norland accepts an envoy"
    assert made.text.startswith("Norland accepts an envoy\n\nNorland has accepted an envoy of the Island Council, its")
    assert "\nThe envoy, a former port captain named Ørn, takes up the post next week. On 2019" in made.text
    assert "Embassy since 2018-03-04" in made.text
    assert made.text.count("Norland accepts an envoy") == 1
    assert "Home" not in made.text
    assert (made.id, made.lang) == ("sample", "en")
    assert (made.published, made.publisher) == ("2024-09-20", "The Quay Post")
    assert made.url == "https://quay.example/norland-envoy"


def test_what_the_caller_vouches_for_outranks_the_page() -> None:
    made = document(PAGE.format(head=HEAD).encode(), "text/html", published="2024-09-19", publisher="Quay Wire")
    assert (made.published, made.publisher) == ("2024-09-19", "Quay Wire")


def test_what_a_page_states_of_itself_can_be_written() -> None:
    data = (
        r'{"@type": "NewsArticle", "headline": "Norland\ud800 opens", "publisher": {"name": "Quay\u0000\udfff Wire"}}'
    )
    head = f'<script type="application/ld+json">{data[:1]}"@context": "https://schema.org", {data[1:]}</script>'
    made = document(PAGE.format(head=head).encode(), "text/html")
    assert (made.title, made.publisher) == ("Norland opens", "Quay Wire")


def test_a_date_in_the_running_text_is_not_that_of_the_page() -> None:
    assert document(PAGE.format(head="").encode(), "text/html").published is None


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ('<meta charset="windows-1251">', "cp1251"),
        ('<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        ('<meta charset="windows-1251">', "utf-8"),  # converted when it was saved, and the old declaration left
        ("", "utf-8-sig"),
        ("", "utf-16"),
    ],
)
def test_a_page_is_decoded_as_it_declares(declared: str, encoding: str) -> None:
    page = PAGE.format(head=declared).replace("Ørn", "Пётр")
    assert "captain named Пётр," in document(page.encode(encoding), "text/html").text


def test_a_page_with_an_xml_declaration_is_decoded_as_it_declares() -> None:
    page = '<?xml version="1.0" encoding="windows-1251"?>\n' + PAGE.format(head="").replace("Ørn", "Пётр")
    assert "captain named Пётр," in document(page.encode("cp1251"), "text/html").text


def test_one_stray_byte_does_not_cost_a_page() -> None:
    content = PAGE.format(head='<meta charset="utf-8">').encode().replace("Ø".encode(), b"\xff")
    assert "captain named \N{REPLACEMENT CHARACTER}rn," in document(content, "text/html").text


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (PAGE.format(head="").encode("cp1252"), "is not UTF-8, and the page declares no other encoding that we know"),
        (PAGE.format(head='<meta charset="hex">').encode("cp1252"), "declares no other encoding that we know"),
        (
            PAGE.format(head='<meta charset="utf-8">').replace("o", "ó").encode("cp1252"),
            "declared as utf-8, and is not",
        ),
        (b"<html><body></body></html>", "no main text was found in the page (save the article's own page"),
        (b"", "no main text was found in the page"),
    ],
)
def test_pages_without_text_are_told(content: bytes, told: str) -> None:
    assert told in trouble(content, "text/html")


def test_libraries_keep_quiet_and_get_their_voice_back(caplog: pytest.LogCaptureFixture) -> None:
    before = logging.getLogger("trafilatura").level
    trouble(b"<html", "text/html")
    assert not caplog.records
    assert logging.getLogger("trafilatura").level == before


# PDF


def pdf(*pages: list[str], title: str = "", locked: bool = False) -> bytes:
    """Write the smallest PDF that shows the lines given, one list a page."""
    bodies: list[str] = ["<< /Type /Catalog /Pages 2 0 R >>", ""]
    bodies += ["<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>", f"<< /Title ({title}) >>"]
    kids = []
    for lines in pages:
        drawn = "BT /F1 11 Tf 40 740 Td 14 TL " + " ".join(f"({line}) Tj T*" for line in lines) + " ET"
        kids.append(f"{len(bodies) + 1} 0 R")
        font = "/Resources << /Font << /F1 3 0 R >> >>"
        bodies += [
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {len(bodies) + 2} 0 R {font} >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
        ]
    bodies[1] = f"<< /Type /Pages /Kids [{' '.join(kids)}] /Count {len(kids)} >>"
    lock = f"/Encrypt << /Filter /Standard /V 1 /R 2 /O <{'00' * 32}> /U <{'11' * 32}> /P -4 >> /ID [<00> <00>]"
    content, offsets = "%PDF-1.4\n", []
    for number, body in enumerate(bodies, start=1):
        offsets.append(len(content))
        content += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{offset:010d} 00000 n \n" for offset in offsets)
    trailer = f"<< /Size {len(bodies) + 1} /Root 1 0 R /Info 4 0 R {lock if locked else ''} >>"
    end = f"xref\n0 {len(bodies) + 1}\n0000000000 65535 f \n{table}trailer {trailer}\nstartxref\n{len(content)}\n%%EOF"
    return (content + end).encode("latin-1")


FIRST = [
    "Norland accepts an envoy",
    "The foreign ministry of Norland announ-",
    "ced on Monday that it has accepted an",
    "envoy of the Island Council, a well-",
    "known captain of the long-serving port",
    "guard.",
    "It was a long-",
    "serving man of the Anglo-",
    "Norland house, born in 1959-",
    "60, whom the ministry chose in the end.",
]


def test_the_lines_of_a_pdf_become_paragraphs_and_divided_words_are_whole() -> None:
    made = document(pdf(FIRST, ["He arrives in May."]), "application/pdf", published="2024")
    assert made.text == (
        "Norland accepts an envoy\n"
        "The foreign ministry of Norland announced on Monday that it has accepted an envoy of the Island Council, "
        "a well-known captain of the long-serving port guard.\n"
        "It was a long-serving man of the Anglo-Norland house, born in 1959-60, whom the ministry chose in the end.\n"
        "\nHe arrives in May."
    )
    assert made.published == "2024"


def test_a_sentence_goes_on_over_the_page() -> None:
    made = document(
        pdf(["Norland accepted an en-"], ["voy of the", "Island Council."], ["Talks went on."]), "application/pdf"
    )
    assert made.text == "Norland accepted an envoy of the Island Council.\n\nTalks went on."


@pytest.mark.parametrize(
    ("stated", "title"),
    [
        ("Note on an envoy", "Note on an envoy"),
        ("Microsoft Word - note 3", None),
        ("final note.docx", None),
        ("untitled", None),
        ("", None),
        ("a b" * 80, None),
    ],
)
def test_a_pdf_has_a_title_if_it_states_a_sensible_one(stated: str, title: str | None) -> None:
    assert document(pdf(["He arrives in May."], title=stated), "application/pdf").title == title


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (pdf([]), "it holds pictures of pages and no text (recognise its text first: "),
        (pdf(["Talks."], locked=True), "it asks for a password (save a copy without one)"),
        (b"%PDF-1.4 cut off", "it is damaged or not a PDF (fetch it again, or print it to a new PDF)"),
        (b"", "it is damaged or not a PDF"),
    ],
)
def test_pdfs_without_text_are_told(content: bytes, told: str) -> None:
    assert f"sample: {told}" in trouble(content, "application/pdf")


# All of them


def test_other_media_types_are_told() -> None:
    assert "sample: image/png is not a format we read (convert it to one of text/plain, " in trouble(b"x", "image/png")


BEGINNINGS = st.sampled_from(
    [b"", b"%PDF-1.4\n", b'{"text": "', b"<html><body><p>", codecs.BOM_UTF16_LE, b"<meta charset="]
)


@settings(deadline=None, max_examples=60)
@given(st.sampled_from(MEDIA_TYPES), BEGINNINGS, st.binary(max_size=400) | st.text(max_size=200).map(str.encode))
def test_whatever_the_bytes_nothing_is_raised_and_what_is_stored_can_be_written(
    media_type: str, beginning: bytes, rest: bytes
) -> None:
    made = opened(beginning + rest, media_type)
    assert made
    for one in made:
        assert isinstance(one, Document | BadInput)
        if isinstance(one, Document):
            assert one.text.strip()
            assert "\0" not in one.text
            one.text.encode()


@settings(deadline=None, max_examples=30)
@given(st.integers(0, 1500), st.binary(min_size=1, max_size=8))
def test_a_damaged_pdf_or_page_never_stops_the_batch(at: int, damage: bytes) -> None:
    for content, media_type in ((pdf(FIRST), "application/pdf"), (PAGE.format(head=HEAD).encode(), "text/html")):
        assert all(
            isinstance(one, Document | BadInput) for one in opened(content[:at] + damage + content[at:], media_type)
        )
