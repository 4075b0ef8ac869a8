"""The form of a model's answer, read whole or while it still comes in."""

from __future__ import annotations

from contextlib import suppress
from json import JSONDecodeError, JSONDecoder
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, ValidationError
from pydantic_core import from_json

LONGEST = 20_000
"""Characters beyond which no answer is read."""


class WrittenSentence(BaseModel):
    """One sentence, with the numbers of the minutes that it cites."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    text: Annotated[str, Field(min_length=1, max_length=600)]
    markers: Annotated[list[int], Field(max_length=8)]


class Written(BaseModel):
    """A whole answer: sentences, or ``answered`` false where the minutes do not say."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    answered: bool
    sentences: Annotated[list[WrittenSentence], Field(max_length=20)]


class Whole(BaseModel):
    """A follow-up question made whole."""

    model_config = ConfigDict(extra="forbid", frozen=True)

    question: Annotated[str, Field(min_length=1, max_length=600)]


ANSWER_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "answered": {"type": "boolean"},
        "sentences": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "text": {"type": "string"},
                    "markers": {"type": "array", "items": {"type": "integer"}},
                },
                "required": ["text", "markers"],
                "additionalProperties": False,
            },
        },
    },
    "required": ["answered", "sentences"],
    "additionalProperties": False,
}
WHOLE_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {"question": {"type": "string"}},
    "required": ["question"],
    "additionalProperties": False,
}


def bare(text: str) -> str:
    """``text`` without the Markdown fence that many models put round JSON."""
    text = text.strip()
    if text.startswith("```"):
        text = text.partition("\n")[2].removesuffix("```")
    return text.strip()


def finished_sentences(text: str) -> list[WrittenSentence]:
    """The sentences that are complete in the beginning of an answer; none where it is not in the form asked for."""
    try:
        raw = from_json(bare(text), allow_partial=True)
    except ValueError:
        return []
    found = raw.get("sentences") if isinstance(raw, dict) else None
    if not isinstance(found, list) or raw.get("answered") is not True:
        return []
    try:
        return [WrittenSentence.model_validate(one) for one in found[:-1]]
    except ValidationError:
        return []


def begun(text: str) -> bool:
    """Is ``text`` an answer in the form asked for that was cut off, perhaps before its first word?"""
    try:
        JSONDecoder().raw_decode(bare(text))
    except JSONDecodeError:
        with suppress(ValueError):
            raw = from_json(bare(text), allow_partial=True) if text.strip() else {}
            return isinstance(raw, dict) and raw.keys() <= {"answered", "sentences"}
    except RecursionError:
        pass
    return False


def whole_answer(text: str) -> Written | None:
    """The answer once it is all there; None where it is not in the form asked for."""
    try:
        return Written.model_validate_json(bare(text))
    except ValidationError:
        return None


def whole_question(text: str) -> str | None:
    """A follow-up question made whole; None where it is not in the form asked for."""
    try:
        return Whole.model_validate_json(bare(text)).question
    except ValidationError:
        return None
