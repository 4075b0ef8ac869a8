"""Reading text: what the page does to the words is undone, and every character maps back."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from index_store.models import SourceText
from index_store.reading import read, reading_text
from tests.index_store.bench_parse import text_of


def words(text: str) -> str:
    return reading_text(text_of(text)).text


def test_a_page_break_in_mid_sentence_is_mended() -> None:
    text = "It was proving to be a useful shared learning event and\n\nfeedback would be given at the next meeting."
    assert (
        words(text)
        == "It was proving to be a useful shared learning event and feedback would be given at the next meeting."
    )


def test_a_list_item_goes_on_behind_a_page_break_before_a_name() -> None:
    text = (
        "- It was agreed to request partners to check the accuracy of the data provided to enable\n\n"
        "Deloitte to continue their work.\n- The final outcome showed more."
    )
    assert words(text) == (
        "- It was agreed to request partners to check the accuracy of the data provided to enable Deloitte to "
        "continue "
        "their work.\n- The final outcome showed more."
    )


def test_paragraphs_and_list_items_stay_apart() -> None:
    text = "It was AGREED:\n\n- (i) that the work be noted; and\n\n- (ii) that it be refreshed.\n\nThe Chairman spoke."
    assert words(text) == (
        "It was AGREED:\n\n- (i) that the work be noted; and\n- (ii) that it be refreshed.\n\nThe Chairman spoke."
    )


def test_a_numbered_heading_glued_to_a_list_begins_a_line() -> None:
    text = "- (iv) That a brief be prepared for the Group.\n80. Review of Infrastructure – Views\n\nFurther to that."
    assert words(text).splitlines()[1] == "80. Review of Infrastructure – Views"


WRAPPED = (
    "The Council considered the report of the Director of Environment on the state of the\n"
    "roads, which had been laid round at the meeting, and heard that the winter had been\n"
    "hard on the county's imple-\nments as well as on its co-operative society. The co-operative was thanked by the\n"
    "Leader, who asked that the Clerk write to each of the farmers concerned before the\nend of May.\n"
    "Mrs Bell spoke next.\n"
)


def test_hard_wraps_and_hyphenation_are_mended() -> None:
    text = words(WRAPPED)
    assert text.startswith(
        "The Council considered the report of the Director of Environment on the state of the roads, which"
    )
    assert "implements as well" in text
    assert text.endswith("before the end of May.\n\nMrs Bell spoke next.")


def test_a_word_that_is_hyphenated_elsewhere_keeps_its_hyphen() -> None:
    text = WRAPPED.replace("imple-\nments", "co-\noperative implements")
    assert "co-operative implements" in words(text)


def test_page_furniture_is_dropped() -> None:
    text = (
        "Langport Board\nMinutes\nThe Board heard that the berths of the fishing\nSigned ................ Date "
        "........\nPage 1 of 2\n"
        "\fLangport Board\nfleet would be out of use until the summer came.\nSigned ................ Date "
        "........\nPage 2 of 2\n"
    )
    assert words(text) == (
        "Langport Board\nMinutes\n"
        "The Board heard that the berths of the fishing fleet would be out of use until the summer came."
    )


def test_the_foot_of_the_first_page_is_dropped_where_the_meeting_s_day_breaks_over_lines() -> None:
    foot = "Langport Board Minutes, 4 March 2021          Page | {}\n"
    text = (
        "A MEETING OF LANGPORT BOARD WAS HELD ON THURSDAY 4\nMARCH 2021.\n\n1. Berths\n\nThe Board heard that the "
        f"berths of the fishing\n{foot.format(1)}\ffleet would be out of use until the summer came, and that\n"
        f"{foot.format(2)}\fthe harbour would be dredged.\n{foot.format(3)}"
    )
    assert words(text).endswith(
        "The Board heard that the berths of the fishing fleet would be out of use until the summer came, and that the "
        "harbour would be dredged."
    )


def test_markdown_marks_are_dropped_and_escapes_undone() -> None:
    text = "# Title\n\n1\\. **Fire Station**  \nDiscussions with [Ann](http://a.example) are *ongoing* &amp; slow\\.\n"
    reading = read(text_of(text))
    assert reading.mapped.text == "Title\n\n1. Fire Station\nDiscussions with Ann are ongoing & slow."
    assert [line.level for line in reading.lines] == [1, 0, 0]
    assert reading.lines[1].bold == len("1. Fire Station")


def test_plain_text_with_asterisks_and_underscores_is_left_alone() -> None:
    assert words("The file a_b_c cost 3 * 4 pounds.") == "The file a_b_c cost 3 * 4 pounds."


def test_an_empty_text_has_an_empty_reading() -> None:
    assert reading_text(SourceText("")).text == ""
    assert reading_text(SourceText(" \n\t\n")).text == ""


PIECES = st.sampled_from(
    [
        "1. ",
        "- ",
        "(i) ",
        "Item 3",
        "## ",
        "**",
        "\\.",
        "&nbsp;",
        "\f",
        "\r\n",
        "\n",
        "\n\n",
        "and",
        "The Chair",
        "imple-\n",
        "\xad",
        "\xa0",
        "Page 1 of 2",
        "....... ",
        "<!-- x -->",
        "[a](b)",
        "\t",
        "   ",
        "14 May 2019",
        ".",
        ";",
        "é",
        "😀",
        "\u2028",
        "CHAIRMAN",
        "| a | b |",
    ]
)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(PIECES, st.text(max_size=8)), max_size=60).map("".join))
def test_every_character_maps_back_to_the_source(text: str) -> None:
    reading = read(text_of(text))
    last = 0
    for start, source, length in reading.mapped.runs:
        assert reading.mapped.text[start : start + length] == text[source : source + length]
        assert source >= last
        last = source + length
    assert all(one.end <= two.start for one, two in zip(reading.lines, reading.lines[1:], strict=False))


@pytest.mark.parametrize("text", ["A\nB\nC", "One line.", WRAPPED])
def test_lines_cover_the_reading_text(text: str) -> None:
    reading = read(text_of(text))
    assert "".join(reading.mapped.text.split()) == "".join("".join(line.text.split()) for line in reading.lines)


MOTION = (
    "Ms Ash moved, and Mr Birch seconded, that the Council notes that to join the Programme will\n"
    "commit the whole of Marl and the Fens to elections to a new Assembly in spring and\n"
    "to a review of the parishes by either autumn or winter.\n"
)
SPEECHES = tuple(
    f"{who} spoke of the {what}."
    for who in ("Ms Ash", "Mr Birch", "Mrs Cole", "Mr Dale")
    for what in ("rivers", "roads", "schools")
)


@pytest.mark.parametrize("page", ["", "\f"])
def test_a_motion_printed_again_in_its_amendments_keeps_all_its_lines(page: str) -> None:
    debates = "".join(
        f"{page}{12 + n}. Amendment {n}\n\n{SPEECHES[-n]}\n\nMembers spoke for {n} hours on that.\n{MOTION}\n"
        f"The amendment was lost by {n} votes.\n\n{n} members left.\n\n{SPEECHES[n]}\n\n"
        for n in range(1, 5)
    )
    text = words(f"Minutes of the Council held on 3 May 2024\n\n{debates}")
    assert text.count("commit the whole of Marl and the Fens to elections to a new Assembly in spring and to a") == 4


def test_a_line_that_heads_a_page_goes_and_the_same_words_below_other_text_stay() -> None:
    page = (
        "Marl Borough Council\n{0}. To respond to the\nWhite Paper on the parishes\n"
        "and to report.\n\n{1}\n\n{2}\n\n{3}\n"
    )
    text = words("\f".join(page.format(n, *SPEECHES[n:]) for n in range(8)))
    assert text.count("White Paper on the parishes") == 8
    assert text.count("Marl Borough Council") == 1


def test_a_sentence_that_two_pages_begin_with_is_no_running_head() -> None:
    pages = [f"Members spoke about matter {n} for an hour and more.\n\nThey thanked guest {n}.\n" for n in range(5)]
    pages[1] = "UNANIMOUSLY [Ash, Birch, Cole].\n\n" + pages[1]
    pages[3] = "UNANIMOUSLY [Ash, Birch, Cole].\n\n" + pages[3]
    assert words("\f".join(pages)).count("UNANIMOUSLY [Ash, Birch, Cole].") == 2


@pytest.mark.parametrize(
    ("lines", "joined"),
    [
        (("The land belongs to Marl City and County", "Council staff, who will mow it."), True),
        (("The land is held for Marl Borough", "Council Chamber doors are locked."), False),
        (("Marl County", "Council business"), False),
    ],
)
def test_the_name_of_a_council_goes_on_in_the_next_line(lines: tuple[str, str], joined: bool) -> None:
    wide = "The members heard that the works on the weir had begun and would go on until the end of the summer,\nand "
    text = wide * 3 + "so on.\n\n" + "\n".join(lines)
    assert (" ".join(lines) in words(text)) is joined
