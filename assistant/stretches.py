"""Which sentences of a minute belong together: a list with its lead, an entry's lines, a motion and its outcome."""

from __future__ import annotations

import re

from assistant.evidence import Candidate
from assistant.motions import answer_to, outcome_of
from assistant.pieces import Piece
from assistant.reading import ReadMinute
from assistant.searching import Asked
from assistant.telling import tells_introduction

#: Words that an answer quotes at most, and a list.
WORDS, LIST_WORDS = 90, 170
LINE = 30
_STUB, _ENTRY, _REST = 12, 6, 60
#: How well a paragraph must match one telling word of what is asked to be of the same matter.
_TELLS = 0.5
_BALLOT = re.compile(
    r"\W*(?:votes?\b|voting|ayes?\b|noes\b|yeas?\b|nays?\b|proposed|prop\b|moved|seconded|for\b|against\b|abst"
    r"|all in favour|carried|lost|unanimous|on a vote|the (?:motion|amendment|vote)|(?:it|this) was (?:carried|lost))",
    re.IGNORECASE,
)
_POLLED = re.compile(
    r"\bvotes? (?:was|were) taken\b|\bon (?:a|being put to the) vote\b|\bvot(?:ed|ing) (?:for|against|in favour)\b"
    r"|\bvotes?(?: (?:for|against))? be recorded\b|\b\d+ (?:votes? )?(?:for|against|in favour)\b|\babst(?:ain|ention)",
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


def ballots(read: ReadMinute, behind: int) -> set[int]:
    """The sentences behind a decision that say who moved it and how the vote went."""
    sentences = read.layout.sentences
    chosen: set[int] = set()
    for at, one in enumerate(sentences):
        if one.start >= behind and _BALLOT.match(read.sentence(at)):
            chosen.add(at)
        elif one.start >= behind:
            break
    return chosen


_ENTERED = re.compile(r"\W*(?:(?:application|planning|ref\w*|no)\W+){0,3}[A-Z\d]{1,10}/[\w/.-]*\d", re.IGNORECASE)
"""An application by its number, at the head of its entry."""
_COMMENT = re.compile(
    r"\W*(?:[ivxa-d]{1,3}[.)]\s+)?(?:(?:strongly|no|the|council|councillors|members|parish|town|community|agreed"
    r"|resolved|decision|response|comments?|observations?|recommend\w*|to|were|was|that)\W+){0,5}"
    r"(?:object\w*|support\w*|no (?:comments?|observations?|concerns)|(?:comments?|observations?)\b|approv\w+|refus\w+"
    r"|neutral|neither)\b",
    re.IGNORECASE,
)


def ballots_above(read: ReadMinute, before: int) -> set[int]:
    """The sentences right above a decision that say how the vote on it went, and whose was to be recorded."""
    sentences = read.layout.sentences
    above = [at for at, one in enumerate(sentences) if one.end <= before]
    if above and len(read.sentence(above[-1]).split()) < _ENTRY and not _POLLED.search(read.sentence(above[-1])):
        above.pop()  # "RESOLVED"
    chosen: set[int] = set()
    for at in reversed(above):
        if not _POLLED.search(read.sentence(at)):
            break
        chosen.add(at)
    return chosen


def outcomes(read: ReadMinute, chosen: set[int]) -> set[int]:
    """What became of each motion, amendment or request that the sentences put."""
    told = [read.sentence(at) for at in range(len(read.layout.sentences))]
    answers: set[int] = set()
    for at in chosen:
        own = read.members[read.layout.sentences[at].block]
        answers |= outcome_of(told, at) | {own[0] + one for one in answer_to([told[x] for x in own], at - own[0])}
    return answers - chosen


def comments_on(read: ReadMinute, chosen: set[int]) -> set[int]:
    """What was said to an application that the sentences only name, a few short lines below: "No objection"."""
    more: set[int] = set()
    for at in chosen:
        if not _ENTERED.match(read.sentence(at)):
            continue
        for below in range(at + 1, min(at + _STUB, len(read.layout.sentences))):
            if _COMMENT.match(read.sentence(below)):
                more.update(range(at + 1, below + 1))
                break
            if _ENTERED.match(read.sentence(below)) or len(read.sentence(below).split()) > _STUB:
                break
    return more - chosen


def led_in(read: ReadMinute, chosen: set[int]) -> set[int]:
    """What follows a sentence that only leads it in ("passed the following resolution:"); short lines, all of them."""
    more = _said_out(read, chosen)
    waiting, last = [at for at in chosen if read.sentence(at).rstrip().endswith(":")], len(read.layout.sentences)
    while waiting:
        at = waiting.pop()
        follow = list(range(at + 1, min(at + 2, last)))
        for near in range(at + 2, last):
            if max(len(read.sentence(one).split()) for one in (near - 1, near)) > _STUB:
                break
            follow.append(near)
        waiting += [one for one in follow if one not in more | chosen and read.sentence(one).rstrip().endswith(":")]
        more.update(follow)
    return more - chosen


def _said_out(read: ReadMinute, chosen: set[int]) -> set[int]:
    """The rest of a long sentence that is quoted in its parts, as far as a few more lines reach."""
    more: set[int] = set()
    sentences = read.layout.sentences
    for at in chosen:
        rest = at
        while read.sentence(rest).rstrip().endswith(";") and rest + 1 < len(sentences):
            rest += 1
            if sentences[rest].block != sentences[at].block or words_in(read, more | {rest}) > _REST:
                break
            more.add(rest)
    return more


def led(best: Candidate) -> list[int]:
    """The blocks of the list that the best sentence stands in or leads in."""
    blocks = best.read.layout.blocks
    block = best.read.layout.sentences[best.at].block
    lead = blocks[block].lead
    lead = block if lead is None else lead
    items = [at for at, other in enumerate(blocks) if other.lead == lead]
    return [lead, *items] if items else []


def short_lines(best: Candidate) -> set[int]:
    """The sentences of the short lines round the best one: a list or table that nothing leads in."""
    members = best.read.members
    lengths = [words_in(best.read, set(own)) for own in members]
    block = best.read.layout.sentences[best.at].block
    low = high = block
    total = lengths[block]
    while True:
        if high + 1 < len(members) and lengths[high + 1] <= LINE and total + lengths[high + 1] <= LIST_WORDS:
            high += 1
            total += lengths[high]
        elif low > 0 and lengths[low - 1] <= LINE and total + lengths[low - 1] <= LIST_WORDS:
            low -= 1
            total += lengths[low]
        else:
            return {at for one in range(low, high + 1) for at in members[one]}


def opening(best: Candidate, words: int, points: bool = False) -> set[int]:
    """The best sentence with its list, where it leads one in or a list is short, or with its bullet or paragraph; of a
    longer list the first sentence of each point, where the ``points`` are what is asked for."""
    members, blocks = best.read.members, best.read.layout.blocks
    block = best.read.layout.sentences[best.at].block
    if block + 1 < len(blocks) and blocks[block + 1].heading == block:
        return _headed(best, block, words)
    listed = led(best)
    whole = {at for one in listed for at in members[one]}
    if listed and (block == listed[0] or words > WORDS) and words_in(best.read, whole) <= words:
        return whole
    if listed and words > WORDS:
        firsts = {members[one][0] for one in listed[1:]} | {members[listed[0]][-1]}
        for some in (firsts | {best.at}, firsts)[: 2 if points else 1]:
            if words_in(best.read, some) <= words:
                return some
    if words_in(best.read, set(members[block])) <= words * 0.8:
        return set(members[block]) | _rest_of_entry(best, block)
    chosen = with_leaning(best)
    for near in (best.at + 1, best.at - 1, best.at + 2):
        if near in members[block] and words_in(best.read, chosen | {near}) <= words * 0.7:
            chosen.add(near)
    return chosen


def _rest_of_entry(best: Candidate, block: int) -> set[int]:
    """The short lines below a short line: an entry's place and what was decided on it; not who voted how."""
    read = best.read
    lengths = [words_in(read, set(own)) for own in read.members[block : block + _ENTRY]]
    if _BALLOT.match(best.text) or lengths[0] > _STUB:
        return set()
    more: set[int] = set()
    for at in range(1, len(lengths)):
        if lengths[at] > _STUB or read.layout.blocks[block + at].listed:
            break
        more.update(read.members[block + at])
    return more


def _headed(best: Candidate, heading: int, words: int) -> set[int]:
    """A heading inside the minute with what stands under it, as far as the words reach, its first sentence at least."""
    chosen = set(best.read.members[heading])
    under = [at for at, one in enumerate(best.read.layout.blocks) if one.heading == heading]
    for at in (at for block in under for at in best.read.members[block]):
        if len(chosen) > 1 and words_in(best.read, chosen | {at}) > words:
            break
        chosen.add(at)
    return chosen


def with_leaning(one: Candidate) -> set[int]:
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


def filled(best: Candidate, chosen: set[int], asked: Asked, words: int) -> set[int]:
    """``chosen`` with what stands round the best sentence, sentence by sentence, as far as the words reach: what is
    asked often stands next to what says it best. Not beyond a heading, nor from one item of a list into another."""
    sentences = best.read.layout.sentences
    more, steps = set(chosen), [1, -1]
    while steps:
        for step in list(steps):
            at = best.at
            while at in more:
                at += step
            if 0 <= at < len(sentences) and _goes_on(best, sentences[at].block, asked):
                with_it = more | {at}
                if words_in(best.read, with_it) <= words:
                    more = with_it
                    continue
            steps.remove(step)
    return more


def introduced(best: Candidate, chosen: set[int], words: int) -> set[int]:
    """``chosen`` with what is told behind a sentence of it that only says who brought the matter before the meeting,
    in its paragraph, as far as the words reach."""
    more, sentences = set(chosen), best.read.layout.sentences
    for first in sorted(at for at in chosen if tells_introduction(best.read.sentence(at))):
        at = first + 1
        while at < len(sentences) and sentences[at].block == sentences[first].block:
            if words_in(best.read, more | {at}) > words:
                break
            more.add(at)
            at += 1
    return more


def _goes_on(best: Candidate, block: int, asked: Asked) -> bool:
    """Is the block the best sentence's own, or a paragraph that tells of the same matter under the same heading?"""
    blocks = best.read.layout.blocks
    own, other = blocks[best.read.layout.sentences[best.at].block], blocks[block]
    if other is own:
        return True
    if own.listed or other.listed or other.label_end > other.content or other.heading != own.heading:
        return False
    told = best.matched.blocks[block]
    return any(told[at] >= _TELLS for at, term in enumerate(asked.terms) if not (term.plain or term.given))


def words_in(read: ReadMinute, chosen: set[int]) -> int:
    """How many words the sentences have together."""
    return sum(len(read.sentence(at).split()) for at in chosen)


def runs(read: ReadMinute, chosen: set[int]) -> list[list[int]]:
    """Stretches of neighbouring sentences; one ends with its paragraph, but list items stay with their lead
    and short lines with one another."""
    found: list[list[int]] = []
    sentences, blocks = read.layout.sentences, read.layout.blocks
    for at in sorted(chosen):
        joined = found and at == found[-1][-1] + 1
        if joined and sentences[at].block != sentences[at - 1].block:
            short = all(len(read.block(sentences[one].block).split()) <= _STUB for one in (at - 1, at))
            joined = blocks[sentences[at].block].listed or short
        if joined:
            found[-1].append(at)
        else:
            found.append([at])
    return found


def pieces_of(best: Candidate, chosen: set[int]) -> tuple[Piece, ...]:
    """The sentences chosen from one minute as stretches to quote, in their order."""
    sentences = best.read.layout.sentences
    return tuple(
        Piece(best.minute.item, sentences[run[0]].start, sentences[run[-1]].end, best.score)
        for run in runs(best.read, chosen)
    )
