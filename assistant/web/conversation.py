"""A conversation on the page: the turns so far, and how the chat shows them."""

from __future__ import annotations

from dataclasses import dataclass, replace

from assistant.answer import Answer, Citation
from assistant.web.view import answer_html, question_html

Message = dict[str, str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One question, its answer, and the limits that the filter set."""

    question: str
    answer: Answer
    limits: str = ""


@dataclass(frozen=True, slots=True)
class Conversation:
    """Turns over the minutes of one home; those of another home never join them."""

    home: str = ""
    turns: tuple[Turn, ...] = ()

    def over(self, home: str) -> Conversation:
        """This conversation, or an empty one where it was held over other minutes."""
        return self if self.home == home else Conversation(home)

    def with_turn(self, turn: Turn) -> Conversation:
        """The conversation with one more turn."""
        return replace(self, turns=(*self.turns, turn))

    def questions(self) -> list[str]:
        """What the user has asked so far, in order."""
        return [turn.question for turn in self.turns]

    def messages(self) -> list[Message]:
        """The chat's messages; turns are numbered from 1, as their citation links are."""
        shown: list[Message] = []
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
