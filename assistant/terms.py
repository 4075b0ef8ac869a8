"""Words as the index sees them: folded, without stop words, stemmed the way that SQLite's full-text search stems."""

from __future__ import annotations

import re
import sqlite3
import threading
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:[.:]\d+)*|[^\W\d_]+(?:'[a-z]+)?")
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL = {word: str(at) for at, word in enumerate([*_UNITS.split(), "seventeen", "eighteen", "nineteen"])}
_TENS = {
    word: str(at * 10)
    for at, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety hundred".split(), start=2)
}
NUMBER_WORDS = {**_SMALL, **_TENS, "dozen": "12"}

STOP_WORDS = frozenset(
    """
    a able about above across actually after again against ahead all almost along already also although always
    am among an and another any anybody anymore anyone anything anyway anywhere apart apparently are aren't
    arent around as at away back be became because become been before being below between bit both but by came
    can can't cannot cant certainly clearly come comes coming completely could couldn't couldnt definitely
    despite did didn't didnt do does doesn't doesnt doing don't done dont down during each easily either else
    end ended ends enough especially etc even eventually ever every everybody everyone everything far few
    finally find folk folks for from fully further gave generally get gets getting give given gives go goes
    going gone got had hadn't hadnt happen happened happening happens hardly has hasn't hasnt have haven't
    having he he'd her here heres hers herself him himself his how however hows i i'd i'm if im in including
    instead into is isn't isnt it it's itll its itself ive just keep kind knew know known knows last later least
    let lets like loads lot lots made mainly make makes making many may maybe me meanwhile might mine more most
    mostly much must my myself near nearly need neither never next no nobody none nor not nothing now obviously
    of off often on once one's only onto or other others otherwise our ours ourselves out over own particularly
    per perhaps please pls possibly presumably probably properly put puts putting quite rather re really recent
    recently regarding roughly s said same saw say saying says see seeing seem seems seen she should shouldn't
    shouldnt simply since so some somebody somehow someone something sometimes somewhere soon sort sorts still
    stuff such supposed sure take taken takes tell telling than thank thanks that that's thats the their theirs
    them themselves then there there's therefore theres these they they're theyre theyve thing things think this
    those though through throughout thus till to together told too took toward towards tried tries try trying
    under unless until up upon us use used using usually various very via want wanted wants was wasn't wasnt way
    we we'd we're well went were weren't werent weve what what's whatever whats when where whereabouts wheres
    whether which while who who's whoever whom whos whose why will with within without won't wonder wont would
    wouldn't wouldnt yeah yes yet you your youre yours yourself eh ok okay hi hello
    """.split()
)

#: What nearly every minute and every question has: they tell what sort of thing is asked, hardly which.
PLAIN_WORDS = frozenset(
    """
    agree agreed agreement decide decided decision decisions resolve resolved resolution approve approved
    conclude concluded conclusion outcome result upshot note noted report reported reports update updated
    discuss discussed discussion consider considered meeting meetings minute minutes item items minuted board
    group committee council councillor councillors cllr member members chair chairman body panel cost costs
    costing price priced pay paid spend spent spending charge fee amount sum money figure figures number numbers
    many count total percentage percent proportion share date day month year years time times name names named
    person people person's reason explain describe details detail information list latest current currently
    position status state stand standing show shown ask asked mention mentioned matter matters issue issues
    point points regard concerning according held hold record recorded receive received hear heard learn learned
    view views response first second third new old several annual yearly monthly average exact exactly big large
    small long short high low much size
    """.split()
)


#: Words that Porter's rules take for another of quite another sense: "parking" is no "park".
_APART = frozenset(("parking",))


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a text: folded form, stem, and where it stands."""

    word: str
    stem: str
    start: int
    end: int
    capital: bool


def fold(text: str) -> str:
    """Case, typographic quotes and accents taken off; the length may change."""
    if text.isascii():
        return text.casefold()
    plain = unicodedata.normalize("NFKD", text.replace("’", "'").replace("‘", "'"))
    return "".join(c for c in plain if not unicodedata.combining(c)).casefold()


class _Stemmer:
    """Porter stems by SQLite's own tokenizer, so that they agree with the full-text index.

    Words are put into an empty index and taken back, not deleted: what deleting leaves there slows every next call.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._known: dict[str, str] = {}
        self._db = sqlite3.connect(":memory:", check_same_thread=False, isolation_level=None)
        self._db.execute("CREATE VIRTUAL TABLE words USING fts5(word, content='', tokenize='porter unicode61')")
        self._db.execute("CREATE VIRTUAL TABLE stems USING fts5vocab(words, instance)")

    def __call__(self, words: Iterable[str]) -> dict[str, str]:
        known, wanted = self._known, set(words)
        fresh = sorted(word for word in wanted if word not in known)
        if fresh:
            with self._lock:
                known.update(self._read([word for word in fresh if not word[0].isdigit()]))
                known.update((word, word) for word in fresh if word[0].isdigit() or word in _APART)
        return {word: known[word] for word in wanted}

    def _read(self, words: Sequence[str]) -> dict[str, str]:
        self._db.execute("BEGIN")
        try:
            self._db.executemany("INSERT INTO words(rowid, word) VALUES (?, ?)", enumerate(words, start=1))
            found = dict(self._db.execute("SELECT doc, term FROM stems WHERE offset = 0"))
        finally:
            self._db.execute("ROLLBACK")
        return {word: found.get(at, word) for at, word in enumerate(words, start=1)}


_stems = _Stemmer()


def stems(words: Iterable[str]) -> dict[str, str]:
    """The stem of each folded word; a number is its own."""
    return _stems(words)


@lru_cache(maxsize=60_000)
def words_of(text: str) -> tuple[Word, ...]:
    """Every word and number of ``text`` in order: numbers without commas, number words as digits, no "'s"."""
    found = [(plain_word(match.group()), match) for match in _WORD.finditer(_straight(text))]
    stem = stems(word for word, _ in found)
    return tuple(Word(word, stem[word], m.start(), m.end(), m.group()[0].isupper()) for word, m in found)


@lru_cache(maxsize=20_000)
def stems_in(text: str) -> frozenset[str]:
    """The stems of all words of ``text``."""
    return frozenset(stems(map(plain_word, printed_words(text))).values())


def stems_in_order(texts: Sequence[str]) -> list[tuple[list[str], int]]:
    """For each text the stems of its words in order, stop words left out, and how many words it has with them."""
    printed = [_WORD.findall(_straight(text)) for text in texts]
    plain = {one: plain_word(one) for one in frozenset[str]().union(*printed)}
    stem = stems(plain.values())
    telling = {one: stem[word] for one, word in plain.items() if word not in STOP_WORDS}
    return [([telling[one] for one in own if one in telling], len(own)) for own in printed]


def printed_words(text: str) -> frozenset[str]:
    """The words and numbers of ``text`` as they are printed."""
    return frozenset(_WORD.findall(_straight(text)))


@lru_cache(maxsize=100_000)
def plain_word(printed: str) -> str:
    """A printed word as :func:`words_of` gives it."""
    plain = fold(printed)
    plain = plain.replace(",", "") if plain[0].isdigit() else plain.removesuffix("'s")
    return NUMBER_WORDS.get(plain, plain)


def _straight(text: str) -> str:
    return text.replace("’", "'").replace("‘", "'")
