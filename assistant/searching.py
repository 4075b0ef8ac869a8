"""What to search for: the terms of a question, without the words that only say which meeting is meant."""

from __future__ import annotations

from assistant.coverage import Term, terms_of
from assistant.question import Question
from assistant.vocabulary import Vocabulary


def terms_asked(question: Question, vocabulary: Vocabulary) -> tuple[Term, ...]:
    """The terms of the topic; of the whole question where it has no topic."""
    named = [period.words for period in question.periods if period.hard]
    return terms_of(question.topic or question.standalone, vocabulary, leave_out=named)
