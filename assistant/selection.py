"""From scored sentences to what is quoted: whole bullets, lists with the words that lead them in, what is leaned on."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from assistant.citing import ATTENDANCE
from assistant.clauses import Clause, clauses_asked, of_another_motion
from assistant.coverage import coverage, matches, stems_in
from assistant.evidence import Candidate
from assistant.pieces import Piece, besides, in_order
from assistant.raised import points_raised
from assistant.reading import ReadMinute
from assistant.recommended import asks_recommended, only_recommended
from assistant.replies import replied
from assistant.searching import Asked
from assistant.settling import asks_outcome, settled
from assistant.sorts import held
from assistant.stretches import (
    LINE,
    LIST_WORDS,
    WORDS,
    ballots,
    ballots_above,
    comments_on,
    filled,
    introduced,
    led,
    led_in,
    opening,
    outcomes,
    pieces_of,
    runs,
    short_lines,
    with_leaning,
    words_in,
)
from index_store.held import HeldItem
from index_store.readers.pdf_owner_cells import is_owner

WORDS_BESIDE, WORDS_RIVAL = 50, 35
_RIVAL, _RIVAL_SAYS = 0.7, 0.7
_SHORT = 45
_GOOD, _USEFUL, _SAYS = 0.9, 0.7, 0.7
_SAME_MATTER = 0.4
_ABOUT, _SPOKEN_OF, _STRETCHES = 0.5, 0.05, 4
_TITLED, _WHOLLY = 2, 0.8
_PUT_OFF = re.compile(
    r"\b(?:defer(?:red|s)?|postponed?|held over|lies? on the table|to table|tabled (?:to|until|till|pending))\b", re.I
)
_LIKE, _LISTED = 0.92, 8
_TO_DO = re.compile(r"\W*actions?\W*:", re.IGNORECASE)
"""What is to be done about a matter names it, and does not tell what was decided on it."""
_FURNITURE = re.compile(
    r"(?:[-•]\s*)?(?:(?:a |the )?cop(?:y|ies) of (?:the|this|these|which)\b.*\bfiled\b"
    r"|action(?: by)?\s*:\s*[\w ,&/]{1,40}$"
    r"|(?:file (?:no|number|ref\w*)|authors?|(?:responsible|reporting) (?:officer|manager)|attachments?)\.?\s*:"
    r"|(?:the )?meeting (?:was )?(?:closed|ended|finished|concluded|adjourned|rose)\b.{0,60}$"
    r"|there being no (?:further|other) business\b.{0,80}$"
    r"|(?:the )?chair\w* (?:then |duly |formally )?(?:brought|declared|closed|ended|adjourned|concluded)\b.{0,20}"
    r"\b(?:meeting|proceedings|business)\b.{0,40}$"
    r"|(?:the )?(?:date (?:and time )?of )?(?:the )?next (?:[\w-]+ ){0,4}meeting\b(?:[^.]{0,50}\d[^.]{0,20}$"
    r"| (?:will|is|shall|would)\b))",
    re.IGNORECASE,
)


def choose(
    ranked: Sequence[Candidate], asked: Asked, clauses: Sequence[Clause] = (), words: int = WORDS
) -> tuple[Piece, ...]:
    """Stretches of the best sentence's minute that answer together.

    Where a decision is asked, its clauses (``clauses`` are all of that minute), whole; and the sentence itself
    where they do not say it. Else up to four stretches in about ``words`` words at most.
    """
    if not ranked:
        return ()
    best = ranked[0]
    if raised := points_raised(best, asked, clauses):
        return pieces_of(best, raised)
    ended = asks_outcome(asked) and (best.signs.titled >= _WHOLLY or _TO_DO.match(best.text) is not None)
    decided = clauses_asked(best, clauses, asked) if asked.question.kind in ("decision", "vote") or ended else []
    pieces = [Piece(best.minute.item, one.start, one.end, best.score, one.label, one.effect) for one in decided]
    if asked.question.kind == "vote" and decided:
        polled = ballots_above(best.read, decided[0].start) | ballots(best.read, decided[-1].end)
        pieces = [*in_order([*pieces, *pieces_of(best, polled)])]
    told = _sentences_in(best.read, pieces)
    pieces += besides(pieces_of(best, outcomes(best.read, told) | led_in(best.read, told)), pieces)
    text = " ".join(best.read.text[one.start : one.end] for one in pieces)
    if pieces and held(asked.wants, text, asked.known) == 1.0:
        own = _tells(best, text, asked)
        return tuple(pieces) if not own else in_order([*pieces, *besides(sentences_chosen([best], asked), pieces)])
    return in_order([*pieces, *besides(sentences_chosen(ranked, asked, words), pieces)])


def choose_with_rival(
    ranked: Sequence[Candidate], asked: Asked, clauses: Callable[[HeldItem], Sequence[Clause]]
) -> tuple[Piece, ...]:
    """As :func:`choose`; where another minute says nearly as much of what is asked, briefly what that says too.

    ``clauses`` gives those of a minute.
    """
    best = ranked[0]
    own = clauses(best.minute.item)
    rival = next((one for one in ranked if one.minute.item.id != best.minute.item.id), None)
    later = _later(best, ranked, asked)
    rival = later or rival
    apart = rival is None or best.score - rival.score >= _RIVAL or rival.signs.direct < _RIVAL_SAYS * best.signs.direct
    if rival is None or (apart and later is None):
        return choose(ranked, asked, own)
    others = [one for one in ranked if one.minute.item.id == rival.minute.item.id]
    said = choose(others, asked, clauses(rival.minute.item), WORDS_RIVAL)
    if sum(len(piece.text.split()) for piece in said) > LIST_WORDS:
        said = sentences_chosen(others, asked, WORDS_RIVAL)
    return (*choose(ranked, asked, own, WORDS if apart else WORDS_BESIDE), *said)


def _later(best: Candidate, ranked: Sequence[Candidate], asked: Asked) -> Candidate | None:
    """The best sentence of a later minute of the same body under the same title, that says nearly as much, or where
    the matter was put off: what was proposed at one meeting may stand otherwise since."""
    if asked.question.periods or asked.question.numbers or best.signs.routine or len(best.read.title) < _TITLED:
        return None
    meeting, put_off = best.minute.item.meeting, _PUT_OFF.search(best.read.text) is not None
    return next(
        (
            one
            for one in ranked
            if one.read.title == best.read.title
            and one.minute.item.meeting.slug == meeting.slug
            and (one.minute.item.meeting.date or "") > (meeting.date or "")
            and (put_off or one.signs.whole >= best.signs.whole * _USEFUL)
        ),
        None,
    )


def with_next(pieces: Sequence[Piece], following: Sequence[Candidate], then: Asked) -> tuple[Piece, ...]:
    """``pieces`` with what their first minute says of what is asked besides; ``following`` are candidates for that."""
    more = besides(sentences_chosen(following, then, WORDS_BESIDE), pieces)
    last = max((at for at, piece in enumerate(pieces) if piece.item.id == pieces[0].item.id), default=-1)
    return (*in_order([*pieces[: last + 1], *more]), *pieces[last + 1 :])


def _sentences_in(read: ReadMinute, stretches: Sequence[Piece]) -> set[int]:
    return {
        at
        for at, one in enumerate(read.layout.sentences)
        if any(told.start < one.end and one.start < told.end for told in stretches)
    }


def _tells(best: Candidate, text: str, asked: Asked) -> bool:
    """Does the best sentence match clearly more of the question than ``text`` and its minute's title do?"""
    said = matches(asked.terms, stems_in(text) | best.read.title)
    both = tuple(max(a, b) for a, b in zip(said, best.matched.direct[best.at], strict=True))
    return coverage(asked.terms, both) - coverage(asked.terms, said) >= 0.25


