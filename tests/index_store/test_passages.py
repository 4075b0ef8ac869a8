from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from index_store.embedder import Embedder
from index_store.passages import cut_item, heading_of, meeting_line, passage_key

EMBEDDER = Embedder()
PARAGRAPH = "The Director reported that the review of bus services in the north of the county had found savings. " * 4


def test_a_short_minute_is_one_passage_behind_heading_body_and_date() -> None:
    line = meeting_line("Marl Executive", "2009-09-02")
    assert line == "Marl Executive, 2 September 2009"
    (cut,) = cut_item(heading_of("267", "Inspection Review"), line, "It was AGREED.", EMBEDDER.pieces, 256)
    assert cut.embedded == "267 Inspection Review\nMarl Executive, 2 September 2009\nIt was AGREED."


def test_a_long_minute_is_cut_at_paragraphs() -> None:
    text = "\n\n".join([PARAGRAPH.strip()] * 4)
    cuts = cut_item("1 Buses", "Cabinet", text, EMBEDDER.pieces, 256)
    assert [cut.text for cut in cuts] == [PARAGRAPH.strip()] * 4


def test_a_paragraph_of_many_sentences_is_cut_at_sentences() -> None:
    text = PARAGRAPH.strip() + " " + PARAGRAPH.strip()
    cuts = cut_item("1 Buses", "Cabinet", text, EMBEDDER.pieces, 256)
    assert len(cuts) > 1
    assert " ".join(cut.text for cut in cuts) == text
    assert all(cut.text.endswith("savings.") for cut in cuts)


def test_list_items_are_passages_of_their_own_unless_they_are_small() -> None:
    text = "\n".join([f"- {PARAGRAPH.strip()}", "- Noted.", "- Agreed.", f"- {PARAGRAPH.strip()}"])
    cuts = cut_item("1 Buses", "Cabinet", text, EMBEDDER.pieces, 256)
    assert [cut.text[:8] for cut in cuts] == ["- The Di", "- Noted.", "- The Di"]
    assert cuts[1].text == "- Noted.\n- Agreed."


def test_a_heading_alone_is_a_passage() -> None:
    (cut,) = cut_item("5 Close", "Cabinet", "", EMBEDDER.pieces, 256)
    assert (cut.start, cut.end, cut.embedded) == (0, 0, "5 Close\nCabinet")


def test_a_heading_gone_wrong_leaves_room_for_the_text() -> None:
    (first, *_) = cut_item("word " * 500, "name " * 500, "It was AGREED.", EMBEDDER.pieces, 256)
    assert first.text == "It was AGREED."
    assert EMBEDDER.pieces(first.embedded) + 2 <= 256


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.one_of(
            st.sampled_from([PARAGRAPH, "Agreed. ", "\n\n", "\n", "x" * 700, "£3.65m; ", " "]), st.text(max_size=30)
        ),
        max_size=12,
    )
)
def test_passages_fit_never_overlap_and_lose_no_word(parts: list[str]) -> None:
    text = "".join(parts)
    cuts = cut_item("267 Inspection Review", "Marl Executive, 2 September 2009", text, EMBEDDER.pieces, 256)
    at = 0
    for cut in cuts:
        assert EMBEDDER.pieces(cut.embedded) + 2 <= 256
        assert cut.text == text[cut.start : cut.end]
        assert not text[at : cut.start].strip()
        at = cut.end
    assert not text[at:].strip()


def test_the_key_tells_embedder_place_and_words_apart() -> None:
    (cut,) = cut_item("1 A", "Cabinet", "Minutes approved as read.", EMBEDDER.pieces, 256)
    (other,) = cut_item("1 A", "Cabinet", "Minutes approved as amended.", EMBEDDER.pieces, 256)
    keys = {passage_key("m", "s/0/1", cut), passage_key("n", "s/0/1", cut), passage_key("m", "s/0/2", cut)}
    assert len(keys | {passage_key("m", "s/0/1", other)}) == 4
