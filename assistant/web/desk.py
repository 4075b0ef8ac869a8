"""What the page does: opening, asking, and showing the minute behind a citation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, NamedTuple

import gradio as gr

from assistant.answer import Answer, Citation
from assistant.model_writer import Told
from assistant.pipeline import answer_question
from assistant.settings import QUOTE, Settings
from assistant.web.conversation import Conversation, Turn, reply, user_message
from assistant.web.examples import examples
from assistant.web.feedback import FIELDS, form_html, keep_judgement, thanks_html
from assistant.web.held import header_html, held_html
from assistant.web.holdings import Holdings, Served
from assistant.web.labels import body_names
from assistant.web.limits import limits_line, scope_of
from assistant.web.panel import Shown, gone_html, minute_html, trouble_html
from assistant.web.view import failure_html, growing_html, waiting_html, writing_html
from assistant.web.writing import growing, privacy_html
from index_store.errors import MinutesError

_SAME: Any = gr.skip()
_REMEMBERED = 5  # earlier questions are answered again with each new one


class Page(NamedTuple):
    """What a handler gives the page, in the order of its outputs; what is left out stays as it is."""

    chat: Any = _SAME
    question: Any = _SAME
    conversation: Any = _SAME
    head: Any = _SAME
    bodies: Any = _SAME
    panel: Any = _SAME


class Desk:
    """The handlers of one running chat."""

    def __init__(self, holdings: Holdings) -> None:
        self._holdings = holdings
        self._examples: tuple[tuple[str, int], list[str]] | None = None

    def open(self) -> Page:
        """A page that has just been loaded: what is held, bodies to choose from, example questions."""
        try:
            return self._opened()
        except MinutesError as error:
            return Page(head=trouble_html(str(error)))

    def _opened(self) -> Page:
        with self._holdings.reading() as served:
            offered = [{"text": question} for question in self._offered(served)]
            return _framed(served, Conversation(), self._holdings.settings)._replace(
                chat=gr.update(value=[], examples=offered)
            )

    def ask(
        self,
        typed: str,
        conversation: Conversation,
        bodies: Sequence[str] | None,
        date_from: str | None,
        date_to: str | None,
    ) -> Iterator[Page]:
        """The question at once, then its answer, sentence by sentence."""
        typed = typed.strip()
        if not typed:
            yield Page()
            return
        asked = user_message(typed)
        yield Page([*conversation.messages(), asked, reply(waiting_html())], "")
        try:
            for part in growing(
                self._holdings.settings,
                lambda told: self._answered(typed, conversation, bodies, date_from, date_to, told),
            ):
                if isinstance(part, Answer):
                    yield Page(
                        [*conversation.messages(), asked, reply(writing_html(part, len(conversation.turns) + 1))]
                    )
                else:
                    page = part
        except MinutesError as error:
            yield Page([*conversation.messages(), asked, reply(failure_html(str(error)))])
            return
        answered = page.conversation
        messages = answered.messages()
        if answered.turns[-1].answer.writer == QUOTE:
            for html in growing_html(answered.turns[-1].answer, len(answered.turns)):
                yield Page([*messages[:-1], reply(html)], conversation=answered)
        yield page._replace(chat=messages)

    def show(self, conversation: Conversation, event: gr.EventData) -> str:
        """The panel for the link that was followed."""
        try:
            if event.key == "judged":
                return self._judged(conversation, {name: str(getattr(event, name, "")) for name in FIELDS})
            return self._shown(conversation, str(event.key))
        except MinutesError as error:
            return trouble_html(str(error))

    def _shown(self, conversation: Conversation, key: str) -> str:
        with self._holdings.reading() as served:
            catalogue = served.index.catalogue
            if key == "held":
                return held_html(catalogue.bodies(), catalogue.meetings())
            if key.startswith(("item=", "meeting=")):
                return _minute(served, key.partition("=")[2])
            conversation = conversation.over(served.home, served.sample)
            if key.startswith("judge="):
                return form_html(conversation, key.partition("=")[2], catalogue) or gone_html(None)
            found = conversation.cited(key)
            return _minute(served, found[0].id, *found) if found else gone_html(None)

    def _judged(self, conversation: Conversation, said: dict[str, str]) -> str:
        """Keeps what was said of an answer in the user's own home, also where it was said of the samples."""
        with self._holdings.reading() as served:
            conversation = conversation.over(served.home, served.sample)
            kept = keep_judgement(self._holdings.home, served.sample, conversation, said, served.index.catalogue)
            return thanks_html(kept) if kept else gone_html(None)

    def _answered(
        self,
        typed: str,
        conversation: Conversation,
        bodies: Sequence[str] | None,
        date_from: str | None,
        date_to: str | None,
        told: Told | None = None,
    ) -> Page:
        """The page with the answer as the last turn; its frame is renewed where the index has moved on."""
        scope = scope_of(bodies, date_from, date_to)
        with self._holdings.reading() as served:
            talk = conversation.over(served.home, served.sample)
            if talk is not conversation:
                scope = scope_of(None, date_from, date_to)
            answer = answer_question(
                served.index,
                [*talk.questions()[-_REMEMBERED:], typed],
                scope,
                date.today(),
                self._holdings.settings,
                told,
            )
            turn = Turn(typed, answer, limits_line(scope, body_names(served.index.catalogue.bodies())))
            talk = talk.with_turn(turn)
            if talk.home == conversation.home and served.index.catalogue.generation() == conversation.generation:
                return Page(conversation=talk)
            page = _framed(served, talk, self._holdings.settings)
            return page if talk.home != conversation.home else page._replace(panel=_SAME)

    def _offered(self, served: Served) -> list[str]:
        """Example questions, worked out once for each state of the index."""
        state = (served.home, served.index.catalogue.generation())
        if self._examples is None or self._examples[0] != state:
            everything, settings = scope_of(), self._holdings.settings.quoting()

            def ask(question: str) -> Answer:
                return answer_question(served.index, [question], everything, date.today(), settings)

            self._examples = state, examples(served.index.catalogue, ask)
        return self._examples[1]


def _framed(served: Served, conversation: Conversation, settings: Settings) -> Page:
    """Everything around the chat, as the index of now has it."""
    catalogue = served.index.catalogue
    bodies = catalogue.bodies()
    choices = [(name, slug) for slug, name in body_names(bodies).items()]
    same = conversation.home in ("", served.home)
    return Page(
        conversation=conversation.seen(served.home, catalogue.generation()),
        head=header_html(bodies, served.sample) + privacy_html(settings),
        bodies=gr.update(choices=choices) if same else gr.update(choices=choices, value=[]),
        panel=held_html(bodies, catalogue.meetings()),
    )


def _minute(served: Served, target: str, citation: Citation | None = None, together: tuple[Citation, ...] = ()) -> str:
    """The panel for a minute's id, or for a meeting's: then its first page."""
    catalogue = served.index.catalogue
    item = catalogue.item(target)
    items = catalogue.items(item.meeting.id if item else target)
    if item is None and items and citation is None:
        item = items[0]
    if item is None:
        return gone_html(citation)
    place = next((n for n, other in enumerate(items) if other.id == item.id), None)
    before = items[place - 1] if place else None
    after = items[place + 1] if place is not None and place + 1 < len(items) else None
    text = catalogue.source_text(item.meeting.source)
    clicked = citation.marker if citation else None
    return minute_html(Shown(item, text, before, after, together, clicked))
