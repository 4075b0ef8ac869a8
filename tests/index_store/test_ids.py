from __future__ import annotations

from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from index_store.ids import day_ids, digest, item_ids, slugify, split_item_id


def test_ids_read_as_agreed() -> None:
    assert slugify("Leicestershire Together Executive") == "leicestershire-together-executive"
    assert slugify("Senior Officers' Group & Friends") == "senior-officers-group-and-friends"
    assert slugify("Comhairle Cathrach Átha Cliath") == "comhairle-cathrach-atha-cliath"
    assert item_ids(["267", "112/20", None, "80", "80", None]) == ["267", "112%2F20", "u1", "80", "80~2", "u2"]
    assert split_item_id("cabinet/2009-09-02/112%2F20") == ("cabinet/2009-09-02", "112%2F20")


def test_second_sitting_of_a_day_is_numbered_and_an_undated_one_is_known_by_its_words() -> None:
    assert day_ids("2009-09-02", ["", ""]) == ["2009-09-02", "2009-09-02.2"]
    assert day_ids("2009-09-02", [""], "agenda") == ["2009-09-02.agenda"]
    first, second, again = day_ids(None, ["one text", "another text", "one\n text"])
    assert first == f"undated-{digest('one text')}"
    assert second != first
    assert again == f"{first}.2"


def test_a_name_without_latin_letters_still_has_a_slug() -> None:
    assert slugify("Περιφερειακό Συμβούλιο") != slugify("Δημοτικό Συμβούλιο")
    assert slugify("議会").startswith("body-")


@given(st.lists(st.one_of(st.none(), st.text(max_size=8), st.sampled_from(["u1", "u2", "80", "80~2", "attendance"]))))
def test_items_of_a_meeting_never_share_an_id(numbers: list[str | None]) -> None:
    ids = item_ids(numbers)
    assert len(set(ids)) == len(ids)
    assert "attendance" not in ids
    assert not any("/" in one for one in ids)


@given(st.text(min_size=1).filter(lambda text: text == " ".join(text.split()) != "" and "~" not in text))
def test_the_number_as_printed_can_be_read_from_its_id(number: str) -> None:
    if number != "attendance":
        assert unquote(item_ids([number])[0]) == number
