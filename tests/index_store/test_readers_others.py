"""DOC, HTML and RTF."""

from __future__ import annotations

from pathlib import Path

import pytest

from index_store.readers import read_source
from tests.index_store.documents import doc
from tests.shared import SHARED, needs_shared


def text_of(folder: Path, name: str, data: bytes | str) -> str:
    path = folder / name
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return read_source(path).text


def test_doc_paragraphs_cells_fields_and_breaks(tmp_path: Path) -> None:
    text = (
        "Minutes of Cabinet – “£5” 😀\rName\x07Role\x07\x07A Bell\x07Chair\x07\x07"
        '\x13 HYPERLINK "x" \x14a link\x15 and\x0bmore\x1e\x1f\r\x13 TOC \\o \x14Apologies 1\x15\rEnd\r'
    )
    assert text_of(tmp_path, "a.doc", doc(text)) == (
        "Minutes of Cabinet – “£5” 😀\n\nName | Role\nA Bell | Chair\n\na link and\nmore-\n\nEnd"
    )


PAIRS = [
    ("Local Public Data Panel 01 May 2012 Minutes_Final", "01 May 2012"),
    ("Local Public Data Panel_5 Feb 2013 Meeting_Strategic Role of the Panel Paper", "numbered paragraphs and a table"),
    ("Local Public Data Panel_5 Dec 2012 Meeting_Draft TOR_Updated", "lists"),
]


@needs_shared
@pytest.mark.parametrize("name", [name for name, _ in PAIRS], ids=[what for _, what in PAIRS])
def test_doc_and_odt_of_the_same_paper_read_alike(name: str) -> None:
    texts = [read_source(SHARED / f"minutes/datagovuk/{name}.{suffix}").text for suffix in ("doc", "odt")]
    assert texts[0].split() == texts[1].split()
    assert len(texts[0].split()) > 300


@needs_shared
def test_doc_numbers_and_tables() -> None:
    folder = SHARED / "minutes/datagovuk"
    numbered = read_source(folder / f"{PAIRS[1][0]}.doc").text
    assert "\n8. For Q2, we propose" in numbered
    table = read_source(folder / "2011-11-15 TB(11)1.ii Action Log.doc").text
    assert "\nMeeting date & action number | Action | Deadline | Progress\n" in table


PAGE = """<!DOCTYPE html><html><head><title>Minutes 3 May - Marl</title><style>p{}</style></head><body>
<div id="cookie-banner">We use cookies. <a href="x">Accept</a></div>
<header><a href="/">Marl Council</a><nav><ul><li><a href="1">Home</a></li></ul></nav></header>
<div class="sidebar"><ul><li><a>January</a></li><li><a>February</a></li><li><a>March</a></li><li><a>April</a></li>
</ul></div>
<div class="content">%s</div><footer>Contact us</footer><script>var minutes = 1</script></body></html>"""


def test_html_is_its_main_content(tmp_path: Path) -> None:
    body = "<h1>Minutes of Marl Parish Council</h1><p>Present: Cllr&nbsp;A\n Bell,<br>Cllr B Fox</p><p hidden>x</p>"
    expected = "Minutes of Marl Parish Council\n\nPresent: Cllr A Bell,\nCllr B Fox"
    assert text_of(tmp_path, "a.html", PAGE % body) == expected
    assert text_of(tmp_path, "b.htm", PAGE % f"<main>{body}</main>") == expected
    assert text_of(tmp_path, "c.html", body) == expected


def test_html_lists_and_tables(tmp_path: Path) -> None:
    body = (
        '<p>Minutes</p><ol start="12"><li>Apologies</li><li>Finance<ol type="a"><li>One</li><li>Two</li></ol></li>'
        '<li value="20">Last</li></ol><ul><li>point</li></ul><ol style="list-style-type: none"><li>bare</li></ol>'
        "<table><tr><th>Payee<th>Amount<tr><td>A Smith<td><ol><li>£10</ol></table>"
    )
    assert text_of(tmp_path, "a.html", PAGE % body) == (
        "Minutes\n\n12. Apologies\n13. Finance\na. One\nb. Two\n20. Last\n- point\nbare\n\nPayee | Amount\n"
        "A Smith | 1. £10"
    )


def test_html_deletions_and_titles(tmp_path: Path) -> None:
    body = "<p>Present: A Bell</p><p>It cost <del>£5</del><ins>£6</ins> in all</p>"
    assert text_of(tmp_path, "a.html", PAGE % body) == "Minutes 3 May - Marl\n\nPresent: A Bell\n\nIt cost £6 in all"


def test_html_in_the_encoding_that_it_names(tmp_path: Path) -> None:
    page = '<html><head><meta charset="iso-8859-1"></head><body><p>Minutes: café £5 – x</p></body></html>'
    assert text_of(tmp_path, "a.html", page.encode("cp1252")) == "Minutes: café £5 – x"


def test_html_nested_beyond_reason(tmp_path: Path) -> None:
    from tests.index_store.fuzz_readers import outcome

    (tmp_path / "a.html").write_text("<html><body><p>Minutes</p>" + "<div><b>" * 5000 + "deep")
    assert outcome(tmp_path / "a.html").startswith("Minutes")


RTF = r"""{\rtf1\ansi\ansicpg1252\deff0{\fonttbl{\f0 Arial;}{\f3\fcharset2 Symbol;}}{\header\pard Running head\par}
\pard Minutes of Cabinet\par{\*\shppict{\pict\pngblip 89504e470d0a}}
{\listtext\pard\plain 1.\tab}Apologies caf\'e9 \u8211?\par{\listtext\pard\plain (a)\tab}Finance
 {\deleted £5}{\v x}kept\par
{\pntext\f3\'b7\tab}a point\par
\trowd\cellx1000\cellx2000\pard\intbl Name\cell Role\cell\row
\trowd\cellx1000\cellx2000\pard\intbl A Bell\par of Marl\cell Chair\cell\row
\pard After\line a break {\field{\*\fldinst{HYPERLINK "http://x.y"}}{\fldrslt{a link}}} \u-10179?\u-8704?\par}"""


def test_rtf_numbers_tables_and_what_is_left_out(tmp_path: Path) -> None:
    assert text_of(tmp_path, "a.rtf", RTF) == (
        "Minutes of Cabinet\n\n1. Apologies café –\n(a) Finance kept\n- a point\n\nName | Role\nA Bell\nof Marl\n"
        "| Chair\n\nAfter\na break a link 😀"
    )


def test_rtf_pictures_do_not_slow_it_down(tmp_path: Path) -> None:
    picture = r"{\pict\pngblip " + "89504e47" * 1_000_000 + "}" + r"{\pict\bin5 }{}}{ }"
    assert text_of(tmp_path, "a.rtf", r"{\rtf1 Minutes\par " + picture + r"of May\par}") == "Minutes\n\nof May"
