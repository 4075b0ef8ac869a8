"""Who proposed, seconded and voted how: of a numbered minute, of the minute cited before, or of the one that fits."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from assistant.answer import Answer
from assistant.asks import untold
from assistant.citing import Citing, heading_of
from assistant.everyday import everyday
from assistant.question import Question
from assistant.registers.answers import answered, declined, left_words, sitting
from assistant.registers.lookup import numbered_items
from assistant.registers.vote_runs import MOVED, VoteRun, run_of, runs_about
from assistant.sentences import lay_out
from assistant.sorts import NO_DAYS
from assistant.terms import NUMBER_WORDS, words_of
from assistant.times_written import times_written
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldResolution
from index_store.models import Votes

_IN_WORDS = rf"(?:{'|'.join(NUMBER_WORDS)})(?: \w+){{0,2}}? (?:(?:were|was|voted) )?(?:in favou?r|against)"
_COUNTED = (
    r"\b(?:vote[sd]?|voting|unanim\w+|all (?:agreed|in favour)|nem\.? ?con|casting vote|ballot|show of hands|abst\w+"
    r"|carried(?= (?:by|unanim|nem|with|on)|[.;,]|$)|(?:motion|amendment|proposal|proposition)(?: was)? (?:carried"
    r"|lost|defeated|failed|fell)|(?:failed|lost|carried) \d{1,2} ?(?:[-–/]|to) ?\d{1,2}"
    r"|by a majority|\d{1,2} (?:in favour|against)"
    rf"|{_IN_WORDS}"
    rf"|{NO_DAYS}\d{{1,2}} (?:votes? )?to \d{{1,2}}"
    r"(?! (?:p|a|%)))\b"
    r"|\b(?:for|against|abst\w+)\s*[:(]\s*\(?\d|\bopposed\s*:"
    r"|(?m:^\W*(?:motion )?(?:not )?(?:carried|defeated|lost|failed)(?: unanimously)?\W*$)"
)
#: How the vote went is asked beside who moved.
_AND_HOW = re.compile(r"\band (?:\w+ ){0,2}?(?:how|what) [^?]{0,30}\bvot(?:e|es|ed|ing)\b|\band the vote\b", re.I)
#: "What was the amendment" asks for its words, and what came of it.
_AMENDMENT_ASKED = re.compile(r"\bwhat (?:was|is|did|does|were|would) the .{0,40}?\bamendments?\b", re.I)
_AMENDS = r"\bamendments?\b|\b(?:be|as) amended\b"
_NAMES_ASKED = re.compile(
    r"\b(?:who|whom|whose|names?|which (?:\w+ )?(?:councillors?|members?|people))\b.*\b(?:vot\w+|against|abstain\w*"
    r"|in favour|for|oppos\w+)\b",
    re.I,
)
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Dr|Cllr|Councillor)s?\.? (?:[A-Z]\.? )?[A-Z][a-z]+|[A-Z][a-z]+ (?:[A-Z]\.? )?[A-Z][a-z]+"
    r"|[A-Z]{2,3}\b)"
)
_VOTER = re.compile(
    rf"{_NAME},? (?i:yea|nay|aye|yes|no)(?=[,;.]|\s+and\b|\s*$)|\b(?i:opposed)\s*:\s*{_NAME}"
    rf"|{_NAME}[^.;:]{{0,30}}\b(?:(?i:vot(?:ed|ing)|abstain\w*|dissent\w*))\b"
    r"|\b(?i:for|against|abst\w*|ayes?|no(?:es)?|nays?|yeas?)\b\s*\(?\d*\)?\s*:\s*[A-Z][a-z]"
    r"|\bFor (?:Cllr|Councillor)\b[^:\n]{2,40}:\s*[A-Z][a-z]|\b(?:FOR|AGAINST) [A-Z][a-z]+(?=[,.\n]|\s*$| and)"
)
_MOVER_NAMED = re.compile(
    rf"(?i:{MOVED})[:\s-]*(?:by )?(?!(?i:by|the|that|to|and)\b)(?:[A-Z][\w.]* )*[A-Z][a-z]{{2,}}\b"
)
_COUNT = re.compile(
    r"\bfor (?:councillor|cllr|mrs?|ms|miss|dr)\.? (?:[\w'’.-]+ ){1,3}\d{1,3}\b|"
    r"\b\d+\s*(?:votes?\s*)?(?:to|for|against|in favour|[-–])"
    rf"|\b{_IN_WORDS}\b"
    r"|\b(?:carried|lost) \d+/\d|\(\d+\)|\b(?:for|against|abst\w+)\s*[:(]?\s*\d",
    re.I,
)
#: Votes of one minute that are told at most.
_MOST = 4
_WORDS = (
    "vote votes voted voting mover movers propose proposed proposer second seconded seconder move moved motion "
    "against favour recorded result people person "
    "application planning proposal refusal named nominate nominated decide decided decision agree agreed resolved "
    "amendment carried lost unanimous way side cllr cllrs councillor comhairleoir alderman "
    "unanimously ballot majority abstain abstained abstentions councillors members go went outcome item minute "
    "opposed oppose opposes opposing yea yeas nay nays aye ayes "
    "meeting about made make put brought motioned one ones agm egm annual general resolution resolutions"
)


class _Told(NamedTuple):
    """What is quoted of one vote, with its marker, and the decisions that it was on."""

    said: str
    held: Sequence[HeldResolution]


def votes_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The words of the minute on who moved and how it was voted; declines where names are asked and none recorded."""
    if "reason" in question.wants:
        return None
    moved = re.search(MOVED, question.own, re.I) is not None
    amends = _AMENDMENT_ASKED.search(question.own) is not None and not moved
    both = moved and _AND_HOW.search(question.own)
    rule = re.compile(_AMENDS if amends else f"{MOVED}|{_COUNTED}" if both else MOVED if moved else _COUNTED, re.I)
    fitting = _items(question, catalogue, rule, moved)
    items = [item for item in fitting if _tells(item, catalogue, rule, moved)]
    if fitting and not items and not moved and _NAMES_ASKED.search(question.own):
        return declined(question, catalogue, "fact_absent", fitting)
    if not items or len(items) > 3:
        return None
    citing = Citing(catalogue.source_text)
    lines, named = [], False
    for item in items:
        if not rule.search(item.text.text):
            lines.append(_recorded(item, catalogue, citing))
            continue
        decided = catalogue.resolutions(item_id=item.id)
        runs = runs_about(item, decided, rule, frozenset(left_words(question, _WORDS)), question.own)
        if _NAMES_ASKED.search(question.own) and not any(
            _has_names(one.resolution.votes) for run in runs for one in run.held
        ):
            runs = [run for one in decided if _has_names(one.resolution.votes) and (run := run_of(item, one))] or runs
        told = [_quoted(item, run, citing) for run in runs[:_MOST]]
        named = named or any(
            _VOTER.search(said) or any(_has_names(one.resolution.votes) for one in held) for said, held in told
        )
        lines.append(f"{sitting(item.meeting)}, {heading_of(item)}: {' … '.join(map(_with_known, told))}")
    asks_names = _NAMES_ASKED.search(question.own) is not None
    counts = "count" in question.wants and not asks_names and not any(_COUNT.search(line) for line in lines)
    unnamed = moved and untold(question.own, " ".join(lines))
    if unnamed or not moved and ((asks_names and not named) or counts):
        return declined(question, catalogue, "fact_absent", items)
    return answered(question, "vote", [f"- {line}" for line in lines] if len(lines) > 1 else lines, citing)


