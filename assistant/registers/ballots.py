"""The votes of meetings: all that are recorded, those that were not unanimous, the motions that were lost."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import Citing, heading_of, shown
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, left_words, sitting, spoken_list
from assistant.registers.motions_put import motion_above
from index_store.catalogue import Catalogue
from index_store.held import HeldResolution
from index_store.models import Votes

_ASKED = re.compile(
    r"\b(?:which|what|any|all|list|every|show|were there|how many)\b.{0,40}\b(?:votes?|ballots?|motions?|amendments?"
    r"|divisions?|decisions?)\b"
    r"|\b(?:votes?|ballots?|motions?) (?:taken|recorded|held|lost|carried|defeated|passed|that|at|in|on)\b",
    re.I,
)
#: Votes of anybody at all against what was put, or kept back.
_AGAINST = re.compile(
    r"^\W*(?:and )?(?:did|has|have|was there|were there|who)(?: else)? ?(?:any(?:one|body| of (?:them|us)| members?"
    r"| councillors?)?|some(?:one|body))? ?(?:voted?|voting) against\b|^\W*(?:any|were there any) votes against\b",
    re.I,
)
_ABSTAINED = re.compile(
    r"^\W*(?:and )?(?:did|has|have|who)(?: else)? ?(?:any(?:one|body| of (?:them|us)| members?| councillors?)?"
    r"|some(?:one|body))? ?abstain\w*|^\W*(?:any|were there any) abstentions\b",
    re.I,
)
_PUT = re.compile(
    r"\bvotes?\b|\b(?:motions?|amendments?) (?:(?:was|were|that|which|got|to|did(?: not|n['’]t)) ){0,2}"
    r"(?:lost|carried|carry|defeated|fail(?:ed|s)?|fell|voted down|rejected|pass)\b",
    re.I,
)
_HOW_MANY = re.compile(r"\bhow many\b(?!.*\b(?:vot|ballot|division))", re.I)
_SPLIT = re.compile(
    r"\b(?:not|n['’]t|non|weren['’]?t) ?-?(?:all |carried )?unanimous\w*|\b(?:split|contested|divided|close|majority"
    r"|abst\w+)\b",
    re.I,
)
_UNANIMOUS = re.compile(r"\bunanimous\w*|\bnem\.? ?con\b|\bwithout (?:a )?(?:dissent|opposition|division)\b", re.I)
_LOST = re.compile(
    r"\b(?:lost|defeated|fell|voted down|fail(?:ed|s)?|rejected|(?:not|n['’]t) (?:carry|carried|pass|passed))\b", re.I
)
#: Amendments, and no motions beside them.
AMENDMENTS = re.compile(r"^(?!.*\bmotions?\b).*\bamendments\b", re.I)
_LOST_THINGS = (("motion lost", "motions lost"), ("amendment lost", "amendments lost"))
_FELL = frozenset(("lost", "defeated", "failed", "fails", "fell", "not carried", "died", "dies", "lapsed"))
"""How a motion ended that was put and not carried."""
_WORDS = (
    "vote votes voted voting ballot ballots division divisions motion motions amendment amendments decision "
    "decisions recorded record "
    "taken held counted carried carry lost defeated fell down failed fail fails got pass times rejected "
    "unanimous unanimously unanimity split "
    "contested divided close "
    "majority abstention abstentions nem con without dissent opposition not weren't wasn't werent result results "
    "outcome how many list "
    "anyone anybody someone somebody any member members councillor councillors abstain abstained vote voted "
    "any meeting meetings named were passed against resolution resolutions formal formally"
)


def ballots_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """The recorded votes of the meetings asked about, without a topic; None where there is one, or no vote is held."""
    opposed = bool(_AGAINST.search(question.own) or _ABSTAINED.search(question.own))
    if question.numbers or question.people or question.context or not (opposed or _ASKED.search(question.own)):
        return None
    if not opposed and question.kind != "vote" and not _PUT.search(question.own):
        return None
    if left_words(question, _WORDS):
        return None
    lost = _LOST.search(question.own) is not None and not _SPLIT.search(question.own)
    if _HOW_MANY.search(question.own) and not lost:
        return None  # far from every motion that was carried has its vote recorded
    held = [one for one in catalogue.resolutions(question.scope) if lost or one.resolution.votes is not None]
    held = [one for one in held if (_is_lost(one) if lost else _fits(question.own, one))]
    if AMENDMENTS.search(question.own):
        held = [one for one in held if one.resolution.amendment]
    if opposed and not held:
        return declined(question, catalogue, "fact_absent")
    if not held or (len(held) > MOST_ROWS and not question.date_hard):
        return None
    citing = Citing(catalogue.source_text)
    touched = {one.item.meeting.id for one in held}
    things = _LOST_THINGS[bool(AMENDMENTS.search(question.own))] if lost else ("recorded vote", "recorded votes")
    count = f"One {things[0]}" if len(held) == 1 else f"{len(held)} {things[1]}"
    lines = [f"{count}, from {completeness(len(touched), catalogue.meetings(question.scope))}:"]
    for _, group in groupby(held[: 2 * MOST_ROWS], key=lambda one: one.item.id):
        own = list(group)
        said = "; ".join(_told(one, citing) for one in own)
        lines.append(f"- {sitting(own[0].item.meeting)}, {heading_of(own[0].item)}: {said}")
    return answered(question, "vote", lines, citing)


def _fits(text: str, one: HeldResolution) -> bool:
    votes = one.resolution.votes
    if votes is None:
        return False
    against, kept_back = votes.votes_against or votes.names_against, votes.abstained or votes.names_abstained
    if _AGAINST.search(text) or _ABSTAINED.search(text):
        return bool(against if _AGAINST.search(text) else kept_back)
    divided = bool(against or kept_back)
    if _SPLIT.search(text):
        return divided
    if _UNANIMOUS.search(text):
        return not divided
    return True


def _is_lost(one: HeldResolution) -> bool:
    """Whether a motion was put and lost, with or without a count; what was resolved to be refused was carried."""
    clause = one.resolution
    if clause.votes is not None and clause.votes.carried is not None:
        return not clause.votes.carried
    return clause.effect == "rejected" and clause.verb.lower() in _FELL


def _told(one: HeldResolution, citing: Citing) -> str:
    """The decision in its words, with the count as the record has it."""
    clause, votes = one.resolution, one.resolution.votes
    label = f"({clause.label}) " if clause.label else ""
    motion = ""
    if place := motion_above(one.item, one):
        motion = "“{}” {} … ".format(*citing.quote(one.item, *place))
    marker = citing.mark(one.item, clause.span, clause.label)
    said = ", ".join(_counts(votes)) if votes else ""
    lost = ", lost" if votes and votes.carried is False else ""
    return f"{label}{motion}“{shown(clause.text)}” {marker}{f' ({said}{lost})' if said else ''}"


def _counts(votes: Votes) -> Iterator[str]:
    """ "5 for", "2 against: Dove, Crane": as counted, and who was not for it where the minutes name them."""
    sides = (
        (votes.votes_for, "for", ()),
        (votes.votes_against, "against", votes.names_against),
        (votes.abstained, "abstaining", votes.names_abstained),
    )
    for count, side, names in sides:
        if count is not None:
            yield f"{count} {side}" + (f": {spoken_list(names)}" if names else "")
