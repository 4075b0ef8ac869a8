"""What became of a decision later: taken up again at a later meeting of the body, rescinded, superseded."""

from __future__ import annotations

import re
from collections.abc import Container

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of, shown
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, left_words, sitting
from assistant.registers.lookup import plain_number
from assistant.sentences import lay_out
from assistant.terms import STOP_WORDS, words_of
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldResolution, Scope

SINCE = "Since then, "
_UNDONE = re.compile(
    r"\b(?:rescind\w*|supersed\w*|overturn\w*|revok\w*|revers(?:ed|al|ing)|quash\w*|annul\w*|undone|set aside"
    r"|changed (?:their|our|its) minds?|u-?turns?|overruled)\b"
    r"|\b(?:decisions?|resolutions?) .{0,30}\b(?:replaced|changed|withdrawn|cancelled|amended)\b",
    re.I,
)
_UNDOING = re.compile(
    r"\b(?:be|is|was|are|were|been|to|hereby)\s+(?:\w+\s+)?(?:rescind\w*|supersed\w*|overturn\w*|revok\w*|annul\w*"
    r"|quash\w*|set aside)\b"
    r"|\b(?:rescind|revoke|supersede|overturn|annul)s?\b",
    re.I,
)
_NOT_SO = re.compile(
    r"\b(?:would|will|could|can|did|had|has) (?:therefore )?not (?:now |yet |therefore )?(?:be |been )?(?:now )?"
    r"(?:come|go|gone?|proceed\w*|start\w*|beg[iu]n|happen\w*|take|taken|open\w*|complet\w+|implement\w+|introduc\w+"
    r"|built|install\w*|sign\w+)\b"
    r"|\b(?:had|has) (?:now |since )?been (?:put back|delayed|postponed|cancelled|abandoned|suspended|shelved)\b",
    re.IGNORECASE,
)
"""What was to be, and is not: "the order would not now come into force", "the works had been delayed"."""
_SHARED = 2
_UNDONE_WORDS = (
    "decision decisions resolution resolutions rescind rescinded superseded supersede overturned overturn revoked "
    "revoke reversed "
    "replaced withdrawn cancelled amended been being was were is are after "
    "reverse quashed annulled undone set aside changed mind minds turn turns overruled later since ever made which "
    "what list any "
    "anything minute minutes earlier previous meeting meetings subsequently afterwards has have been were"
)
#: Headings under which something else stands at every meeting.
_STANDING = frozenset(
    word.stem
    for word in words_of(
        "finance financial planning application applications correspondence police report reports treasurer "
        "secretary chair councillor "
        "councillors matters arising minutes previous last meeting meetings aob aocb any other business competent "
        "date next update "
        "updates welcome apologies declarations interest public participation open forum item items district county "
        "community council "
        "committee progress second third quarter first final interim further review verbal headteacher headteachers "
        "head principal director directors manager managers executive chief officer officers clerk clerks mayor leader "
        "warden ranger portfolio holder"
    )
)


