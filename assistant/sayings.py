"""What people say in several words for what minutes name in others: "lollipop lady" for the school crossing patrol.

Read from sayings.txt, written by hand from general knowledge of what councils, partnerships and boards deal with, as
:mod:`assistant.everyday` is for single words.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from assistant.terms import STOP_WORDS, words_of

DEGREE = 0.8
#: A text may write "&" or leave it out; "in the red" without "in" is something else.
_JOINING = frozenset("a an and for of the to".split())


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a question that stand together for others: ``stems`` those words, ``first`` the first telling one,
    ``others`` the stems of each wording that may stand for them, and ``written`` the plainest of those, empty where
    the question is as minutes write; ``alone`` is a wording of one word, which must stand as it is or in the plural.
    """

    stems: frozenset[str]
    first: str
    others: tuple[frozenset[str], ...]
    written: str = ""
    alone: str = ""


def sayings_in(asked: str) -> list[Saying]:
    """What ``asked`` says in words for which minutes have others, or the other way round."""
    words = [word.stem for word in words_of(asked)]
    said = {word.word for word in words_of(asked)}
    found = []
    for phrase, saying in _known(words):
        size = len(phrase)
        # A stem alone is too little: who asks why something was allowed does not ask about allowances.
        if size == 1 and not {saying.alone, f"{saying.alone}s"} & said:
            continue
        if any(tuple(words[at : at + size]) == phrase for at in range(len(words) - size + 1)):
            found.append(saying)
    return found


def _known(words: list[str]) -> Iterator[tuple[tuple[str, ...], Saying]]:
    table = _table()
    for word in dict.fromkeys(words):
        yield from table.get(word, ())


@cache
def _table() -> dict[str, list[tuple[tuple[str, ...], Saying]]]:
    """The sayings by the first stem of their wording."""
    table: dict[str, list[tuple[tuple[str, ...], Saying]]] = {}
    for line in files("assistant").joinpath("sayings.txt").read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        said, written = (side.split(",") for side in line.split(" = "))
        for own, others, plain in ((said, written, written[0].strip()), (written, said, "")):
            stands = tuple(_stems(other) for other in others)
            for one in own:
                words = words_of(one)
                phrase = tuple(word.stem for word in words)
                first = next((word.stem for word in words if word.word not in STOP_WORDS), phrase[0])
                alone = words[0].word if len(words) == 1 else ""
                saying = Saying(frozenset(phrase), first, stands, plain, alone)
                table.setdefault(phrase[0], []).append((phrase, saying))
    return table


def _stems(wording: str) -> frozenset[str]:
    return frozenset(word.stem for word in words_of(wording) if word.word not in _JOINING)
