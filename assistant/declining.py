"""Decides whether the evidence answers the question, and says why where it does not.

A cosine cannot tell a near miss from an answer. What is checked is whether the evidence has what was asked for: its
particular words, and the sort of fact next to them; and whether it stands out from the next best minute.
"""

from __future__ import annotations

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, fields
from datetime import date

from assistant.answer import Reason
from assistant.asks import untold
from assistant.concepts import tells_relation
from assistant.coverage import coverage
from assistant.evidence import Candidate
from assistant.foretold import only_foretold
from assistant.leaning import BARE
from assistant.particulars import lacks_particular
from assistant.people import ROLES, plain_name
from assistant.pieces import Piece
from assistant.post_holders import speaks_in
from assistant.question import Want
from assistant.rivals import tells_of_another
from assistant.searching import Asked
from assistant.sorts import found, held
from assistant.stated import asked_of_whom, unheard_of, unstated
from assistant.telling import CAME_TO_NOTHING, tells_next
from assistant.terms import stems_in
from assistant.times_written import times_written


@dataclass(frozen=True, slots=True)
class Grounds:
    """What speaks for answering from the best sentence, see :func:`grounds_of`. The same fields weigh it."""

    whole: float
    minute: float
    wanted_near: float
    found: float
    margin: float
    lacking: float
    lacking_who: float
    focus: float
    routine: float
    asks_fact: float


#: What `python -m eval.fit_declining` prints over the development halves of nine question sets.
WEIGHTS = Grounds(
    whole=0.59,
    minute=1.19,
    wanted_near=0.17,
    found=3.67,
    margin=0.7,
    lacking=-1.94,
    lacking_who=-1.08,
    focus=0.69,
    routine=0.48,
    asks_fact=0.07,
)
INTERCEPT = -6.44
ENOUGH, SURE = 0.33, 0.5
#: Where the same is asked of several meetings, each alone need not say it so well.
ENOUGH_OF_SEVERAL = 0.15
_TOPIC_HELD = 0.6
_ALL = 0.99
_SOME, _ABOUT = 0.5, 0.25
#: How near a word must be to who is asked about to name them.
_MEANT = 0.75
#: What may stand apart from the matter: a roll call, the hour.
_EITHER: frozenset[Want] = frozenset(("time", "votes"))
#: A paragraph that writes the year asked about goes before one that was only minuted in it.
_TIME_WRITTEN, _TIME_NOT_WRITTEN = 0.3, 0.6
#: How many days before a year what is set for it is minuted at most.
_SET_BEFORE = 240
_NOTHING = re.compile(
    rf"\b(?i:{CAME_TO_NOTHING}|nil|nothing|without|free)\b|\b[Nn]o (?!\d)|n['’]t\b"
    r"|\b(?:is|are|was|were|has|have|had|do|does|did|could|would|will|should|can) not\b"
)
_WILL = re.compile(r"\bwhen (?:will|is|are)\b|\bwill\b.*\bwhen\b", re.IGNORECASE)
_SOON = re.compile(r"\b(?:soon|shortly|next|later|within|until|weeks?|months?|term|imminent\w*)\b", re.IGNORECASE)
_IN_YEAR = re.compile(r"\d[^.;]*(?<!\bas )(?<!\bthan )\b(?:in|during|for) (?:19|20)\d\d\b(?![/–-]\d)")
_YEAR = re.compile(r"(?:19|20)\d\d")
_PLAIN_SORTS: frozenset[Want] = frozenset(("money", "percentage", "time", "votes", "count", "date"))
_PLAIN_TO_SEE: frozenset[Want] = frozenset(("money", "percentage", "time", "votes"))


def grounds_of(ranked: Sequence[Candidate], asked: Asked) -> Grounds:
    """The grounds of the first of ``ranked``: coverage of the terms by what surrounds it and by its minute, by the
    words next to the fact wanted; the minute's search score; how far it leads the best sentence of another minute;
    whether its paragraph lacks the sort of fact (a number or date, or a person, place or reason, which may be told in
    other ways) without saying that nothing came of it."""
    best = ranked[0]
    lacks = best.signs.wanted_block < 1.0 and not best.signs.outcome
    other = next((one.score for one in ranked if one.minute.item.id != best.minute.item.id), 0.0)
    return Grounds(
        whole=best.signs.whole,
        minute=coverage(asked.terms, best.matched.minute),
        wanted_near=best.signs.wanted_near,
        found=best.minute.score,
        margin=best.score - other,
        lacking=float(lacks and bool(asked.wants & _PLAIN_SORTS)),
        lacking_who=float(lacks and not asked.wants & _PLAIN_SORTS),
        focus=asked.focused(best.matched.blocks[best.read.layout.sentences[best.at].block]),
        routine=best.signs.routine,
        asks_fact=float(bool(asked.wants)),
    )