def undone_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every decision by which an earlier one was rescinded or superseded, with the earlier one where it is held."""
    if question.numbers or question.people or not _UNDONE.search(question.own):
        return None
    if left_words(question, _UNDONE_WORDS):
        return None
    held = [one for one in catalogue.resolutions(question.scope) if _UNDOING.search(one.resolution.text)]
    if not held:
        return None
    citing = Citing(catalogue.source_text)
    count = "One decision that undoes" if len(held) == 1 else f"{len(held)} decisions that undo"
    lines = [f"{count} an earlier one, in the minutes held:"]
    for one in held[-MOST_ROWS:]:
        clause = one.resolution
        label = f"({clause.label}) " if clause.label else ""
        marker = citing.mark(one.item, clause.span, clause.label)
        where = f"{sitting(one.item.meeting)}, {heading_of(one.item)}"
        lines.append(f"- {where}: {label}“{shown(clause.text)}” {marker}{_earlier(one, catalogue, citing)}")
    return answered(question, "decision", lines, citing)


def _earlier(one: HeldResolution, catalogue: Catalogue, citing: Citing) -> str:
    """The decision that was undone, quoted, where the clause names one minute that is held."""
    own = [
        reference.reference
        for reference in catalogue.references_from(one.item.id)
        if reference.reference.kind == "minute"
        and one.resolution.span.start <= reference.reference.span.start < one.resolution.span.end
    ]
    for reference in own[:1]:
        before = [
            item
            for item in catalogue.find_items(Scope(bodies=(one.item.meeting.slug,)), number=reference.target)
            if (item.meeting.date or "") < (one.item.meeting.date or "")
        ]
        if len(before) != 1:
            return ""
        clauses = catalogue.resolutions(item_id=before[0].id)
        clauses = tuple(held for held in clauses if not reference.clause or held.resolution.label == reference.clause)
        if not clauses:
            return ""
        said = clauses[0].resolution
        marker = citing.mark(before[0], said.span, said.label)
        return f" – that was, {sitting(before[0].meeting)}, {heading_of(before[0])}: “{shown(said.text)}” {marker}"
    return ""


def subject_of(item: HeldItem) -> frozenset[str]:
    """The stems of a title that tell what it is about; none for headings that recur at every meeting."""
    words = words_of(re.sub(r"\d+", " ", item.title or ""))
    return frozenset(word.stem for word in words if word.word not in STOP_WORDS) - _STANDING


def sequels_of(item: HeldItem, catalogue: Catalogue) -> tuple[HeldItem, ...]:
    """Minutes of later meetings of the body that refer to this one or stand under the same title, oldest first."""
    body = Scope(bodies=(item.meeting.slug,), date_from=item.meeting.date)
    later = [one for one in catalogue.meetings(body) if (one.date or "") > (item.meeting.date or "")]
    subject = subject_of(item)
    found = []
    for meeting in later[:40]:
        for one in catalogue.items(meeting.id):
            if one.number == ATTENDANCE:
                continue
            own = subject_of(one)
            if (subject and own and (subject <= own or own <= subject)) or _refers(one, item, catalogue):
                found.append(one)
    return tuple(found)


def _refers(one: HeldItem, to: HeldItem, catalogue: Catalogue) -> bool:
    if not to.number or not re.search(r"\D|\d{2}", to.number):
        return False
    return any(
        each.reference.kind == "minute" and plain_number(each.reference.target) == plain_number(to.number)
        for each in catalogue.references_from(one.id)
    )


def since_line(catalogue: Catalogue, item: HeldItem, citing: Citing, told: Container[str] = ()) -> str | None:
    """What undoes a decision of this minute later, by its number or in what came of it; None where nothing does."""
    return undone_line(catalogue, item, citing, told) or _overtaken_line(catalogue, item, citing, told)


def _overtaken_line(catalogue: Catalogue, item: HeldItem, citing: Citing, told: Container[str]) -> str | None:
    """The sentence of a later minute on the matter that says that what this one decided did not come about."""
    decided = [one.resolution.text for one in catalogue.resolutions(item_id=item.id)]
    own = {word.stem for text in decided for word in words_of(text) if word.word not in STOP_WORDS}
    if not own or item.number == ATTENDANCE:
        return None
    for one in sequels_of(item, catalogue):
        found = None if one.id in told else _NOT_SO.search(one.text.text)
        if found is None:
            continue
        text = one.text.text
        sentence = next(each for each in lay_out(text).sentences if each.start <= found.start() < each.end)
        said = {word.stem for word in words_of(text[sentence.start : sentence.end]) if word.word not in STOP_WORDS}
        if len(own & said) >= _SHARED:
            quote, marker = citing.quote(one, sentence.start, sentence.end)
            return f"{SINCE}{sitting(one.meeting)}, {heading_of(one)}: “{quote}” {marker}"
    return None


def undone_line(catalogue: Catalogue, item: HeldItem, citing: Citing, told: Container[str] = ()) -> str | None:
    """The later decision of the body that undoes one of this minute's, naming it by number; None where
    none is held, or where its minute is among those ``told`` already."""
    if not item.number or item.number == ATTENDANCE:
        return None
    after = Scope(bodies=(item.meeting.slug,), date_from=item.meeting.date)
    for held in catalogue.references_to(item.number, after):
        if (
            held.item.id in told
            or held.reference.kind != "minute"
            or (held.item.meeting.date or "") <= (item.meeting.date or "")
        ):
            continue
        for one in catalogue.resolutions(item_id=held.item.id):
            clause = one.resolution
            if clause.span.start <= held.reference.span.start < clause.span.end and _UNDOING.search(clause.text):
                marker = citing.mark(one.item, clause.span, clause.label)
                where = f"{sitting(one.item.meeting)}, {heading_of(one.item)}"
                return f"{SINCE}{where}: “{shown(clause.text)}” {marker}"
    return None


def sequel_line(item: HeldItem, catalogue: Catalogue, citing: Citing) -> str | None:
    """The first later minute that decides what this one left open, with its decisions; None where none is held."""
    for one in sequels_of(item, catalogue):
        decided = [held for held in catalogue.resolutions(item_id=one.id) if held.resolution.effect != "deferred"]
        if decided:
            said = "; ".join(
                f"{f'({held.resolution.label}) ' if held.resolution.label else ''}“{shown(held.resolution.text)}” "
                f"{citing.mark(one, held.resolution.span, held.resolution.label)}"
                for held in decided[:4]
            )
            return f"Later: {sitting(one.meeting)}, {heading_of(one)}: {said}"
    return None