def sentences_chosen(ranked: Sequence[Candidate], asked: Asked, words: int = WORDS) -> tuple[Piece, ...]:
    """Up to four stretches of the best sentence's minute, in about ``words`` words at most."""
    best = ranked[0]
    own = [one for one in ranked if one.minute.item.id == best.minute.item.id]
    every = set(range(len(best.read.layout.sentences)))
    listing = asked.several
    bulleted = any(block.listed for block in best.read.layout.blocks)
    if words_in(best.read, every) <= (LIST_WORDS if listing else 0 if bulleted else _SHORT):
        return pieces_of(best, _without_furniture(best, every, asked))
    chosen = opening(best, LIST_WORDS if listing else words, points=not asked.wants)
    if listing:
        listed = asked.question.kind == "list" and not led(best)
        chosen = chosen | short_lines(best) if listed else chosen
        chosen |= _likes(best, own, chosen)
        return pieces_of(best, chosen | settled(best, chosen, asked) | comments_on(best.read, chosen))
    for one in own[1:]:
        if one.at in chosen or one.signs.stub or not _adds(one, chosen, best, asked) or of_another_motion(best, one.at):
            continue
        more = chosen | with_leaning(one)
        if words_in(best.read, more) <= words and len(runs(best.read, more)) <= _STRETCHES:
            chosen = more
    chosen = filled(best, chosen, asked, words)
    chosen = introduced(best, chosen, words)
    chosen = _with_best_left(best, own, chosen, asked, words)
    chosen |= comments_on(best.read, chosen)
    chosen |= led_in(best.read, chosen)
    chosen |= outcomes(best.read, chosen)
    chosen |= settled(best, chosen, asked)
    chosen |= replied(best, chosen, asked)
    return pieces_of(best, _without_furniture(best, chosen, asked))


