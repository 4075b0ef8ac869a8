"""Blocks and sentences: cut where an officer would, with offsets that slice back."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assistant.sentences import lay_out


def said(text: str) -> list[str]:
    return [text[one.start : one.end] for one in lay_out(text).sentences]


def test_sentences_end_at_full_stops_but_not_at_abbreviations() -> None:
    text = "Mr. J. Smith of No. 5 St. Mary's Ave. spoke at 7 p.m. The total was £3.65m. It was agreed, i.e. Carried."
    assert said(text) == [
        "Mr. J. Smith of No. 5 St. Mary's Ave. spoke at 7 p.m.",
        "The total was £3.65m.",
        "It was agreed, i.e. Carried.",
    ]


def test_bullets_keep_their_label_and_the_words_that_lead_them_in() -> None:
    text = "The following points were made:\n\n- Playpark – no news. It waits.\n- Bus shelter – mended."
    layout = lay_out(text)
    lead, first, second = layout.blocks
    assert (first.listed, first.lead, second.lead) == (True, 0, 0)
    assert text[first.content : first.label_end] == "Playpark – "
    assert (lead.listed, lead.lead) == (False, None)
    assert said(text)[1:] == ["- Playpark – no news.", "It waits.", "- Bus shelter – mended."]


def test_clauses_of_a_decision_are_sentences_with_their_labels() -> None:
    text = "It was AGREED:\n\n(i) that the report be noted; and\n(ii) that officers report back."
    assert said(text) == ["It was AGREED:", "(i) that the report be noted; and", "(ii) that officers report back."]


def test_a_very_long_sentence_is_cut_at_semicolons() -> None:
    clause = "the committee considered the matter at some length and asked for a further report on the costs of it"
    text = "; ".join([clause] * 6) + "."
    assert len(said(text)) == 6


@given(st.text(alphabet="aB. \n-•(i)1;:?!’£", max_size=120))
def test_every_word_is_in_exactly_one_sentence(text: str) -> None:
    layout = lay_out(text)
    covered = [at for one in layout.sentences for at in range(one.start, one.end)]
    assert len(covered) == len(set(covered))
    assert all(text[at].isspace() for at in set(range(len(text))) - set(covered)) or not any(
        c.isalnum() for at, c in enumerate(text) if at not in set(covered) and len(text) < 4
    )
    assert all(one.start < one.end <= len(text) for one in layout.sentences)


def test_a_heading_inside_a_minute_heads_the_paragraphs_behind_it() -> None:
    text = (
        "f) Active Travel\n\nThe Secretary reported that the cycle lanes would be consulted on again in the new year."
        "\n\nLibrary hours\n\nIt was noted that the library would open on Sundays from the first week of June 2025."
    )
    blocks = lay_out(text).blocks
    assert [one.heading for one in blocks] == [None, 0, None, 2]


def test_names_and_short_lines_are_no_headings() -> None:
    text = "Mr J Smith\n\nMrs A Jones\n\nCARRIED\n\nThe meeting closed at nine once all had been thanked."
    assert [one.heading for one in lay_out(text).blocks] == [None] * 4
