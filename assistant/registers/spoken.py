"""What one person said, asked or introduced at the meetings asked about, wherever the minutes name them doing so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.people import TITLES, plain_name
from assistant.question import Question
from assistant.registers.answers import MOST_ROWS, answered, completeness, declined, left_words, sitting
from assistant.registers.held import meetings_asked
from assistant.sentences import lay_out
from assistant.terms import stems_in
from index_store.catalogue import Catalogue
from index_store.held import HeldItem, HeldMeeting

_SAY = (
    r"(?:say|said|rais(?:e|ed)|ask(?:ed)?|report(?:ed)?|suggest(?:ed)?|comment(?:ed)?|mention(?:ed)?"
    r"|bring up|brought up|speak|spoke|talk(?:ed)?|contribute[d]?|tell|told|think|thought|explain(?:ed)?|make|made)"
)
_INTRODUCE = r"(?:introduc(?:e|ed)|present(?:ed)?|submit(?:ted)?|give|gave)"
_THINGS = r"(?:points?|issues?|questions?|concerns?|matters?|items?|reports?|papers?|presentations?|updates?|things?)"
_ASKED = re.compile(
    rf"\b(?:what|which)(?: else)?(?: \w+)?(?: {_THINGS})? (?:did|has|have|does|do) .{{2,60}}?"
    rf"\b(?:{_SAY}|{_INTRODUCE})\b"
    rf"|\b{_THINGS} (?:that )?(?:was |were )?(?:introduced|presented|submitted|given|raised|asked) by\b"
    rf"|\b{_THINGS} (?:that )?.{{2,40}}? (?:raised|asked|introduced|presented|gave|submitted)\b"
    rf"|^\W*(?:did|has|have) .{{2,60}}? {_SAY} (?:up|anything|something|much|a lot|at all)\b",
    re.I,
)
_SOUGHT = re.compile(
    rf"\b(?:what|which) {_THINGS} (?:did|has|have|does) .{{2,60}}? (?:ask(?:ed)? for|asking for)\b", re.I
)
"""Who asks for a report did not give one: the search tells which."""
_WORDS = (
    "say said raise raised ask asked report reported reports suggest suggested comment commented mention "
    "mentioned bring brought up speak spoke talk talked contribute contributed tell told think thought explain "
    "explained introduce introduced present presented submit submitted give gave given make made point points "
    "issue issues question questions concern concerns matter matters item items paper papers presentation "
    "presentations update updates thing things anything something much lot all else meeting meetings board "
    "council committee group us mr mrs ms miss dr cllr councillor by which list"
)
#: What the minutes say of somebody who speaks.
_TELLS = (
    r"(?:said|reported|raised|referred|asked|suggested|commented|mentioned|stated|advised|explained|informed|confirmed"
    r"|noted|thanked|expressed|considered|questioned|queried|requested|outlined|updated|presented|introduced|gave|spoke"
    r"|highlighted|drew|pointed|emphasi[sz]ed|elaborated|indicated|clarified|argued|told|felt|proposed|welcomed"
    r"|welcomes|provided|summarised|summarized|remarked|added|replied|responded|observed|reminded|urged|undertook"
    r"|wondered|enquired|inquired|echoed|stressed|warned|declared|submitted|circulated|read|moved|seconded"
    r"|congratulated|invited|offered|agreed|hoped|believed|acknowledged|answered)(?! (?:himself|herself|themselves)\b)"
)
_PRESENTS = (
    r"(?:presented|introduced|gave|outlined|submitted|provided|updated|summari[sz]ed|circulated|spoke to|took"
    r"|delivered|read)(?! (?:himself|herself|themselves)\b)"
)
_ASKS = r"(?:asked|queried|questioned|enquired|inquired|wondered|requested|raised|sought)"
_ACTS = (
    (re.compile(r"\b(?:introduc|present(?:ed|s)?\b|submit|gave|given|papers?\b)", re.I), _PRESENTS),
    (re.compile(r"\b(?:ask(?:ed)?|questions?)\b", re.I), _ASKS),
)
#: Minutes that name whoever came or did not.
_LISTS = re.compile(r"\W*(?:apolog|attend|present\b|sederunt|welcome|in attendance)", re.I)
_ALSO = r"(?:(?:also|then|again|further|next|briefly|formally|subsequently|duly|verbally|himself|herself) )*"
_BESIDE = r"(?:\s*\([^()\n]{1,80}\)|,[^,.;:\n]{1,80},)?"
Place = tuple[HeldItem, int, int]
_GOES_ON = re.compile(r"\s*(?:He|She)\b")


def spoken_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Every sentence that has the one person asked about saying, or introducing, something, on the topic if one is
    named; None where none of them has that topic.

    Declines (fact_absent) where the minutes asked about name them in the attendance lists alone, or nowhere as speaking
    where no topic is named.
    """
    about_minutes = any(not one.endswith(f"/{ATTENDANCE}") for one in question.context)
    if len(question.spoken) != 1 or question.numbers or about_minutes or not _ASKED.search(question.own):
        return None
    if _SOUGHT.search(question.own):
        return None
    meetings = meetings_asked(question, catalogue)
    names = forms_of_name(question, catalogue)
    if not names:
        return None
    rule = _rule(names, next((tells for asked, tells in _ACTS if asked.search(question.own)), _TELLS))
    named = items_naming(question, catalogue, meetings)
    written = re.compile("|".join(names))
    found = [place for item in named for place in _places(item, written, rule)]
    if found:
        on_topic = _on_topic(question, found)
        return _listed(question, catalogue, meetings, on_topic) if on_topic else None
    items = [item for item in named if written.search(item.text.text)]
    other = any(item.number != ATTENDANCE and not _LISTS.match(item.title or "") for item in items)
    if not items or (other and left_words(question, _WORDS, *question.people, *question.spoken)):
        return None
    return declined(question, catalogue, "fact_absent", items[:3])