def _only_past(said: str, best: Candidate, asked: Asked) -> bool:
    """Is it asked when something will be, and are there no dates in the quotes but years past when it was minuted?"""
    held_on = best.minute.item.meeting.date
    if "date" not in asked.wants or held_on is None or not _WILL.search(asked.question.own or asked.question.text):
        return False
    dates = [said[start:end] for start, end in found("date", said, asked.known)]
    return (
        bool(dates)
        and not (_SOON.search(said) or _NOTHING.search(said))
        and all(_YEAR.fullmatch(one) and one < held_on[:4] for one in dates)
    )


def _beside_the_point(best: Candidate, asked: Asked, quotes: Sequence[Piece]) -> bool:
    """Is an amount, a share, a time, votes, who moved or what somebody said wanted, and nothing of the sort quoted, nor
    that nothing came of it? A sum in a paragraph that has nothing else of what is asked is that of another matter."""
    own, told = asked.question.own or asked.question.text, " ".join(quote.text for quote in quotes)
    if (
        untold(own, told)
        or _unstated(asked, own, told, best.minute.item.title or "")
        or not speaks_in(f"{best.minute.item.title or ''} {best.minute.item.text.text}", own, asked.question.holders)
        or _silent(asked, own, f"{best.minute.item.title or ''} {best.minute.item.text.text}")
        or _too_early(best, asked)
        or _of_another_year(told, best, asked)
        or _off_the_roll(asked, own, told)
        or only_foretold(own, told)
    ):
        return True
    if _only_past(told, best, asked):
        return True
    plain = asked.wants & _PLAIN_TO_SEE if asked.question.kind != "decision" else frozenset()
    if not plain or _NOTHING.search(best.text):
        return False
    return not any(
        held(plain, one.text, asked.known) and (plain & _EITHER or _near_topic(one, best, asked)) for one in quotes
    )


def _silent(asked: Asked, own: str, minute: str) -> bool:
    """Is it asked what somebody said, none of the people held, whom the minute does not mention?"""
    whom = asked_of_whom(own)
    if whom is None or whom[0] != "says" or asked.question.people or asked.question.body_words:
        return False
    meant = {stem for term in asked.terms if term.stem in whom[1] for stem, far in term.likes.items() if far >= _ABOUT}
    return (whom[1] | meant).isdisjoint(stems_in(minute))


def _off_the_roll(asked: Asked, own: str, told: str) -> bool:
    """Is it asked who came, chaired or was away, and do the quotes only mention those of whom it is asked?"""
    return asked.question.kind == "attendance" and not asked.question.numbers and not tells_relation(own, told)


def _lacking(asked: Asked, own: Sequence[Piece], quotes: Sequence[Piece]) -> bool:
    """Do neither the quotes of the best minute nor those of others have the particular asked for?"""
    others = [quote.text for quote in quotes if quote not in own]
    title = own[0].item.title or ""
    lacks = lacks_particular(asked, [quote.text for quote in own], title)
    return lacks and (not others or lacks_particular(asked, others))


def _near_topic(quote: Piece, best: Candidate, asked: Asked) -> bool:
    """Do the paragraphs of the quote, or those next to them, match any of the telling words asked?"""
    layout = best.read.layout
    first, last = (layout.sentences[layout.at(at) or 0].block for at in (quote.start, quote.end - 1))
    near = {*range(first - 1, last + 2), *(lead for lead in (layout.blocks[first].lead,) if lead is not None)}
    told = [best.matched.blocks[at] for at in near if 0 <= at < len(best.matched.blocks)]
    telling = [at for at, term in enumerate(asked.terms) if not (term.plain or term.given)]
    return not telling or best.signs.titled >= _ABOUT or any(own[at] >= _SOME for own in told for at in telling)


def _too_early(best: Candidate, asked: Asked) -> bool:
    """Is a year asked about, and the minute long before it and does not write it ("the precept for 2022/23")?"""
    times, held = times_written(asked.question.periods), best.minute.item.meeting.date
    begins = [one.date_from for one in asked.question.periods if one.date_from]
    if times is None or held is None or not begins:
        return False
    early = (date.fromisoformat(min(begins)) - date.fromisoformat(held)).days > _SET_BEFORE
    return early and not times.search(f"{best.minute.item.title or ''}\n{best.read.text}")


def _of_another_year(told: str, best: Candidate, asked: Asked) -> bool:
    """Is a number or a sum of a year asked for, and is the one told that of another ("318 were issued in 2024")?"""
    years = {
        one.date_from[:4]
        for one in asked.question.periods
        if one.precision == "year" and one.relation == "in" and one.date_from and one.date_from[:4] in one.words
    }
    if not years or not asked.wants & {"count", "money"}:
        return False
    whole = f"{best.minute.item.title or ''}\n{best.read.text}"
    return _IN_YEAR.search(told) is not None and not any(year in whole for year in years)


