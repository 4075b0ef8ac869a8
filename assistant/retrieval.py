"""Finds the minutes that a question may be about: exact dense and lexical search over the passages in scope, fused.

Bodies and dates are resolved to passage ids in SQLite before anything is scored, so a filter can never hide the best
passage behind an approximate search.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from assistant.citing import ATTENDANCE
from assistant.codes import has_code, names_house, printed
from assistant.coverage import Measure, stems_in
from assistant.dates import Period
from assistant.events import of_event, of_group
from assistant.fusion import fused, gathered, ranked
from assistant.question import Question
from assistant.searching import Asked
from assistant.stated import asked_of_whom
from assistant.times_written import times_written
from index_store.held import HeldItem, Passage, Scope
from index_store.index import Index

_DEEP, _DEEP_DATED = 150, 40
_DENSE, _LEXICAL, _COVERED = 0.8, 0.2, 0.3
_DATED, _PLACED = 0.35, 0.2
_TOO_EARLY, _WHILE = -0.5, 0.8


@dataclass(frozen=True, slots=True)
class FoundPassage:
    """A passage with its cosine to the question and the score of all searches together."""

    passage: Passage
    cosine: float
    score: float


@dataclass(frozen=True, slots=True)
class FoundMinute:
    """A minute with its passages that were found, best first; ``dated`` is how well its date fits (-0.5 to 1)."""

    item: HeldItem
    score: float
    dated: float
    passages: tuple[FoundPassage, ...]

    @property
    def cosine(self) -> float:
        """The best cosine of its passages."""
        return max((found.cosine for found in self.passages), default=0.0)


def find_minutes(index: Index, asked: Asked, limit: int = 12) -> tuple[FoundMinute, ...]:
    """The ``limit`` minutes in the question's scope that fit it best, best first.

    Where the question names a time that is not a meeting's date, the meetings of that time are searched by
    themselves too: among many alike, theirs must not be crowded out. Minutes of bodies ``near`` go before like ones.
    """
    question = asked.question
    scores, cosines, passages = score_passages(index, asked)
    minutes = gathered(scores, {key: one.item for key, one in passages.items()})
    fit = {key: date_fit(passages_date(key), question.periods) for key in minutes}
    if (times := times_written(question.periods, question.kind)) is not None:
        fit |= {one.item: 1.0 for one in passages.values() if times.search(one.text) and fit[one.item] >= 0.0}
    total = {key: minutes[key] + _DATED * fit[key] + _PLACED * (key.split("/")[0] in asked.near) for key in minutes}
    items = {key: item for key in ranked(total, limit) if (item := index.catalogue.item(key))}
    found: dict[str, list[FoundPassage]] = {key: [] for key in items}
    for key in ranked(scores):
        if passages[key].item in found:
            found[passages[key].item].append(FoundPassage(passages[key], cosines.get(key, 0.0), scores[key]))
    return tuple(FoundMinute(items[key], total[key], fit[key], tuple(found[key])) for key in items)


def minutes_coded(found: Sequence[FoundMinute], codes: Sequence[str]) -> tuple[FoundMinute, ...]:
    """Those of the minutes found that hold one of the ``codes``; all where none is asked for."""
    return tuple(one for one in found if not codes or any(has_code(printed(one.item), code) for code in codes))


def minutes_housed(found: Sequence[FoundMinute], own: str) -> tuple[FoundMinute, ...]:
    """Those that name the house asked about, where some do: its neighbours' minutes are of another matter."""
    named = tuple(one for one in found if names_house(own, printed(one.item)))
    return named or tuple(found)


def minutes_placed(found: Sequence[FoundMinute], asked: Asked) -> tuple[FoundMinute, ...]:
    """Where the question names a council's place, the minutes found of that place's bodies and those of others that
    name it: the neighbours' cash book is no answer. All where it names none; but of who came to an event, sits on a
    group, or of what somebody said, no attendance list tells."""
    found = _since(found, asked.question)
    if of_event(asked.question.own) or of_group(asked.question.own) or _says(asked.question.own):
        found = [one for one in found if one.item.number != ATTENDANCE]
    if not asked.placed:
        return tuple(found)
    return tuple(
        one
        for one in found
        if one.item.id.split("/")[0] in asked.near
        or asked.home <= stems_in(f"{one.item.title or ''}\n{one.item.text.text}")
    )


