"""Why a statement is stopped, in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from assistant.grounding.alignment import EXACT, Alignment
from assistant.grounding.binding import anchor_groups, sort_of
from assistant.grounding.lexicon import outcome_classes, reach_classes
from assistant.grounding.tokens import Token
from assistant.grounding.values import printed

Code = Literal[
    "quoted", "borne_out", "value", "date", "name", "denial", "outcome", "reach", "binding", "order", "wording"
]

_CODES: tuple[tuple[Code, tuple[str, ...]], ...] = (
    ("value", ("value_absent", "value_elsewhere", "swapped_value", "usurped_value", "misplaced_value", "edit_value")),
    ("date", ("date_absent", "date_elsewhere")),
    ("name", ("name_absent", "name_elsewhere", "edit_name")),
    ("denial", ("denied_", "denial_", "contrary", "close_denial", "edit_denial", "dropped_denial")),
    ("outcome", ("outcome_", "close_outcome", "edit_outcome", "edit_contrary")),
    ("reach", ("reach_", "close_reach", "edit_reach", "dropped_part")),
    (
        "binding",
        ("swapped_name", "usurped_name", "misplaced_name", "listed_away", "close_sign", "exchanged", "edit_exchanged"),
    ),
    ("order", ("turned", "roles_turned", "close_word_moved")),
)


_FIXED: dict[Code, str] = {
    "denial": "the minute denies what this asserts, or asserts what this denies",
    "binding": "the minute says this of somebody or something else",
    "order": "the minute says who did what, or in which order, the other way round",
}


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the minute bears the statement out, and why (not). ``doubt`` is the more negative the surer."""

    supported: bool
    code: Code
    words: str
    doubt: float = 0.0


def reason_for(alignment: Alignment, weighed: dict[str, float], found: dict[str, float]) -> tuple[Code, str]:
    """The strongest doubt as a code and a sentence; a value or date that is not in the minute comes before all."""
    code = _strongest(weighed, found)
    if code in ("value", "date"):
        return code, _about_values(alignment, dates=code == "date")
    if code in _FIXED:
        return code, _FIXED[code]
    about = {"name": _about_names, "outcome": _about_outcome, "reach": _about_reach, "wording": _about_wording}
    return code, about[code](alignment)


def _strongest(weighed: dict[str, float], found: dict[str, float]) -> Code:
    if found.get("value_absent") or found.get("edit_value", 0.0) >= 0.8 and not found.get("date_absent"):
        return "value"
    if found.get("date_absent"):
        return "date"
    sums = {code: sum(value for name, value in weighed.items() if name.startswith(starts)) for code, starts in _CODES}
    rest = sum(weighed.values()) - sum(sums.values())
    best = max(sums, key=lambda code: sums[code])
    return best if sums[best] > 0 and sums[best] >= 0.5 * rest else "wording"


def _about_values(alignment: Alignment, dates: bool) -> str:
    tokens = alignment.statement.tokens
    doubtful = [at for at, token in enumerate(tokens) if _is_date(token) == dates and (dates or token.kind == "value")]
    doubtful.sort(key=lambda at: (alignment.anywhere[at], alignment.home[at]))
    if not doubtful:
        return "the minute has another date" if dates else "the minute has another number"
    token = tokens[doubtful[0]]
    said = _shown(token)
    borne = _instead(alignment, doubtful[0], token)
    if borne:
        return f"the minute says {borne}, not {said}"
    if alignment.anywhere[doubtful[0]] >= EXACT:
        return f"the minute does not say {said} of this"
    return f"the minute does not say {said}"


def _is_date(token: Token) -> bool:
    return bool(token.month) or token.kind in ("month", "weekday")


def _instead(alignment: Alignment, at: int, token: Token) -> str:
    """A value of the same sort that the minute has at the same place and the statement has not."""
    stated = {_shown(one) for one in alignment.statement.tokens}
    choices: list[tuple[float, Token]] = []
    home = alignment.homes[alignment.segment[at]]
    middle = [match.word for match in alignment.matches if match.unit in home and match.score >= 0.7]
    for unit in home:
        for to, word in enumerate(alignment.minute.units[unit].tokens):
            if sort_of(word) == sort_of(token) and _shown(word) not in stated:
                choices.append((min((abs(to - one) for one in middle), default=0), word))
    return _shown(min(choices, key=lambda one: one[0])[1]) if choices else ""


def _shown(token: Token) -> str:
    if token.kind == "value":
        return f"{token.value} {token.month.capitalize()}" if token.month else printed(token.value)
    return token.text


def _about_names(alignment: Alignment) -> str:
    tokens = alignment.statement.tokens
    groups = [group for group in anchor_groups(tokens) if tokens[group[0]].kind == "name"]
    groups.sort(
        key=lambda group: (min(alignment.anywhere[at] for at in group), min(alignment.home[at] for at in group))
    )
    if not groups:
        return "the minute names somebody else"
    name = " ".join(tokens[at].text for at in groups[0])
    if min(alignment.anywhere[at] for at in groups[0]) >= EXACT:
        return f"the minute names {name}, but does not say this there"
    return f"the minute does not name {name}"


def _about_outcome(alignment: Alignment) -> str:
    classes = outcome_classes()
    said = [one.low for one in alignment.statement.tokens if one.stem in classes]
    borne = [
        word.low for unit in alignment.window for word in alignment.minute.units[unit].tokens if word.stem in classes
    ]
    fresh = [word for word in borne if word not in said]
    if said and fresh:
        return f"the minute says {_listed(fresh)}, not {_listed(said)}"
    return f"the minute does not say {_listed(said)}" if said else "the minute records another outcome"


def _about_reach(alignment: Alignment) -> str:
    borne = {word.low for unit in alignment.window for word in alignment.minute.units[unit].tokens}
    fresh = [
        f'"{one.low}"' for one in alignment.statement.tokens if one.low in reach_classes() and one.low not in borne
    ]
    return f"the minute does not say {_listed(fresh)}" if fresh else "the minute says more or less than this"


def _about_wording(alignment: Alignment) -> str:
    tokens = alignment.statement.tokens
    telling = [at for at, one in enumerate(tokens) if one.tells]
    if not telling or min(alignment.anywhere[at] for at in telling) >= EXACT:
        return "the minute does not bear this out"
    worst = sorted(telling, key=lambda at: float(alignment.anywhere[at]))[:3]
    words = [f'"{tokens[at].text}"' for at in sorted(worst) if alignment.anywhere[at] < 0.75]
    return f"nothing in the minute bears out {_listed(words)}" if words else "the minute does not bear this out"


def _listed(words: Iterable[str]) -> str:
    unique = list(dict.fromkeys(words))[:3]
    return ", ".join(unique[:-1]) + " and " + unique[-1] if len(unique) > 1 else "".join(unique)