def _unstated(asked: Asked, own: str, told: str, title: str) -> bool:
    """Is it asked what somebody said or decided, none of those who were there nor a body held, and not told?"""
    whom = asked_of_whom(own)
    body = "" if asked.question.other_body else asked.question.body_words
    ours = stems_in(" ".join((body or "", *asked.question.spoken)))
    # What somebody said is told under a title that names them ("Chief Executive's report").
    if whom and (whom[1] & ours or (whom[0] == "says" and whom[1] <= stems_in(title))):
        return whom[0] == "says" and not _named_in(asked, f"{title} {told}")
    meant = {term.stem: [stem for stem, far in term.likes.items() if far >= _MEANT] for term in asked.terms}
    return unstated(own, meant, told)


def _named_in(asked: Asked, told: str) -> bool:
    """Has ``told`` the one person asked about, by surname or initials, or somebody by an office alone? Another Tim is
    not Tim Berners-Lee."""
    names = {plain_name(name) for name in asked.question.people}
    if len(asked.question.spoken) != 1 or not names or ROLES.search(told):
        return True
    words = stems_in(told)
    initials = {"".join(part[0] for part in re.split(r"[ -]+", name) if part).upper() for name in names}
    written = [asked.question.spoken[0], *(name.split()[-1] for name in names)]
    return any(stems_in(name) <= words for name in written) or any(
        re.search(rf"\b{re.escape(one)}\b", told) for one in initials
    )


def likelihood(grounds: Grounds) -> float:
    """How likely evidence on these grounds answers, 0 to 1."""
    told = (getattr(grounds, one.name) * getattr(WEIGHTS, one.name) for one in fields(Grounds))
    return 1 / (1 + math.exp(-INTERCEPT - math.fsum(told)))


def _timed(likely: float, best: Candidate, asked: Asked) -> float:
    if times_written(asked.question.periods, asked.question.kind) is None:
        return likely
    return likely + _TIME_WRITTEN if best.signs.dated > 1.0 else likely * _TIME_NOT_WRITTEN


def _not_there(best: Candidate, asked: Asked, quotes: Sequence[Piece]) -> bool:
    """Is a bare "where?" told by another minute than those cited before, or by one without a place?"""
    plain = asked.wants - {"reason"}
    if best.minute.item.id not in asked.question.context:
        return True
    return bool(plain) and not held(plain, " ".join(quote.text for quote in quotes), asked.known)


def _in_so_many_words(best: Candidate, asked: Asked) -> bool:
    """Does the sentence have all that is asked about, side by side as it was asked ("red flag")?"""
    telling = [term for term in asked.terms if not (term.plain or term.given)]
    return len(telling) > 1 and best.signs.direct >= _ALL and bool(asked.pairs) and best.signs.pairs >= _ALL


@dataclass(frozen=True, slots=True)
class Judgement:
    """``reason`` is why not to answer, or None; what is not ``sure`` may only come near, ``likely`` as it may be."""

    reason: Reason | None
    sure: bool = True
    likely: float = 1.0


def judge(ranked: Sequence[Candidate], asked: Asked, quotes: Sequence[Piece] = ()) -> Judgement:
    """May the best of ``ranked`` be answered from? ``quotes`` is what the answer would quote, that of the best minute
    first; what only mentions a matter does not say what was decided on it."""
    if not asked.terms:
        return Judgement("off_topic")
    if not ranked:
        scope = asked.question.scope
        return Judgement("outside_filter" if scope.date_from or scope.date_to or scope.bodies else "topic_absent")
    # Where one leads for its outcome or its date, the matter may be told better by the one that fits best.
    best = max(ranked, key=lambda one: one.score)
    leads = [ranked] if best is ranked[0] else [ranked, [best, *ranked]]
    grounds = max((grounds_of(one, asked) for one in leads), key=likelihood)
    likely = 1.0 if asked.by_code else likelihood(grounds)
    # What a follow-up leans on was found before: only whether it has the sort of fact is to be seen.
    if ranked[0].minute.item.id in asked.question.context and not (grounds.lacking or grounds.lacking_who):
        likely = max(likely, SURE)
    if not (grounds.lacking or grounds.lacking_who) and _in_so_many_words(best, asked):
        likely = max(likely, SURE)
    if asked.question.context and BARE.match(asked.question.own) and _not_there(best, asked, quotes):
        return Judgement("fact_absent")
    own = [quote for quote in quotes if quote.item.id == quotes[0].item.id]
    open_yet = asked.question.kind == "decision" and not any(one.effect or tells_next(one.text) for one in quotes)
    if own and (
        open_yet
        or _beside_the_point(ranked[0], asked, own)
        or _lacking(asked, own, quotes)
        or tells_of_another(asked, quotes)
        or (likely < SURE and unheard_of(asked.question.own, asked.terms))
    ):
        return Judgement("fact_absent" if likely >= ENOUGH or grounds.minute >= _TOPIC_HELD else "topic_absent")
    if likely >= (ENOUGH_OF_SEVERAL if asked.question.one_of_several else ENOUGH):
        return Judgement(None, likely >= SURE, _timed(likely, ranked[0], asked))
    return Judgement("fact_absent" if grounds.minute >= _TOPIC_HELD else "topic_absent")
