"""What a sentence tells of a matter: that something was decided, or that it came to nothing."""

from __future__ import annotations

import re
from functools import lru_cache

_REMEMBERED = 60_000
_DECIDING = re.compile(
    r"\b(?:agree[ds]?|resolved?|approved?|approval|decided|decision|accepted?|declined?|refused?|rejected|deferred|"
    r"supported?|objects?|objected|objection|opposed|oppose|carried|lost|elected|appointed|nominated|voted?|votes|"
    r"endorsed?|adopted|granted|authorised|ratified|recommended|noted|propos\w+|withdrawn|unanimous\w*"
    r"|would (?:not )?be)\b",
    re.IGNORECASE,
)
#: Words by which a matter came to nothing.
CAME_TO_NOTHING = (
    r"cancel\w*|reject\w*|refus\w+|turned down|unsuccessful\w*|withdr[ae]wn?|declin\w+|postpon\w+|defer\w*|abandon\w*"
    r"|rained off|no longer|fail\w*|dismiss\w*|never|none|unable"
)
_OUTCOME = re.compile(rf"\b(?:{CAME_TO_NOTHING}|not|oppos\w+|object\w*|approved|granted|successful)\b", re.IGNORECASE)


#: That a paper came before the meeting, whatever it says: who introduced it, that it was received, where it is filed.
_INTRODUCING = re.compile(
    r"\b(?:introduced|presented|submitted|gave|given|received|considered|circulated|tabled|outlined|provided)\b"
    r"[^.;:]{0,60}?\b(?:reports?|presentations?|papers?|updates?|briefings?|slides|documents?|copy|copies)\b"
    r"|\bcop(?:y|ies) of (?:the|this|these|which)\b.*\b(?:filed|attached|appended|circulated)\b"
    r"|\b(?:following|main) points were (?:made|raised|noted)\b|\bfurther to the (?:report|presentation)\b"
    r"|\bthanked\b|\bwelcomed (?:[\w,.]+ ){0,8}?to the meeting\b",
    re.IGNORECASE,
)


ROUTINE_TITLE = re.compile(
    r"^\W*(?:welcome|apolog|minutes? of|notes? of|approval of|previous minutes|declarations?|date (?:of|and)"
    r"|dates of|next meeting|"
    r"any other|confirmation of|adoption of|attendance|present)",
    re.IGNORECASE,
)
"""Titles of business that every meeting has."""


@lru_cache(maxsize=_REMEMBERED)
def tells_introduction(sentence: str) -> bool:
    """Does the sentence say that a paper came before the meeting?"""
    return _INTRODUCING.search(sentence) is not None


@lru_cache(maxsize=_REMEMBERED)
def tells_outcome(sentence: str) -> bool:
    """Does the sentence say how something ended, or that nothing came of it?"""
    return _OUTCOME.search(sentence) is not None


@lru_cache(maxsize=_REMEMBERED)
def tells_decision(sentence: str) -> bool:
    """Does the sentence speak of a decision?"""
    return _DECIDING.search(sentence) is not None


_NONE = (
    r"\b(?:nil|nothing|without|none|never|nobody|no one|cannot|not|declin\w+|refus\w+|rejected)\b|\bno (?!\d)|n['’]t\b"
)
_ACTS = tuple(
    (re.compile(act, re.IGNORECASE), re.compile(done, re.IGNORECASE))
    for act, done in (
        (
            r"\bwho (?:won|came first)\b",
            r"\b(?:won|win(?:s|ners?|ning)?|first|1st|award\w*|champion\w*|victor\w*|prize\w*|elected)\b",
        ),
        (
            r"^\W*(?:did|have|has) .{3,40}\b(?:buy|bought|purchased?)\b",
            r"\b(?:buy\w*|bought|purchas\w+|order\w*|acqui\w+|procur\w+|obtain\w*|paid|pay\w*|invoice\w*|quot\w+"
            r"|suppl\w+|deliver\w+|cost\w*|price\w*|install\w*|replac\w+|provid\w+|fund\w*|grant\w*)\b|[£€$]|" + _NONE,
        ),
    )
)
"""What is asked to have been done, and the words of which none stands in minutes that do not tell of it."""


def untold_act(asked: str, told: str) -> bool:
    """Is it asked who won, or whether a thing was bought, where ``told`` has no word of winning or buying?"""
    return any(act.search(asked) and not done.search(told) for act, done in _ACTS)
