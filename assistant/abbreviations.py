"""Abbreviations that the minutes explain themselves: "the Joint Strategic Needs Assessment (JSNA)"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from functools import lru_cache

from wordfreq import zipf_frequency

from assistant.terms import STOP_WORDS, words_of
from index_store.catalogue import Catalogue

#: Not told from words, titles and times of day when letters are folded.
_WORDS = STOP_WORDS | frozenset("am pm mr mrs ms dr st co no ed la ad cc".split())
_SMALL = frozenset("a an and at by for from in of on or the to with".split())
_SHORT = re.compile(r"\(\s*[\"'‘“]?[A-Z][A-Za-z&]{1,9}[\"'’”]?\s*\)")
"""What stands in every match of the next: looked for first, it costs next to nothing."""
_EXPLAINED = re.compile(r"((?:[\w’'&-]+[ \n]+){2,9})\(\s*[\"'‘“]?([A-Z][A-Za-z&]{1,8}?)s?[\"'’”]?\s*\)")
_LONGEST = 8
#: Less frequent (Zipf) than any word that people use, and than what is known to all by its letters ("NHS").
_NO_WORD, _NOT_KNOWN = 2.5, 3.2
_EXPLAINS = re.compile(r"\b([A-Z]{2,8})\s+\(((?:[A-Z][\w’'-]+|of|and|for|the|in|to|on)(?:\s+[\w’'&-]+){1,7})\)")


def abbreviations_in(paragraphs: Iterable[str]) -> dict[str, str]:
    """Long forms by folded abbreviation, the first explanation of each counting.

    An explanation is believed where the initials of its words, small ones left out or not, spell the abbreviation.
    """
    held: dict[str, str] = {}
    for text in paragraphs:
        if "(" not in text:
            continue
        explained = _EXPLAINED.finditer(text) if _SHORT.search(text) else ()
        found = [(match[2], _spelling(match[1].split(), match[2])) for match in explained]
        for match in _EXPLAINS.finditer(text):
            whole = " ".join(match[2].split())
            found.append((match[1], whole if _spelling(whole.split(), match[1]) == whole else ""))
        for short, long in found:
            if long and short.casefold() not in _WORDS:
                held.setdefault(short.casefold(), long)
    return held


def _spelling(words: list[str], short: str) -> str:
    """The last of ``words`` whose initials spell ``short``, longest first; empty where none do."""
    letters = re.sub(r"[^a-z]", "", short.casefold())
    for start in range(len(words)):
        run = words[start:]
        if run[0].casefold() in _SMALL or not run[0][0].isalpha() or len(run) < 2:
            continue
        parts = [part for word in run for part in re.split(r"[-’'&]", word) if part]
        telling = [part for part in parts if part.casefold() not in _SMALL]
        if letters in ("".join(p[0] for p in parts).casefold(), "".join(p[0] for p in telling).casefold()):
            return " ".join(run)
    return ""


def implied_by(titles: Iterable[str]) -> dict[str, str]:
    """Abbreviations of three letters and more that nobody explains, folded, with the one run of words in the ``titles``
    whose initials they are: CRMP for "Community Risk Management Plan". Those of several runs are left out."""
    runs: dict[str, dict[str, str]] = {}
    for title in titles:
        for stretch in re.split(r"[^\w\s'’&-]+|\d+|\s[-–—]\s", title):
            words = stretch.split()
            for start in range(len(words)):
                for run in (words[start:end] for end in range(start + 3, min(len(words), start + _LONGEST) + 1)):
                    short = "".join(word[0] for word in run if word.casefold() not in _SMALL).casefold()
                    if len(short) > 2 and short.isalpha() and not {run[0].casefold(), run[-1].casefold()} & _SMALL:
                        runs.setdefault(short, {}).setdefault(" ".join(run).casefold(), " ".join(run))
    return {short: next(iter(found.values())) for short, found in runs.items() if len(found) == 1}


def written_out(asked: str, implied: Mapping[str, str], used: Callable[[str], bool]) -> str:
    """``asked`` with those of ``implied`` written out that no minute has ``used``: in capitals among small letters, or
    as no word is spelt."""
    shouted = asked.isupper()

    def long(match: re.Match[str]) -> str:
        short = match[0].casefold()
        meant = zipf_frequency(short, "en") < (_NOT_KNOWN if match[0].isupper() and not shouted else _NO_WORD)
        return implied[short] if meant and short in implied and not used(short) else match[0]

    return re.sub(r"\b[A-Za-z]{3,8}\b", long, asked)


def stems_spelt(abbreviations: Mapping[str, str]) -> dict[str, frozenset[str]]:
    """The stems of each long form without its small words, by folded abbreviation."""
    return {
        short: frozenset(word.stem for word in words_of(long) if word.word not in _SMALL)
        for short, long in abbreviations.items()
    }


@lru_cache(maxsize=4)
def _implied(catalogue: Catalogue) -> dict[str, str]:
    held = (catalogue.items(meeting.id) for meeting in catalogue.meetings())
    return implied_by(item.title for items in held for item in items if item.title)


def spelt_out(text: str, catalogue: Catalogue) -> str:
    """Staff write CRMP where the minutes only have a Community Risk Management Plan."""
    aliases = {alias.casefold() for body in catalogue.bodies() for alias in body.aliases}
    return written_out(text, _implied(catalogue), lambda short: short in aliases or bool(catalogue.phrase(short)))
