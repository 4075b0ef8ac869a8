"""Follow-up questions made whole by a model, and held against the conversation."""

from __future__ import annotations

import re
from collections.abc import Sequence

import prompts
from assistant.grounding.values import canonical
from assistant.model_writer.asking import Message, Tokens, ask, estimated_tokens
from assistant.model_writer.evidence import fence_of
from assistant.model_writer.failure import ModelFailed
from assistant.model_writer.instructions import speaks_to_programs
from assistant.model_writer.models import Model
from assistant.model_writer.schema import WHOLE_SCHEMA, whole_question
from assistant.terms import STOP_WORDS, words_of

_TURNS = 5
_MOST_NEW = 3


def made_whole(model: Model, turns: Sequence[str], read: str, until: float, tokens: Tokens) -> str | None:
    """The last of ``turns`` with what those before supply, in the model's words; None where these do not hold.

    ``read`` is the same as the rules read it. A conversation in which somebody speaks to a program is left to them.
    Raises ModelFailed.
    """
    said = [" ".join(turn.split()) for turn in turns[-_TURNS:]]
    if any(speaks_to_programs(turn) for turn in said):
        return None
    fence = fence_of(*said)
    asked = prompts.render("follow_up", fence=fence, before="\n".join(said[:-1]), last=said[-1])
    messages = [Message("system", prompts.render("follow_up_rules")), Message("user", asked)]
    if sum(estimated_tokens(one.text) for one in messages) > model.context // 2:
        raise ModelFailed("context")
    form = model.in_form("question", WHOLE_SCHEMA)
    whole = whole_question("".join(ask(model, messages, until, tokens, form)))
    return whole if whole and stands_on(whole, said, read) else None


def stands_on(whole: str, turns: Sequence[str], read: str) -> bool:
    """Does a question made whole keep the last turn, take something over, and name nothing that was not said?

    No name, number or date may be new, and no more than a few other words; and what the rules found to be carried
    over must not all be missing.
    """
    if speaks_to_programs(whole) or len(whole.split()) > 60 or "\n" in whole.strip():
        return False
    told = canonical(" ".join(turns))
    said, before = _stems(told), _stems(canonical(" ".join(turns[:-1])))
    mine, last = _stems(canonical(whole)), _stems(canonical(turns[-1]))
    new = mine - said
    if any(re.search(r"\d", stem) for stem in new) or _names(whole) - _words(told) or len(new) > _MOST_NEW:
        return False
    carried = _stems(canonical(read)) - last
    return last <= mine and bool((mine - last) & before) and (not carried or bool(mine & carried))


def _stems(text: str) -> set[str]:
    numbers = set(re.findall(r"[£$€]?\d[\d.,/]*\d|\d", text))
    return {word.stem for word in words_of(text) if word.word not in STOP_WORDS} | numbers


def _names(text: str) -> set[str]:
    """Words with a capital, the first one left out unless the next has one too, and months in any writing."""
    words = re.findall(r"[^\W\d_][\w'’]*", canonical(text))
    return {word.lower() for word in words[1:] if word[0].isupper()}


def _words(text: str) -> set[str]:
    return {word.lower() for word in re.findall(r"[^\W\d_][\w'’]*", text)}
