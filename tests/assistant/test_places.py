"""Places in bodies' names hint at the body; words of every minute do not."""

from __future__ import annotations

from assistant.places import hinted, place_stems
from assistant.terms import stems
from index_store.held import Body


def _body(slug: str, name: str) -> Body:
    return Body(slug=slug, name=name, council=None, aliases=(), meetings=1, first="2024-01-01", last="2024-01-01")


BODIES = (
    _body("hollow-beck", "Hollow Beck Parish Council"),
    _body("port", "Port Sable Council"),
    _body("open", "Open Data Panel"),
)


def _stem(word: str) -> str:
    return stems([word])[word]


def test_names_of_places_belong_to_their_bodies() -> None:
    names = {_stem(word) for word in ("hollow", "beck", "port", "sable")}
    places = place_stems(BODIES, names)
    assert places == {
        _stem("hollow"): {"hollow-beck"},
        _stem("beck"): {"hollow-beck"},
        _stem("port"): {"port"},
        _stem("sable"): {"port"},
    }
    assert hinted([_stem("hollow"), _stem("beck"), _stem("port")], places) == {"hollow-beck"}
    assert hinted([_stem("data")], places) == frozenset()


def test_the_name_of_the_only_body_held_tells_nothing() -> None:
    assert place_stems(BODIES[:1], {_stem("hollow"), _stem("beck")}) == {}
