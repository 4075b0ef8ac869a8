"""Whether quotes hold the particular that is asked for: so many of the things counted, a sum for what was paid for, a
name for what is to be named, a reason, or that a thing came about.

A sort of fact next to the topic is not enough: "the promised 16 space car park at the base of the flats" holds a count,
but none of flats.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import pairwise

from assistant.coverage import Term, coverage, matches
from assistant.naming import Naming, names_in, naming_of, unnamed
from assistant.post_holders import asks_holder, names_holder
from assistant.searching import Asked
from assistant.sentences import lay_out
from assistant.sorts import found, holds
from assistant.sums import AWAITED, NO_SUM, PRICED, SUM_ASKED, sums_for
from assistant.terms import STOP_WORDS, stems_in, words_of
from assistant.told_acts import untold_act

_MEANT = 0.5
_BEFORE, _BEHIND = 3, 4
#: So many sentences are the whole of a quote.
_WHOLE = 99
_MANY = re.compile(
    r"\bhow many\b(?! (?:per ?cent|times|things|clauses|items|decisions|points|matters|meetings)\b)", re.IGNORECASE
)
_AND_WHO = re.compile(
    r"\band (?:who|which|whom|what are they)\b"
    r"|\bhow many\b.{0,60}?\b(?:were|was|are|got|been) (?:\w+ )?(?:appointed|elected|co-?opted|nominated|named|chosen"
    r"|selected|put forward)\b",
    re.IGNORECASE,
)
"""Those who are named can be counted."""
_LABEL = re.compile(r"\W*\d+$")
_NUMBER_OF = re.compile(r"\bnumbers? of (?:(?!\bnumbers? of\b)[^;:])*$", re.IGNORECASE)
_BARE = re.compile(
    r"\s+(?:were|was|are|have|had|has|in total|in number|in all|altogether|by|so far|to date"
    r"|of (?:which|whom|these|those|them))\b",
    re.IGNORECASE,
)
#: Words for people, any of whom may be counted by another ("35 residents signed": how many names).
_PEOPLE = stems_in(
    "people persons folk folks residents visitors attendees members names users individuals guests children adults"
    " pupils participants volunteers families households locals public parents students attended turned came present"
    " responses respondents signatures"
)
_NOT = re.compile(
    r"\b(?i:nil|nothing|without|free|none|never|nobody|no one|cannot)\b|\b[Nn]o (?!\d)|n['’]t\b"
    r"|\b(?:is|are|was|were|has|have|had|do|does|did|could|would|will|should|can) not\b"
)
_STILL = re.compile(rf"{_NOT.pattern}|\b(?i:still|remain\w*|continu\w+|instead)\b")
_LEANS = re.compile(r"\W*(?:It|They|Th(?:is|at|ese|ose)|He|She|[£€$]|\d)")
_DAY_ASKED = re.compile(
    r"\b(?:what|which|exact) (?:exact |actual )?(?:date|day)\b(?! of the (?:next )?meeting)", re.IGNORECASE
)
_DAY = re.compile(
    r"\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:January|February|March|April|May|June|July|August|September"
    r"|October|November|December)|(?i:tomorrow|yesterday|today|easter|christmas))\b|\b\d{1,2}(?:st|nd|rd|th)\b"
    r"|\b\d{1,2}[/.]\d{1,2}[/.]\d{2}"
)
_WHY = re.compile(r"\bwhy\b|\bhow come\b|\bfor what reason\b|\bwhat (?:was|is) the reason", re.IGNORECASE)
_BECAUSE = re.compile(
    r"\(\D{4,60}\)|\b(?:defer\w*|postpon\w+|adjourn\w+|put off)\b[^.;]{0,60}\bfor\b"
    r"|\b(?:because|due to|owing to|as a result|in order to|so that|so as to|since (?!\d|\w+ \d)"
    r"|as (?:it|they|there|he|she|this|these|that|the|no|a|an|some|many|most|we)\b|in view of|given (?:the|that)"
    r"|reasons?|grounds|concern\w*|to (?:enable|allow|ensure|avoid|help|make|give|deter|prevent|stop|reduce|improve"
    r"|provide|raise|keep|meet|save|protect|bring|get|encourage|support|see|discuss|find)|for (?:the )?\w+(?:ing|ance"
    r"|tion|ment)|following|clash\w*|instead|after|so|therefore|hence|thus|led to|result\w*|caus\w+|lack of|unable"
    r"|not|too|worr\w+|in light of|pending|subject to|unless|until|felt|on account of|prevent|but|needs?|no longer"
    r"|although|would)\b",
    re.IGNORECASE,
)
_EVER = re.compile(
    r"^\W*(?:and |so )?(?:did|was|were|has|have|is|are)\b.*?\b(?:ever|in the end|actually|finally|eventually)\s+"
    r"(?P<did>\w.*)",
    re.IGNORECASE,
)
_WORK = re.compile(
    r"(?:put (?:up|in|back)|install|built|finish|complet|fix|mend|repair|replac|open|deliver|arriv|done\b)",
    re.IGNORECASE,
)
_WORK_DONE = re.compile(
    r"\b(?:install\w*|erect\w*|fitted|in place|put (?:up|in|back)|complet\w+|finish\w*|built|repair\w*|mended|fixed"
    r"|replac\w+|open\w*|done|arriv\w+|deliver\w+|now (?:up|in|been)"
    r"|(?:has|have|had|was|were) (?:now |since |not )?(?:been )?\w+ed)\b"
    rf"|{_NOT.pattern}",
    re.IGNORECASE,
)

_ONE_OF_SEVERAL = re.compile(
    r"\b(?:month|quarter|phase|stage|tranche|lot|block|plot|option|tier|band|round|version|week|[qm](?=\d))s? ?"
    r"(?P<number>\d{1,2})\b(?!(?:st|nd|rd|th|[/.:,]\d)| (?:per ?cent|weeks|months|years|days))",
    re.IGNORECASE,
)
"""One of several things told apart by their number: "month 9", "phase 2", "Q3"."""
_HALF = 0.5
_CARDINALS = "nought one two three four five six seven eight nine ten eleven twelve".split()
_ORDINALS = "last first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()


def lacks_particular(asked: Asked, quotes: Sequence[str], title: str = "") -> bool:
    """Is a number, a sum, a name, a reason or an outcome asked for that no sentence of ``quotes``, those of the minute
    that answers best, has for the thing asked about? A quote that says that there was none lacks nothing. ``title`` is
    that of the minute: what it names need not be named again ("the scheme")."""
    own = asked.question.own or asked.question.text
    kind = asked.question.kind
    told = " ".join(quotes)
    if (post := asks_holder(own)) is not None:
        return not names_holder(post, f"{title} {told}")
    if (one := _ONE_OF_SEVERAL.search(own)) and not _numbers_it(int(one["number"]), f"{title} {told}"):
        return True
    if kind != "decision" and "money" in asked.wants and SUM_ASKED.search(own):
        priced = _told(asked, quotes, partial(_sums, asked), before=_WHOLE, named=True)
        told_of = priced or _priced_under(asked, quotes, title)
        if _awaited(asked, quotes):
            return True
        return not (NO_SUM.search(told) or (told_of and _sum_for_it(asked, own, quotes, title)))
    if _MANY.search(own):
        listed = _AND_WHO.search(own) and _all_named(asked, Naming("any", share=_MEANT), quotes)
        return not (_none_of_it(asked, own, quotes[0]) or _counted(asked, own, quotes) or listed)
    if (naming := naming_of(own)) and (kind != "decision" or naming.what == "chosen"):
        none = naming.what != "person" and _NOT.search(quotes[0])
        return not (none or unnamed(told) or _all_named(asked, naming, quotes, title))
    if _DAY_ASKED.search(own):
        return not (_NOT.search(told) or _DAY.search(told))
    if _WHY.search(own):
        return not (_STILL.search(quotes[0]) or _BECAUSE.search(told))
    return untold_act(own, f"{title} {told}") or _not_come_about(asked, own, told)


def _numbers_it(number: int, told: str) -> bool:
    """Does ``told`` have the number by itself, in figures or in words, first or one?"""
    figures = rf"(?<![\d.,£$€/-])0?{number}(?:st|nd|rd|th)?(?![\d%]|[.,:/]\d)"
    words = [rf"\b{worded[number]}\b" for worded in (_CARDINALS, _ORDINALS) if number < len(worded)]
    return re.search("|".join((figures, *words)), told, re.IGNORECASE) is not None


def _told(
    asked: Asked,
    quotes: Sequence[str],
    has: Callable[[str], bool],
    before: int = 0,
    named: bool = False,
    share: float = 0.0,
    title: str = "",
) -> bool:
    """Has a sentence what ``has`` tells, and it, or so many sentences before it, a word of what is asked, and such a
    ``share`` of all, with the ``title``? ``named`` says that a name is such a word too."""
    telling = [one for one in _own_terms(asked) if not (one.plain or one.given)]
    telling = (telling if named else [one for one in telling if not one.named]) or telling
    sentences = [one for quote in quotes for one in _sentences(quote)]
    for at, sentence in enumerate(sentences):
        near = sentences[max(0, at - before) : at + 1]
        stems = stems_in(" ".join(near))
        whole = stems | stems_in(title)
        if has(sentence) and (not telling or (_meant(telling, stems) and _covered(telling, whole) >= share)):
            return True
    return False


def _priced_under(asked: Asked, quotes: Sequence[str], title: str) -> bool:
    """Is all that is asked about named in the title, and a sentence has a sum as a cost?"""
    telling, named = [one for one in _own_terms(asked) if not (one.plain or one.given)], stems_in(title)
    if not telling or not all(_meant([one], named) for one in telling):
        return False
    return any(_sums(asked, one) and PRICED.search(one) for quote in quotes for one in _sentences(quote))


def _sum_for_it(asked: Asked, own: str, quotes: Sequence[str], title: str) -> bool:
    """Is a sum told as what is asked for, a salary or what a thing was sold for, where the question says which?"""
    pairs = [pair for quote in quotes for pair in pairwise((title, *_sentences(quote)))]
    return all(
        any(
            _sums(asked, one) and told.search(f"{title} {before if _LEANS.match(one) else ''} {one}")
            for before, one in pairs
        )
        for told in sums_for(own)
    )


def _awaited(asked: Asked, quotes: Sequence[str]) -> bool:
    """Is the sum still to come, in the sentence that has most of what is asked about, where no sum stands?"""
    telling = [one for one in _own_terms(asked) if not (one.plain or one.given)]
    covered = [(_covered(telling, stems_in(one)), one) for quote in quotes for one in _sentences(quote)]
    most = max((share for share, _ in covered), default=0.0)
    best = [one for share, one in covered if share == most >= _MEANT]
    return bool(best) and not any(_sums(asked, one) for one in best) and any(AWAITED.search(one) for one in best)


def _own_terms(asked: Asked) -> Sequence[Term]:
    """The terms of the turn itself where it has any: what the turns before asked about is not asked again."""
    own = stems_in(asked.question.own or asked.question.text)
    return [one for one in asked.terms if one.stem in own] or asked.terms


def _sums(asked: Asked, sentence: str) -> bool:
    """Has the sentence a sum, or the share by which one changed?"""
    return any(holds(sort, sentence, asked.known) for sort in ("money", "percentage"))


def _sentences(quote: str) -> list[str]:
    return [quote[one.start : one.end] for one in lay_out(quote).sentences]


def _meant(terms: Sequence[Term], stems: Iterable[str]) -> bool:
    """Do any of the stems stand for any of the terms?"""
    return max(matches(terms, stems), default=0.0) >= _MEANT


def _covered(terms: Sequence[Term], stems: Iterable[str]) -> float:
    return coverage(terms, matches(terms, stems))


def _counted(asked: Asked, own: str, quotes: Sequence[str]) -> bool:
    """Has a number what is asked about beside it, or people where people are counted? A number that counts what was
    said before ("107 were returned"), or people under another name, is looked at with that sentence."""
    own_words = stems_in(own)
    telling = [one for one in asked.terms if one.stem in own_words and not (one.plain or one.named)]
    named = [one for one in telling if one.stem in asked.focus] or telling
    match = _MANY.search(own)
    people = match is not None and any(word.stem in _PEOPLE for word in words_of(own[match.end() :])[:3])
    for before, sentence in pairwise(("", *(one for quote in quotes for one in _sentences(quote)))):
        for start, end in found("count", sentence):
            beside = _beside(sentence, start, end)
            if _meant(named, _numbered(sentence[:start])):
                return True
            if people and not _PEOPLE.isdisjoint(beside):
                return True
            if _meant(telling, beside) if telling else not people:
                return True
            leans = named if _BARE.match(sentence, end) else () if _PEOPLE.isdisjoint(beside) else telling
            if leans and _meant(leans, stems_in(f"{before} {sentence}")):
                return True
    return False


def _none_of_it(asked: Asked, own: str, quote: str) -> bool:
    """Is it denied of what is asked about, and not of something else that the same paragraph tells?"""
    own_words = stems_in(own)
    telling = [one for one in asked.terms if one.stem in own_words and not (one.plain or one.named)]
    denied = (stems_in(one) for one in _sentences(quote) if _NOT.search(one))
    return any(not telling or _covered(telling, stems) >= _HALF for stems in denied)


def _numbered(before: str) -> frozenset[str]:
    """The stems of what a number behind ``before`` counts: "the number of rooms let this year had fallen to"."""
    what = _NUMBER_OF.search(before)
    return frozenset() if what is None or found("count", what[0]) else frozenset(stems_in(what[0]))


def _beside(sentence: str, start: int, end: int) -> frozenset[str]:
    """The stems beside a number; none beside the label of a paragraph ("20. A list …")."""
    if _LABEL.match(sentence[:end]) and sentence[end : end + 1] in (".", ")"):
        return frozenset()
    words = words_of(sentence)
    before = [word.stem for word in words if word.end <= start][-_BEFORE:]
    return frozenset(before + [word.stem for word in words if word.start >= end][:_BEHIND])


def _not_come_about(asked: Asked, own: str, told: str) -> bool:
    """Is it asked whether something ever happened, and what happened not in the quotes?"""
    match = _EVER.search(own)
    if match and _WORK.match(match["did"]):
        return _WORK_DONE.search(told) is None
    done = [word.stem for word in words_of(match["did"]) if word.word not in STOP_WORDS][:1] if match else []
    terms = [one for one in asked.terms if one.stem in done]
    return bool(terms) and not _meant(terms, stems_in(told))


def _all_named(asked: Asked, naming: Naming, quotes: Sequence[str], title: str = "") -> bool:
    """Have the quotes as many names as are asked for, and one beside what is asked?"""
    own = asked.question.own or asked.question.text
    names = partial(names_in, naming, own, initials=asked.known.initials if naming.what == "chosen" else frozenset())
    if len({name for quote in quotes for one in _sentences(quote) for name in names(one)}) < naming.many:
        return False
    return _told(
        asked,
        quotes,
        lambda sentence: bool(names(sentence)),
        share=naming.share,
        title=title if naming.what == "firm" else "",
    )
