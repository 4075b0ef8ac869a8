"""From scored sentences to what is quoted: whole bullets, lists with the words that lead them in, what is leaned on."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.citing import ATTENDANCE
from assistant.clauses import Clause, clauses_asked
from assistant.coverage import coverage, matches, stems_in
from assistant.evidence import Candidate
from assistant.motions import answer_to, outcome_of
from assistant.pieces import Piece, besides, in_order
from assistant.reading import ReadMinute
from assistant.searching import Asked
from assistant.sorts import held

WORDS, LIST_WORDS = 90, 170
WORDS_BESIDE, WORDS_RIVAL = 50, 35
_RIVAL, _RIVAL_SAYS = 0.7, 0.7
_SHORT = 45
_GOOD, _USEFUL, _SAYS = 0.9, 0.7, 0.7
_SAME_MATTER = 0.4
_LINE, _LIKE, _LISTED, _STUB = 30, 0.92, 8, 12
_FURNITURE = re.compile(
    r"(?:[-•]\s*)?(?:(?:a |the )?cop(?:y|ies) of (?:the|this|these|which)\b.*\bfiled\b"
    r"|action(?: by)?\s*:\s*[\w ,&/]{1,40}$)",
    re.IGNORECASE,
)
_BALLOT = re.compile(
    r"\W*(?:votes?\b|voting|proposed|prop\b|moved|seconded|for\b|against\b|abst|all in favour|carried|lost|unanimous"
    r"|on a vote|the (?:motion|amendment|vote)|(?:it|this) was (?:carried|lost))",
    re.IGNORECASE,
)
_LEANING = re.compile(
    r"(?:[•●▪\-–—*]\s+|\(?\w{1,4}[.)]\s+)?(?:it|this|these|those|they|he|she|that|such|his|her|their|its|there"
    r"|both|the (?:total|former|latter|proposal|project|"
    r"application|work|scheme|group|report|matter|event|site|remaining|others?|cost|money|funds?|grant|first"
    r"|second|same|decision|sum)|in addition|however|also|"
    r"but|and|then|therefore|consequently|subsequently|as a result|a further|another|further|following this"
    r"|accordingly)\b",
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
    decided = clauses_asked(best, clauses, asked) if asked.question.kind in ("decision", "vote") else []
    pieces = [Piece(best.minute.item, one.start, one.end, best.score, one.label, one.effect) for one in decided]
    if asked.question.kind == "vote" and decided:
        pieces += pieces_of(best, _ballots(best.read, decided[-1].end))
    told = _sentences_in(best.read, pieces)
    pieces += besides(pieces_of(best, _outcomes(best.read, told) | _led_in(best.read, told)), pieces)
    text = " ".join(best.read.text[one.start : one.end] for one in pieces)
    if pieces and held(asked.wants, text, asked.known) == 1.0:
        own = _tells(best, text, asked)
        return tuple(pieces) if not own else in_order([*pieces, *besides(sentences_chosen([best], asked), pieces)])
    return in_order([*pieces, *besides(sentences_chosen(ranked, asked, words), pieces)])


def choose_with_rival(ranked: Sequence[Candidate], asked: Asked, clauses: Sequence[Clause] = ()) -> tuple[Piece, ...]:
    """As :func:`choose`; where another minute says nearly as much of what is asked, briefly what that says too."""
    best = ranked[0]
    rival = next((one for one in ranked if one.minute.item.id != best.minute.item.id), None)
    if rival is None or best.score - rival.score >= _RIVAL or rival.signs.direct < _RIVAL_SAYS * best.signs.direct:
        return choose(ranked, asked, clauses)
    others = [one for one in ranked if one.minute.item.id == rival.minute.item.id]
    return (*choose(ranked, asked, clauses, WORDS_BESIDE), *sentences_chosen(others, asked, WORDS_RIVAL))


def with_next(pieces: Sequence[Piece], following: Sequence[Candidate], then: Asked) -> tuple[Piece, ...]:
    """``pieces`` with what their first minute says of what is asked besides; ``following`` are candidates for that."""
    more = besides(sentences_chosen(following, then, WORDS_BESIDE), pieces)
    last = max((at for at, piece in enumerate(pieces) if piece.item.id == pieces[0].item.id), default=-1)
    return (*in_order([*pieces[: last + 1], *more]), *pieces[last + 1 :])


def _ballots(read: ReadMinute, behind: int) -> set[int]:
    """The sentences behind a decision that say who moved it and how the vote went."""
    sentences = read.layout.sentences
    chosen: set[int] = set()
    for at, one in enumerate(sentences):
        if one.start >= behind and _BALLOT.match(read.sentence(at)):
            chosen.add(at)
        elif one.start >= behind:
            break
    return chosen


def _sentences_in(read: ReadMinute, stretches: Sequence[Piece]) -> set[int]:
    return {
        at
        for at, one in enumerate(read.layout.sentences)
        if any(told.start < one.end and one.start < told.end for told in stretches)
    }


def _outcomes(read: ReadMinute, chosen: set[int]) -> set[int]:
    """What became of each motion, amendment or request that the sentences put."""
    told = [read.sentence(at) for at in range(len(read.layout.sentences))]
    answers: set[int] = set()
    for at in chosen:
        own = read.members[read.layout.sentences[at].block]
        answers |= outcome_of(told, at) | {own[0] + one for one in answer_to([told[x] for x in own], at - own[0])}
    return answers - chosen


def _led_in(read: ReadMinute, chosen: set[int]) -> set[int]:
    """What follows a sentence that only leads it in ("passed the following resolution:"); short lines, all of them."""
    more: set[int] = set()
    waiting, last = [at for at in chosen if read.sentence(at).rstrip().endswith(":")], len(read.layout.sentences)
    while waiting:
        at = waiting.pop()
        led = list(range(at + 1, min(at + 2, last)))
        for near in range(at + 2, last):
            if max(len(read.sentence(one).split()) for one in (near - 1, near)) > _STUB:
                break
            led.append(near)
        waiting += [one for one in led if one not in more | chosen and read.sentence(one).rstrip().endswith(":")]
        more.update(led)
    return more - chosen


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
    if _words(best.read, every) <= (LIST_WORDS if listing else 0 if bulleted else _SHORT):
        return pieces_of(best, every)
    chosen = _opening(best, LIST_WORDS if listing else words)
    if listing:
        listed = asked.question.kind == "list" and not _led(best)
        chosen = chosen | _short_lines(best) if listed else chosen
        return pieces_of(best, chosen | _likes(best, own, chosen))
    for one in own[1:]:
        if one.at in chosen or one.signs.stub or not _adds(one, chosen, best, asked):
            continue
        more = chosen | _with_leaning(one)
        if _words(best.read, more) <= words and len(_runs(best.read, more)) <= 4:
            chosen = more
    chosen |= _led_in(best.read, chosen)
    chosen |= _outcomes(best.read, chosen)
    return pieces_of(best, _without_furniture(best, chosen))


def _without_furniture(best: Candidate, chosen: set[int]) -> set[int]:
    """Without "A copy of the report is filed with these minutes" and "Action: Clerk", unless that is the answer."""
    return {at for at in chosen if at == best.at or not _FURNITURE.match(best.read.sentence(at))}


def _likes(best: Candidate, own: Sequence[Candidate], chosen: set[int]) -> set[int]:
    """The minute's paragraphs with a sentence about as good an answer as the best, as far as the words reach."""
    more = set(chosen)
    if best.minute.item.number == ATTENDANCE:
        return more
    for one in own[1:]:
        block = best.read.members[one.read.layout.sentences[one.at].block]
        if one.score < best.score * _LIKE or one.signs.direct < best.signs.direct * _LIKE or one.signs.stub:
            continue
        with_it = more | (set(block) if _words(best.read, set(block)) <= _LINE else {one.at})
        if _words(best.read, with_it) <= LIST_WORDS and len(_runs(best.read, with_it)) <= _LISTED:
            more = with_it
    return more


