"""Sentences below headings that look like lists of people."""

from __future__ import annotations

from index_store.models import SourceText
from index_store.parser import parse

HEAD = "Marl Parish Council\n\nMinutes of the meeting held on 4 March 2020\n\nPresent: Cllr S. Vane, Cllr K. Orme\n\n"


def test_what_a_guest_speaker_told_is_no_list_of_guests() -> None:
    told = "Una Marsh, Master Thatcher and Beekeeper, gave a lively account of her trades."
    text = f"{HEAD}1. Apologies\n\nNone.\n\n2. Guest Speaker\n\n{told}\n\n3. Close\n"
    assert [one.name for one in parse(SourceText(text)).meetings[0].attendance] == ["S. Vane", "K. Orme"]
