"""A conversation on the page: the turns so far, and how the chat shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation
from assistant.web.view import answer_html, news_html, question_html

Message = dict[str, str]

_OWN_NOW = "Your own minutes are here now. The samples and what was said about them have given way to them."
_SAMPLES_AGAIN = "Your home holds no minutes any more. These are the samples again."


@dataclass(frozen=True, slots=True)
class Turn:
    """One question, its answer, and the limits that the filter set."""

    question: str
    answer: Answer
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns over the minutes of one home; those of another home never join them.

    ``generation`` is the state of the index that the page shows, ``news`` what is said before the first turn.
    """

    home: str = ""
    generation: int = -1
    turns: tuple[Turn, ...] = ()
    news: str = ""

    def over(self, home: str, sample: bool = False) -> Conversation:
        """This conversation, or an empty one that says so where it was held over other minutes."""
        if self.home in ("", home):
            return self
        return Conversation(home, news=_SAMPLES_AGAIN if sample else _OWN_NOW)

    def seen(self, home: str, generation: int) -> Conversation:
        """The same conversation on a page that shows this state of the index."""
        return replace(self, home=home, generation=generation)

    def with_turn(self, turn: Turn) -> Conversation:
        """The conversation with one more turn."""
        return replace(self, turns=(*self.turns, turn))

    def questions(self) -> list[str]:
        """What the user has asked so far, in order."""
        return [turn.question for turn in self.turns]

    def messages(self) -> list[Message]:
        """The chat's messages; turns are numbered from 1, as their citation links are."""
        shown = [reply(news_html(self.news))] if self.news else []
        for number, turn in enumerate(self.turns, start=1):
            shown += [user_message(turn.question), reply(answer_html(turn.answer, number, turn.limits))]
        return shown

    def cited(self, key: str) -> tuple[Citation, tuple[Citation, ...]] | None:
        """The citation that a link such as "2.1" or "2.n3" stands for, with all of that answer's citations."""
        turn, _, place = key.partition(".")
        if not turn.isdecimal() or not 1 <= int(turn) <= len(self.turns):
            return None
        answer = self.turns[int(turn) - 1].answer
        if place.startswith("n"):
            found = [c for n, c in enumerate(answer.nearest, start=1) if f"n{n}" == place]
            return (found[0], ()) if found else None
        found = [c for c in answer.citations if str(c.marker) == place]
        return (found[0], answer.citations) if found else None


def user_message(question: str) -> Message:
    """The chat message of a question."""
    return {"role": "user", "content": question_html(question)}


def reply(html: str) -> Message:
    """The chat message of an answer."""
    return {"role": "assistant", "content": html}
