"""Greetings and questions about the assistant itself: one friendly line that says what can be asked."""

from __future__ import annotations

import re

from assistant.answer import Answer
from assistant.question import Question
from assistant.wording import held_range
from index_store.catalogue import Catalogue

_THANKS = re.compile(r"\b(?:thank\w*|cheers|ta|great|perfect|brilliant|lovely|bye|goodbye)\b", re.I)
_GREETING = re.compile(r"\b(?:hi|hello|hey|hiya|good (?:morning|afternoon|evening))\b", re.I)
_EXAMPLES = "who was at a meeting, what was decided on a matter, or what a minute says"


def chat_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Says hello or you are welcome, what is held and what can be asked; asserts nothing about the minutes."""
    held = held_range(catalogue.bodies())
    if _THANKS.search(question.text) and not _GREETING.search(question.text):
        said = "You are welcome. Ask me anything else about the minutes."
    else:
        hello = "Hello. " if _GREETING.search(question.text) else ""
        said = f"{hello}I answer questions about the minutes that I hold ({held}): {_EXAMPLES}."
    return Answer(question.text, "not_found", "chat", said, reason="off_topic")