def _tells(item: HeldItem, catalogue: Catalogue, rule: re.Pattern[str], moved: bool) -> bool:
    """Does the minute say it, or is it read from its heading ("R2025-168 L. Cole, S. Foote:")?"""
    if rule.search(item.text.text):
        return True
    return moved and any(one.resolution.proposer for one in catalogue.resolutions(item_id=item.id))


def _recorded(item: HeldItem, catalogue: Catalogue, citing: Citing) -> str:
    """Who moved and seconded where only the heading names them."""
    known = _summary([one for one in catalogue.resolutions(item_id=item.id) if one.resolution.proposer][:1])
    return f"{sitting(item.meeting)}, {heading_of(item)}: {known} {citing.mark(item, item.heading or item.span)}"


def _items(question: Question, catalogue: Catalogue, rule: re.Pattern[str], moved: bool) -> Sequence[HeldItem]:
    numbers = [one for one in question.numbers if one.sort != "report"]
    if numbers:
        return numbered_items(question, catalogue, numbers[0])
    if question.context:
        return [item for one in question.context if (item := catalogue.item(one))]
    wanted = set(left_words(question, _WORDS))
    if not wanted:
        return []
    said = {word.stem for word in words_of(question.topic)}
    passages = catalogue.passages(key for key, _ in catalogue.lexical(question.topic, question.scope, 15))
    found: list[tuple[int, int, HeldItem]] = []
    for one in dict.fromkeys(passage.item for passage in passages.values()):
        item = catalogue.item(one)
        if item is None or not _tells(item, catalogue, rule, moved) or _of_another_time(item, question):
            continue
        title = {word.stem for word in words_of(item.title or "")}
        if _has_all(wanted, title | {word.stem for word in words_of(item.text.text)}):
            found.append((len(wanted & title), _together(said, title, item), item))
    best = max(((titled, near) for titled, near, _ in found), default=(0, 0))
    return [item for titled, near, item in found if (titled, near) == best]