def _led(best: Candidate) -> list[int]:
    """The blocks of the list that the best sentence stands in or leads in."""
    blocks = best.read.layout.blocks
    block = best.read.layout.sentences[best.at].block
    lead = blocks[block].lead
    lead = block if lead is None else lead
    led = [at for at, other in enumerate(blocks) if other.lead == lead]
    return [lead, *led] if led else []


def _short_lines(best: Candidate) -> set[int]:
    """The sentences of the short lines round the best one: a list or table that nothing leads in."""
    members = best.read.members
    lengths = [_words(best.read, set(own)) for own in members]
    block = best.read.layout.sentences[best.at].block
    low = high = block
    total = lengths[block]
    while True:
        if high + 1 < len(members) and lengths[high + 1] <= _LINE and total + lengths[high + 1] <= LIST_WORDS:
            high += 1
            total += lengths[high]
        elif low > 0 and lengths[low - 1] <= _LINE and total + lengths[low - 1] <= LIST_WORDS:
            low -= 1
            total += lengths[low]
        else:
            return {at for one in range(low, high + 1) for at in members[one]}


def _opening(best: Candidate, words: int) -> set[int]:
    """The best sentence with its list, where it leads one in or a list is short, or with its bullet or paragraph."""
    members, blocks = best.read.members, best.read.layout.blocks
    block = best.read.layout.sentences[best.at].block
    if block + 1 < len(blocks) and blocks[block + 1].heading == block:
        return _headed(best, block, words)
    led = _led(best)
    whole = {at for one in led for at in members[one]}
    if led and (block == led[0] or words > WORDS) and _words(best.read, whole) <= words:
        return whole
    if _words(best.read, set(members[block])) <= words * 0.8:
        return set(members[block])
    chosen = _with_leaning(best)
    for near in (best.at + 1, best.at - 1, best.at + 2):
        if near in members[block] and _words(best.read, chosen | {near}) <= words * 0.7:
            chosen.add(near)
    return chosen