def _with_best_left(best: Candidate, own: Sequence[Candidate], chosen: set[int], asked: Asked, words: int) -> set[int]:
    """``chosen`` with the next best of the minute as far as the words reach, where what is quoted so far does not hold
    the sort of fact that is asked for, or none can be told from the question. What is asked by a code is told where
    the code stands, and nowhere near."""
    text = " ".join(best.read.sentence(at) for at in sorted(chosen))
    if asked.codes or (asked.wants and held(asked.wants, text, asked.known) == 1.0):
        return chosen
    for one in own[1:]:
        signs = one.signs
        aside = one.at in chosen or signs.stub or signs.introducing or signs.whole < _ABOUT or signs.direct < _SPOKEN_OF
        more = chosen | {one.at}
        fits = not aside and words_in(best.read, more) <= words and len(runs(best.read, more)) <= _STRETCHES
        if fits and not of_another_motion(best, one.at):
            chosen = more
    return chosen


def _without_furniture(best: Candidate, chosen: set[int], asked: Asked) -> set[int]:
    """Without "A copy of the report is filed with these minutes" and "Action: Clerk", unless that is the answer, and
    without what was recommended and not put."""
    put_by = frozenset[int]() if asks_recommended(asked.question.standalone) else only_recommended(best.read.texts)
    kept = chosen - put_by
    return {at for at in kept if at == best.at or not (_FURNITURE.match(best.read.sentence(at)) or _is_owner(best, at))}


def _is_owner(best: Candidate, at: int) -> bool:
    """Does a cell at the end of a line, behind its sentence, name nobody but those who are to act?"""
    start = best.read.layout.sentences[at].start
    return best.read.text[max(0, start - 1) : start] == "\t" and is_owner(best.read.sentence(at))


def _likes(best: Candidate, own: Sequence[Candidate], chosen: set[int]) -> set[int]:
    """The minute's paragraphs with a sentence about as good an answer as the best, as far as the words reach."""
    more = set(chosen)
    if best.minute.item.number == ATTENDANCE:
        return more
    for one in own[1:]:
        block = best.read.members[one.read.layout.sentences[one.at].block]
        if one.score < best.score * _LIKE or one.signs.direct < best.signs.direct * _LIKE or one.signs.stub:
            continue
        with_it = more | (set(block) if words_in(best.read, set(block)) <= LINE else {one.at})
        if words_in(best.read, with_it) <= LIST_WORDS and len(runs(best.read, with_it)) <= _LISTED:
            more = with_it
    return more


def _adds(one: Candidate, chosen: set[int], best: Candidate, asked: Asked) -> bool:
    """Is the sentence as good as the best, or does it match terms, or hold a sort of fact, that the chosen lack?"""
    if one.score < best.score * _USEFUL:
        return False
    if one.score >= best.score * _GOOD and one.signs.direct >= best.signs.direct * _SAYS:
        return True
    have = [max((best.matched.direct[at][t] for at in chosen), default=0.0) for t in range(len(asked.terms))]
    more = [max(h, d) for h, d in zip(have, best.matched.direct[one.at], strict=True)]
    gain = coverage(asked.terms, more) - coverage(asked.terms, have)
    text = " ".join(best.read.sentence(at) for at in sorted(chosen))
    told = held(asked.wants, text, asked.known)
    lacking = told < 1.0 and held(asked.wants, f"{text} {one.text}", asked.known) > told
    sentences = best.read.layout.sentences
    near = sentences[one.at].block == sentences[best.at].block or one.signs.whole >= best.signs.whole * _SAME_MATTER
    return gain >= 0.12 or (lacking and near)
