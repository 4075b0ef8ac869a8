"""A language model's words in place of the quoting writer's, sentence by sentence, each checked before it is shown."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from time import monotonic

import prompts
from assistant.answer import Answer, Usage
from assistant.citing import Citing
from assistant.grounding import Grounding
from assistant.model_writer.asking import Message, Tokens, ask, estimated_tokens
from assistant.model_writer.checking import Checked, Checking, sentences_in
from assistant.model_writer.draft import Draft
from assistant.model_writer.evidence import Numbered, fence_of, numbered
from assistant.model_writer.failure import ModelFailed
from assistant.model_writer.follow_up import made_whole
from assistant.model_writer.instructions import speaks_to_programs
from assistant.model_writer.models import WRITTEN_TOKENS, Model, model_of
from assistant.model_writer.privacy import may_be_sent, sent_note
from assistant.model_writer.schema import ANSWER_SCHEMA, begun, finished_sentences, whole_answer
from assistant.model_writer.telling import tells
from assistant.model_writer.wording import worded
from assistant.pieces import Piece
from assistant.question import Question
from assistant.retrieval import FoundMinute
from assistant.searching import Asked
from assistant.settings import Settings
from index_store.held import HeldAttendee, Scope
from index_store.index import Index
from index_store.models import Effect

Told = Callable[[Answer], None]
"""Is given the answer so far, each time that a sentence has been checked."""
_SENTENCES = 20
_ROOM_AGAIN = 500
_PART_FOR_QUESTION = 0.3


def writer_of(settings: Settings | None, index: Index, told: Told | None = None) -> ModelWriter | None:
    """The writer for one question, or None where the settings name no model. Raises BadSetting."""
    model = model_of(settings) if settings else None
    return ModelWriter(model, index, told) if model else None


class ModelWriter:
    """Words one question's answers by a model; the time that it may take begins when it is made.

    It is given what the quoting writer would say, and says that itself where the model fails, once and for the whole
    question: a server that is down is not asked again.
    """

    def __init__(self, model: Model, index: Index, told: Told | None = None) -> None:
        self._model, self._index, self._told = model, index, told
        self._began = monotonic()
        self._tokens = Tokens()
        self._failed: ModelFailed | None = None
        self._sent: set[str] = set()
        self._grounding = Grounding(index.embedder, strict=True)

    def whole(self, turns: Sequence[str], read: str) -> str | None:
        """The last of ``turns`` made whole by the model, or None where ``read``, the rules' own reading, stays."""
        until = self._began + _PART_FOR_QUESTION * self._model.seconds
        try:
            return made_whole(self._model, turns, read, until, self._tokens)
        except ModelFailed as failed:
            self._failed = failed if failed.trouble in ("down", "busy", "key", "slow") else None
            return None

    def write(self, asked: Asked, quoted: Answer, pieces: Sequence[Piece], found: Sequence[FoundMinute]) -> Answer:
        """``quoted`` in the model's words, or as it is, with a note that says why."""
        question = asked.question
        kept_back = [piece.item for piece in pieces if not may_be_sent(piece.item, self._model)]
        if kept_back or speaks_to_programs(question.standalone):
            return self._as_quoted(quoted, _KEPT_BACK if kept_back else _NOT_PUT)
        if self._failed:
            return self._as_quoted(quoted, self._failed.said(self._model.name))
        evidence = self._evidence(question, pieces, found)
        if not evidence:
            return self._as_quoted(quoted, ModelFailed("context").said(self._model.name))
        try:
            return self._written(asked, quoted, pieces, evidence)
        except ModelFailed as failed:
            self._failed = failed
            return self._as_quoted(quoted, failed.said(self._model.name))

    def signed(self, answer: Answer) -> Answer:
        """The question's answer with what was sent where for it, and the tokens that it took."""
        if not self._tokens.requests:
            return answer
        counted = self._tokens
        notes = answer.notes if self._model.here else (*answer.notes, sent_note(self._model, len(self._sent)))
        usage = Usage(self._model.name, counted.requests, counted.taken, counted.given, counted.estimated)
        return replace(answer, notes=notes, usage=usage)

    def _evidence(
        self, question: Question, pieces: Sequence[Piece], found: Sequence[FoundMinute]
    ) -> tuple[Numbered, ...]:
        taken = sum(estimated_tokens(one) for one in (prompts.prompt("answer_rules").text, question.standalone))
        room = self._model.context - WRITTEN_TOKENS - taken - _ROOM_AGAIN
        others = [one.item for one in found if may_be_sent(one.item, self._model)]
        return numbered(pieces, others, self._effects, room)

    def _written(self, asked: Asked, quoted: Answer, pieces: Sequence[Piece], evidence: Sequence[Numbered]) -> Answer:
        self._sent |= {one.item.id for one in evidence}
        minutes = {one.marker: one.item for one in evidence}
        checking = Checking(minutes, self._grounding, self._attendance, asked.question.standalone)
        messages = self._messages(asked.question, evidence)
        draft = Draft(checking, partial(self._tell, quoted))
        for text, markers in self._sentences(messages, draft):
            draft.take(text, markers)
        if not draft.checked and not draft.faults:
            return self._as_quoted(quoted, f"The language model ({self._model.name}) found no answer.")
        if draft.faults:
            self._mend(messages, draft)
        if not draft.checked:
            said = f"Nothing that the language model ({self._model.name}) wrote is borne out by the minutes."
            return self._as_quoted(quoted, said)
        if not tells(draft.in_order(), pieces, asked):
            said = (
                f"What the language model ({self._model.name}) wrote leaves out what is asked: the minutes are quoted."
            )
            return self._as_quoted(quoted, said)
        return self._answer(quoted, draft.in_order(), pieces)

    def _messages(self, question: Question, evidence: Sequence[Numbered]) -> list[Message]:
        told = "\n\n".join(one.text for one in evidence)
        asked = " ".join(question.standalone.split())
        fence = fence_of(told, asked)
        return [
            Message("system", prompts.render("answer_rules")),
            Message("user", prompts.render("answer", fence=fence, evidence=told, question=asked)),
        ]

    def _sentences(self, messages: list[Message], draft: Draft) -> Iterator[tuple[str, Sequence[int]]]:
        """Each single sentence as soon as it is complete, with the numbers that it cites."""
        draft.heard, done = "", 0
        until = self._began + self._model.seconds
        for part in ask(self._model, messages, until, self._tokens, self._model.in_form("answer", ANSWER_SCHEMA)):
            draft.heard += part
            for one in finished_sentences(draft.heard)[done:_SENTENCES]:
                done += 1
                yield from ((text, one.markers) for text in sentences_in(one.text))
        written = whole_answer(draft.heard)
        if written is None:
            raise ModelFailed("cut" if begun(draft.heard) else "malformed")
        for one in written.sentences[done:_SENTENCES] if written.answered else ():
            yield from ((text, one.markers) for text in sentences_in(one.text))

    def _mend(self, messages: list[Message], draft: Draft) -> None:
        """Ask once more for the sentences that failed, with the reasons; what fails again is left out."""
        listed = "\n".join(f"- {one.text}\n  Reason: {one.reason}." for one in draft.faults.values())
        again = prompts.render("again", faults=listed)
        more = [*messages, Message("assistant", draft.heard), Message("user", again)]
        if sum(estimated_tokens(one.text) for one in more) + WRITTEN_TOKENS > self._model.context:
            return
        try:
            for text, markers in self._sentences(more, draft):
                draft.mend(text, markers)
        except ModelFailed:
            return  # what was borne out the first time stands

    def _answer(self, quoted: Answer, checked: Sequence[Checked], pieces: Sequence[Piece]) -> Answer:
        """``pieces`` are what a decision's answer must say; none while it is still being written."""
        citing = Citing(self._index.catalogue.source_text)
        text = worded(quoted, checked, pieces, citing)
        return replace(quoted, answer=text, citations=tuple(citing.citations), writer=self._model.name)

    def _as_quoted(self, quoted: Answer, note: str) -> Answer:
        return replace(quoted, notes=(*quoted.notes, note))

    def _tell(self, quoted: Answer, checked: Sequence[Checked]) -> None:
        if self._told:
            self._told(self._answer(quoted, checked, ()))

    def _effects(self, item_id: str) -> Sequence[Effect]:
        return [one.resolution.effect for one in self._index.catalogue.resolutions(item_id=item_id)]

    def _attendance(self, meeting_id: str) -> Sequence[HeldAttendee]:
        return self._index.catalogue.attendance(Scope(meetings=(meeting_id,)))


_KEPT_BACK = (
    "The minutes that answer are marked exempt or confidential, so they were not sent to the language model: "
    "they are quoted."
)
_NOT_PUT = "The question was not put to the language model, for it speaks to a program: the minutes are quoted."