def _people(question: Question) -> set[str]:
    return {name for one in question.people if (name := plain_name(one))}


def _initials(question: Question, catalogue: Catalogue) -> set[str]:
    """The initials that the minutes use for the person."""
    people, everyone = _people(question), (one.attendee for one in catalogue.attendance(question.scope))
    return {one.initials for one in everyone if one.initials and plain_name(one.name) in people}


def items_naming(question: Question, catalogue: Catalogue, meetings: Sequence[HeldMeeting]) -> list[HeldItem]:
    """The minutes and lists of the meetings that have the surname or the initials, oldest first."""
    asked = {one.id: at for at, one in enumerate(meetings)}
    words = {name.split()[-1] for name in _people(question)} | _initials(question, catalogue)
    held = {item.id: item for word in words for item in catalogue.phrase(word, question.scope)}
    found = [item for item in held.values() if item.meeting.id in asked]
    return sorted(found, key=lambda item: (asked[item.meeting.id], item.position))


def forms_of_name(question: Question, catalogue: Catalogue) -> list[str]:
    """Patterns of how the minutes may write the one person: whole, by a title or an initial and the surname, by
    initials; by the surname alone where nobody else on the lists bears it."""
    people = _people(question)
    if len({name.split()[-1] for name in people}) != 1:
        return []
    everyone = [one.attendee for one in catalogue.attendance(question.scope)]
    surname = next(iter(people)).split()[-1]
    firsts = {name.split()[0] for name in people if " " in name}
    others = {plain_name(one.name) for one in everyone if plain_name(one.name).split()[-1:] == [surname]} - people
    if len(firsts) > 1 or (others and not firsts):
        return []
    last = re.escape(surname)
    forms = [
        rf"(?i:\b{re.escape(first)}\.?(?: [a-z]\.?)* {last}\b)|\b(?i:{re.escape(first[0])})\.? ?(?i:{last})\b"
        for first in firsts
    ]
    if not others:
        titles = "|".join(TITLES)
        forms += [rf"(?i:\b(?:{titles})\.?(?: [a-z]\.?)* {last}\b)", rf"(?:^|(?<=[.;:(\n] )|(?<=\n))(?i:{last})\b"]
    return forms + [rf"\b{re.escape(one)}\b" for one in _initials(question, catalogue)]


def _rule(names: Sequence[str], tells: str) -> re.Pattern[str]:
    who = "|".join(names)
    other = r"(?:\s*(?:,|and|&)\s*(?:[A-Z][\w.'’-]*\s?){1,4})?"
    active = rf"(?:{who}){_BESIDE}{other},?\s+{_ALSO}{tells}\b"
    return re.compile(rf"{active}|\b{tells}\s+by\s+(?:[\w.'’-]+\s+){{0,3}}?(?:{who})", re.M)


def _places(item: HeldItem, written: re.Pattern[str], rule: re.Pattern[str]) -> Iterator[Place]:
    """The sentences of a minute in which the person speaks, each with one that goes on with what he or she said."""
    text = item.text.text
    if item.number == ATTENDANCE:
        return
    places = [match.start() for match in written.finditer(text)]
    sentences = lay_out(text).sentences if places else ()
    taken = 0
    for at, one in enumerate(sentences):
        near = one.start >= taken and any(one.start <= place < one.end for place in places)
        if not near or not rule.search(text[one.start : one.end]):
            continue
        end = one.end
        for more in sentences[at + 1 :]:
            if more.block != one.block or not _GOES_ON.match(text[more.start : more.end]):
                break
            end = more.end
        taken = end
        yield item, one.start, end


def _on_topic(question: Question, found: Sequence[Place]) -> list[Place]:
    """The sentences that have, with their minute's title, all words of the topic asked about."""
    topic = set(left_words(question, _WORDS, *question.people))
    return [
        (item, start, end)
        for item, start, end in found
        if topic <= stems_in(f"{item.title or ''} {item.text.text[start:end]}")
    ]


def _listed(
    question: Question,
    catalogue: Catalogue,
    meetings: Sequence[HeldMeeting],
    found: Sequence[Place],
) -> Answer:
    citing = Citing(catalogue.source_text)
    rows = []
    for _, group in groupby(found[:MOST_ROWS], key=lambda one: one[0].id):
        own = list(group)
        said = " ".join(f"“{quote}” {marker}" for quote, marker in (citing.quote(*place) for place in own))
        rows.append(f"{sitting(own[0][0].meeting)}, {heading_of(own[0][0])}: {said}")
    if len(rows) == 1:
        return answered(question, question.kind, rows, citing)
    touched = len({item.meeting.id for item, _, _ in found})
    lead = f"As the minutes tell it of {question.people[0]}, from {completeness(touched, meetings)}:"
    more = [f"(the first {MOST_ROWS} of {len(found)}; name a meeting or a topic for the others)"]
    rows = [lead, *(f"- {row}" for row in rows), *(more if len(found) > MOST_ROWS else ())]
    return answered(question, question.kind, rows, citing)