def _headed(best: Candidate, heading: int, words: int) -> set[int]:
    """A heading inside the minute with what stands under it, as far as the words reach, its first sentence at least."""
    chosen = set(best.read.members[heading])
    under = [at for at, one in enumerate(best.read.layout.blocks) if one.heading == heading]
    for at in (at for block in under for at in best.read.members[block]):
        if len(chosen) > 1 and _words(best.read, chosen | {at}) > words:
            break
        chosen.add(at)
    return chosen


def _with_leaning(one: Candidate) -> set[int]:
    """The sentence with those before it in its paragraph that it leans on ("It", "This proposal")."""
    sentences = one.read.layout.sentences
    chosen = {one.at}
    at = one.at
    while at > 0 and len(chosen) < 3 and sentences[at - 1].block == sentences[at].block:
        if not _LEANING.match(one.read.text, sentences[at].start):
            break
        at -= 1
        chosen.add(at)
    return chosen


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


def _words(read: ReadMinute, chosen: set[int]) -> int:
    return sum(len(read.sentence(at).split()) for at in chosen)


def _runs(read: ReadMinute, chosen: set[int]) -> list[list[int]]:
    """Stretches of neighbouring sentences; one ends with its paragraph, but list items stay with their lead
    and short lines with one another."""
    runs: list[list[int]] = []
    sentences, blocks = read.layout.sentences, read.layout.blocks
    for at in sorted(chosen):
        joined = runs and at == runs[-1][-1] + 1
        if joined and sentences[at].block != sentences[at - 1].block:
            short = all(len(read.block(sentences[one].block).split()) <= _STUB for one in (at - 1, at))
            joined = blocks[sentences[at].block].listed or short
        if joined:
            runs[-1].append(at)
        else:
            runs.append([at])
    return runs


def pieces_of(best: Candidate, chosen: set[int]) -> tuple[Piece, ...]:
    """The sentences chosen from one minute as stretches to quote, in their order."""
    sentences = best.read.layout.sentences
    return tuple(
        Piece(best.minute.item, sentences[run[0]].start, sentences[run[-1]].end, best.score)
        for run in _runs(best.read, chosen)
    )