def _has_all(wanted: set[str], held: set[str]) -> bool:
    """Does a minute with the stems ``held`` have each word asked for, or what it may be called otherwise?"""
    alike = everyday()
    return all(stem in held or not alike.get(stem, frozenset()).isdisjoint(held) for stem in wanted)


def _together(said: set[str], title: set[str], item: HeldItem) -> int:
    """How many of the words ``said`` one sentence of a minute has, with its title: scattered they tell nothing."""
    text = item.text.text
    sentences = ({word.stem for word in words_of(text[one.start : one.end])} for one in lay_out(text).sentences)
    return max((len(said & (title | words)) for words in sentences), default=0)


def _of_another_time(item: HeldItem, question: Question) -> bool:
    """Was the vote at a meeting outside the times named, and does the minute write none of those?"""
    times = [one for one in question.periods if not one.hard]
    if not times or any(one.holds(item.meeting.date or "") for one in times):
        return False
    text, written = f"{item.title or ''} {item.text.text}", times_written(times, question.kind)
    return not (written and written.search(text)) and not any(one.words.strip() in text for one in times)


def _quoted(item: HeldItem, run: VoteRun, citing: Citing) -> _Told:
    quote, marker = citing.quote(item, run.start, run.end)
    return _Told(f"“{quote}” {marker}", run.held)


def _with_known(told: _Told) -> str:
    """The quote with who moved, seconded and voted how, where it leaves that out."""
    known = "; ".join(one for one in (_summary(told.held, told.said), _voters(told.held, told.said)) if one)
    return f"{told.said}{f' ({known})' if known else ''}"


def _has_names(votes: Votes | None) -> bool:
    return votes is not None and bool(votes.names_for or votes.names_against or votes.names_abstained)


def _summary(held: Sequence[HeldResolution], told: str = "") -> str:
    """Proposer and seconder by their full names, where the minute has initials or one clause has them.

    What is ``told`` may name them already, or, of another motion in the same minute, others.
    """
    movers = dict.fromkeys(
        (one.resolution.proposer, one.resolution.seconder) for one in held if one.resolution.proposer
    )
    if len(movers) != 1 or _MOVER_NAMED.search(told):
        return ""
    proposer, seconder = next(iter(movers))
    return f"proposed by {proposer}" + (f", seconded by {seconder}" if seconder else "")


def _voters(held: Sequence[HeldResolution], told: str) -> str:
    """Who voted how on the one motion whose votes were recorded by name, where what is ``told`` leaves them out."""
    named = [votes for one in held if (votes := one.resolution.votes) is not None and _has_names(votes)]
    if len(named) != 1:
        return ""
    sides = (("for", named[0].names_for), ("against", named[0].names_against), ("abstaining", named[0].names_abstained))
    if _VOTER.search(told) and all(name in told for _, names in sides for name in names):
        return ""
    return "; ".join(f"{side}: {', '.join(names)}" for side, names in sides if names)
