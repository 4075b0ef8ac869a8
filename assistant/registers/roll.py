"""The attendance records as answers show them: people with roles and markers, and who of them a question describes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import OSA

from assistant.citing import Citing
from assistant.concepts import ROLL_WORDS
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import day, own_left_words
from assistant.registers.sectors import sector_of
from assistant.sentences import lay_out
from assistant.terms import stems_in, words_of
from assistant.wording import body_of
from index_store.catalogue import Catalogue
from index_store.held import HeldAttendee, HeldItem, HeldMeeting, Scope

CAME = frozenset(("present", "chair", "in_attendance", "substitute", "observer"))
CHAIRING = re.compile(
    r"\b(?:chaired|took the chair|in the chair|presid\w+|acting chair\w*|chair for|(?:appointment"
    r"|election) of (?:the|a) chair\w*)\b",
    re.I,
)
VICE = re.compile(r"\b(?:vice|deputy)[ -]?(?:chair|convenor|convener|mayor|president)", re.I)
#: A post whose name may be a body's too ("the Executive"), and one of whom it is asked whether they came.
_POST = re.compile(
    r"\b(chief executives?)\b|^\W*(?:did|was|were|is|has|had) (?:the |our |your )?(?:[\w'’]+ )?(clerk|secretary)"
    r"(?= (?:there|at|in|present|attend\w*|come|around|not|n['’]t|absent|away|miss\w*|send|sent|turn\w*|show\w*)\b)",
    re.I,
)
#: The chair of an Irish council, where it is asked who that was.
_SEAT = re.compile(r"^\W*who (?:was|is) (?:the |an )?(cathaoirleach)\b", re.I)
_CHAIR = re.compile(r"^(?:acting|interim)?[ -]*chair(?:man|woman|person)?\b(?! of)", re.I)
#: Of teams, projects and policies there are leaders too: not who "the leader of the council" is.
_LEADER = re.compile(r"(?:^|[,;/(]\s*)(?:(?:the|council|county|city|cabinet|party|group) )*leader\b", re.I)
#: Stands for all the words of the sector asked about.
_SECTOR = "*"
_NO_MEMBER = re.compile(r"\bnon-?members?\b|(?:\bnot|n['’]t) (?:a |an )?members?\b(?! of the \w)", re.I)
_BOTH_SORTS = re.compile(
    r"\b(?:members|councillors)\b.{0,30}\b(?:and|or)\b.{0,30}\bofficers\b|\bofficers\b.{0,30}\b(?:and|or)\b.{0,30}\b(?:members"
    r"|councillors)\b",
    re.I,
)
_SERVING = re.compile(r"\b(?:officers?|staff|employees)\b", re.I)
_COUNCILLOR = re.compile(r"\b(?:cllrs?|councill?ors?)\b", re.I)
# Which council a councillor sits on, by its initials or its sort, is seldom in the list.
_ELECTED = re.compile(
    r"\b([A-Z]{2,4}|(?i:county|district|city|borough|ward|local|elected|town)) (?i:councill?ors?|cllrs?)\b"
)


def described(one: HeldAttendee, roles: bool = True) -> str:
    """ "John Sinnott, Chief Executive, Leicestershire County Council"."""
    person = one.attendee
    name = f"{person.title} {person.name}" if person.title and not person.name.startswith(person.title) else person.name
    parts = [name, person.role, person.organisation] if roles else [name]
    text = ", ".join(part for part in parts if part)
    extra = [f"substitute for {person.substitute_for}"] if person.substitute_for else []
    extra += [person.note] if person.note and person.note not in text else []
    return f"{text} ({'; '.join(extra)})" if extra and roles else text


def item_of(catalogue: Catalogue, one: HeldAttendee) -> HeldItem | None:
    return catalogue.item(one.item)


def marked(catalogue: Catalogue, citing: Citing, people: Iterable[HeldAttendee]) -> str:
    """The markers of several records, without words: "[1][2]"."""
    found = [(item, one.attendee.span) for one in people if (item := item_of(catalogue, one))]
    return "".join(citing.mark(item, span) for item, span in found)


def row(catalogue: Catalogue, citing: Citing, people: Sequence[HeldAttendee], roles: bool = True) -> str:
    """People, each with its marker."""
    return "; ".join(f"{described(one, roles)} {marked(catalogue, citing, [one])}" for one in people)


def listed_words(catalogue: Catalogue, citing: Citing, people: Sequence[HeldAttendee]) -> str | None:
    """The record's own words for people listed together, whole lines, as one quote; None where they stand apart, or
    others between them."""
    item = item_of(catalogue, people[0])
    if item is None or len(people) < 2 or len({one.item for one in people}) > 1:
        return None
    places = [at for one in people if (at := item.text.locate(one.attendee.span.start)) is not None]
    if len(places) < len(people):
        return None
    text = item.text.text
    start = text.rfind("\n", 0, min(places)) + 1
    last = max(places)
    end = text.find("\n", last)
    end = len(text) if end < 0 else end
    if end - start > 700 or text[start:end].count("\n") > 2 * len(people) + 2:
        return None
    stated = [one for one in catalogue.attendance(Scope(meetings=(item.meeting.id,))) if one not in people]
    if any(start <= (item.text.locate(one.attendee.span.start) or -1) < end for one in stated if one.item == item.id):
        return None
    quote, marker = citing.quote(item, start, end)
    return f"“{quote}” {marker}"


def of(meeting: HeldMeeting) -> str:
    return f"the {body_of(meeting)} meeting of {day(meeting.date)}"


def sentences(item: HeldItem) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in lay_out(item.text.text).sentences]


def sentence_at(item: HeldItem, offset: int) -> tuple[int, int]:
    layout = lay_out(item.text.text)
    found = layout.at(offset)
    return (layout.sentences[found].start, layout.sentences[found].end) if found is not None else (0, offset + 1)


_SORT = re.compile(r"\bbudget(?:ary)?(?= (?:plan )?meetings?\b)", re.I)
"""What a meeting was for, which is no topic of a list of who came."""


_PLACED = re.compile(
    r"(?<!^)\b(?P<place>(?:[A-Z][\w’'-]+ )+?)"
    r"(?P<body>(?:[Ff]ull )?(?:(?i:county|city|borough|district) )?(?i:council))\b"
)
"""The place before the name of a council whose minutes do not print it: "Marl County Council", "Marl full council"."""


def others(question: Question, meetings: Sequence[HeldMeeting], *said: str) -> tuple[str, ...]:
    """Stems of what the question names besides people, meetings and the words for coming: a role, an organisation,
    an unknown name, or a topic that no attendance list can tell of."""
    names = {name for one in meetings for name in (one.body, one.council) if name}
    councillors = _ELECTED.findall(question.own)
    sort = _SORT.findall(question.own)
    place = [match["place"] for match in _PLACED.finditer(question.own) if match["body"] == question.body_words]
    seat = _SEAT.findall(question.own)
    asked = (*question.spoken, *councillors, *sort, *place, *seat, *said)
    left = own_left_words(question, ROLL_WORDS, *sorted(names), *asked)
    post = stems_in(" ".join(found[1] or found[2] for found in _POST.finditer(question.own)))
    return (*left, *sorted(post - set(left))) if post else left


def sort_asked(question: Question, people: Sequence[HeldAttendee]) -> list[HeldAttendee]:
    """Only the officers, members or councillors of ``people`` where the question asks for them."""
    found = list(people)
    if _BOTH_SORTS.search(question.own):
        return found
    if _NO_MEMBER.search(question.own):
        return [one for one in found if one.attendee.status in ("in_attendance", "observer")]
    if _SERVING.search(question.own) and not re.search(r"\bpolice\b", question.own, re.I):
        return [one for one in found if one.attendee.status == "in_attendance"] or found
    members = [one for one in found if one.attendee.status not in ("in_attendance", "observer")]
    if _COUNCILLOR.search(question.own) and not re.search(r"\bcommunity councillors?\b", question.own, re.I):
        titled = [one for one in found if _COUNCILLOR.search(one.attendee.title or "")]
        if _ELECTED.search(question.own):
            return titled
        return (
            titled
            if any(one in members for one in titled)
            else [one for one in found if one in members or one in titled]
        )
    if re.search(r"\bmembers?\b(?! of the (?:public|press|community|team|group)\b)", question.own, re.I):
        return members or found
    return found


def matching(question: Question, wanted: Sequence[str], people: Sequence[HeldAttendee]) -> list[HeldAttendee]:
    """People whose entry has the ``wanted`` stems, at least two in three of them; the best matches only. The words for
    a sector ("health service") count as one, which any entry of that sector has."""
    left, sector = set(wanted), sector_of(question.own)
    asked, scored = "".join(word.word for word in words_of(question.topic) if word.stem in left), []
    of_sector = {word.stem for word in words_of(sector[0])} & left if sector else set()
    left = left - of_sector | ({_SECTOR} if of_sector else set())
    for one in people:
        person = one.attendee
        text = " ".join(filter(None, (person.title, person.name, person.role, person.organisation, person.note)))
        if "leader" in question.roles and not _LEADER.search(person.role or ""):
            continue
        stems = {word.stem for word in words_of(text)}
        if sector and (of_sector <= stems or sector[1].search(text)):
            stems.add(_SECTOR)
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", person.organisation or "")).lower()
        score = sum(1 for stem in left if stem in stems or stem == initials or _misspelt(stem, stems))
        if len(asked) > 5 and asked in "".join(word.word for word in words_of(text)):
            score = len(left)
        if score:
            scored.append((score, one))
    best = max((score for score, _ in scored), default=0)
    if best * 3 < len(left) * 2:
        return []
    return [one for score, one in scored if score * 3 >= best * 2]


def _misspelt(stem: str, stems: Iterable[str]) -> bool:
    """One slip of the pen in a longer word ("Amhed")."""
    return len(stem) > 4 and any(OSA.distance(stem, one, score_cutoff=1) <= 1 for one in stems if len(one) > 4)


def came_of(people: Sequence[HeldAttendee]) -> list[HeldAttendee]:
    """Those recorded as having come, without whom a minute on apologies names though a list of the members does too."""
    lists = {one.item for one in people if one.attendee.status in CAME}
    gone = {
        plain_name(one.attendee.name)
        for one in people
        if one.attendee.status == "apologies" and one.item not in lists and not one.attendee.note
    }
    return [one for one in people if one.attendee.status in CAME and plain_name(one.attendee.name) not in gone]


def chairs_of(people: Sequence[HeldAttendee]) -> list[HeldAttendee]:
    """Who was in the chair: as recorded, else who came as the chair. A vice-chair of whom the minutes say nothing more
    was not, where the chair came too."""
    came = came_of(people)
    found = [one for one in came if one.attendee.status == "chair"]
    found = found or [one for one in came if _CHAIR.match(one.attendee.role or "")]
    vice = [one for one in found if VICE.search(one.attendee.role or "") and not one.attendee.note]
    return [one for one in found if one not in vice] or found


def same_person(one: HeldAttendee, other: HeldAttendee) -> bool:
    """The same name, or the same surname with an initial for the first name."""
    mine, yours = plain_name(one.attendee.name).split(), plain_name(other.attendee.name).split()
    if mine == yours:
        return True
    if len(mine) < 2 or len(yours) < 2 or mine[-1] != yours[-1] or mine[0][0] != yours[0][0]:
        return False
    return len(mine[0]) == 1 or len(yours[0]) == 1


def by_person(records: Iterable[HeldAttendee]) -> list[list[HeldAttendee]]:
    """The records of each person, one a meeting, in the order in which people first appear."""
    groups: list[list[HeldAttendee]] = []
    keys: dict[tuple[str, str], list[list[HeldAttendee]]] = {}
    for one in records:
        words = plain_name(one.attendee.name).split() or [""]
        near = keys.setdefault((words[-1], words[0][:1]), [])
        group = next((held for held in near if any(same_person(other, one) for other in held)), None)
        if group is None:
            group = []
            near.append(group)
            groups.append(group)
        if all(other.meeting.id != one.meeting.id for other in group):
            group.append(one)
    return groups