def _says(own: str) -> bool:
    whom = asked_of_whom(own)
    return whom is not None and whom[0] == "says"


def _since(found: Sequence[FoundMinute], question: Question) -> Sequence[FoundMinute]:
    """Of a story "since February" the minutes of that time and later ones."""
    begins = [one.date_from for one in question.periods if one.relation == "since" and one.date_from]
    if question.kind != "timeline" or not begins:
        return found
    return [one for one in found if (one.item.meeting.date or "") >= min(begins)]


def score_passages(index: Index, asked: Asked) -> tuple[dict[str, float], dict[str, float], dict[str, Passage]]:
    """Scores, cosines and passages by passage id: the whole question for sense, the words of its topic for letters,
    and how much of its terms a passage covers, like words counted, for what both may miss."""
    question, terms, home = asked.question, Measure(asked.terms), Measure(asked.at_home().terms)
    long = " ".join(term.long for term in asked.terms if term.long)
    vector = index.embedder.encode([f"{question.standalone} ({long})" if long else question.standalone])[0]
    topic = f"{question.topic or question.standalone} {long}"
    cosines: dict[str, float] = {}
    lexical: dict[str, float] = {}
    scopes = [(question.scope, _DEEP), *((scope, _DEEP_DATED) for scope in _windows(question))]
    for scope, deep in scopes:
        ids = index.catalogue.passage_ids(scope)
        cosines.update(index.vectors.search(vector, deep, ids))
        lexical.update(index.catalogue.lexical(topic, scope, deep))
    missed = [key for key in lexical if key not in cosines]
    cosines.update(index.vectors.search(vector, len(missed), missed) if missed else ())
    scores = fused((cosines, _DENSE), (lexical, _LEXICAL))
    passages = index.catalogue.passages(scores)
    put = {key: home if passages[key].item.split("/")[0] in asked.near else terms for key in passages}
    covered = {key: put[key].share(put[key].degrees(stems_in(passages[key].text))) for key in passages}
    return {key: scores[key] + _COVERED * covered[key] for key in passages}, cosines, passages


def _windows(question: Question) -> list[Scope]:
    """The question's scope within each time that it names without being narrowed to it, with its slack."""
    windows = []
    for period in question.periods:
        if period.hard or (period.date_from is None and period.date_to is None):
            continue
        low = max(filter(None, (period.told_from, question.scope.date_from)), default=None)
        end = (
            (date.fromisoformat(period.date_to) + timedelta(days=period.slack)).isoformat() if period.date_to else None
        )
        high = min(filter(None, (end, question.scope.date_to)), default=None)
        windows.append(replace(question.scope, date_from=low, date_to=high))
    return windows


def passages_date(item_id: str) -> str | None:
    """The date in a minute's id; None for an undated meeting's."""
    meeting_day = item_id.split("/")[1][:10]
    return meeting_day if meeting_day[:4].isdigit() else None


def date_fit(held: str | None, periods: Sequence[Period]) -> float:
    """How well a meeting's date fits the periods named: 1 within one, less up to its slack later, 0 long after;
    below 0 before all of them, when what is asked had not happened."""
    soft = [period for period in periods if not period.hard]
    if held is None or not soft:
        return 0.0
    return max(_fit(held, period) for period in soft)


def _fit(held: str, period: Period) -> float:
    if period.told_from and held < period.told_from:
        return _TOO_EARLY
    if period.holds(held):
        return _WHILE if period.relation == "for" else 1.0
    if period.date_from and held < period.date_from:
        return 1.0
    if period.date_to is None or not period.slack:
        return 0.0
    late = (date.fromisoformat(held) - date.fromisoformat(period.date_to)).days
    return max(0.0, 0.8 * (1 - late / (period.slack + 1))) if late <= period.slack else 0.0
