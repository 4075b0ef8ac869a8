"""The register of who came: present, in the chair, apologies, substitutes, for whom, how often."""

from __future__ import annotations

import re
from collections.abc import Sequence

from assistant.answer import Answer
from assistant.citing import ATTENDANCE, Citing, heading_of
from assistant.people import plain_name
from assistant.question import Question
from assistant.registers.answers import (
    MOST_ROWS,
    answered,
    at,
    completeness,
    day,
    declined,
    left_words,
    one_sitting,
    sitting,
    spoken_list,
    whole,
)
from assistant.sentences import lay_out
from assistant.terms import words_of
from index_store.catalogue import Catalogue
from index_store.models import HeldAttendee, HeldItem, HeldMeeting

CAME = frozenset(("present", "chair", "in_attendance", "substitute", "observer"))
_ASKED: list[tuple[str, re.Pattern[str]]] = [
    (asked, re.compile(rule, re.I))
    for asked, rule in [
        ("public", r"\b(?:how many|number of|any)\b.*\b(?:public|residents|parishioners|electors)\b"),
        ("minutes", r"\btook the (?:minutes|notes)\b|\bminute.?taker\b|\bwho (?:was|is|were) (?:the )?(?:clerk|minute secretary)\b"),
        ("substitute", r"\bsubstitut\w*|\bstood in\b|\bstand(?:ing)? in\b|\bin (?:the )?place of\b|\bdeputi[sz]\w+"),
        ("chair", r"\bchair(?:ed|ing|s)?\b|\bin the chair\b|\bpresid\w+|\bran (?:things|the meeting)\b|\bled the meeting\b"),
        ("apologies", r"\bapolog\w+|\bsent (?:their )?regrets?\b|\bregrets\b"),
        ("absent", r"\babsen\w+|\b(?:not there|missing|didn['’]?t (?:attend|come|turn up))\b"),
        ("observer", r"\bobserv(?:ed|er|ers|ing)\b"),
    ]
]
_OFTEN = re.compile(r"\bhow (?:often|many (?:times|meetings|of the))\b", re.I)
_REGISTER_WORDS = (
    "attend attended attendance attending attendee present there came come apology apologies sent chair chaired chairing chairman took absent "
    "absence substitute substituted stood observer observed observe represent represented representing names list everyone meeting public members "
    "turned along person minutes instead till picked ran things guest officer officers who names regrets else missing off seat held hold often full"
)
_CHAIRING = re.compile(r"\b(?:chaired|took the chair|in the chair|presid\w+|acting chair\w*|chair for|(?:appointment|election) of (?:the|a) chair\w*)\b", re.I)
_NOT_MEETING = re.compile(
    r"\b(?:came|come|turned up|went|attended|attend)\s+(?:along\s+)?(?:to\s+)?(?:the|our|a)\s+(?!meeting)(?P<what>[\w' -]{3,40})", re.I
)


def attendance_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Answers who came, chaired, apologised, stood in or represented whom, at one meeting or several."""
    asked = next((name for name, rule in _ASKED if rule.search(question.own)), "present")
    if question.people and _OFTEN.search(question.own):
        return _how_often(question, catalogue, asked)
    if question.kind == "count" and asked != "public":
        return None
    same_day = _same_day(question, catalogue)
    if not same_day:
        return _several(question, catalogue, asked)
    return next((answer for one in same_day if (answer := _of_one(question, catalogue, one, asked))), None)


def _same_day(question: Question, catalogue: Catalogue) -> list[HeldMeeting]:
    """The one meeting asked about, or the sittings of one body on one day."""
    meeting = one_sitting(question, catalogue)
    if meeting:
        return [meeting]
    meetings = catalogue.meetings(question.scope)
    return list(meetings) if len({(one.slug, one.date) for one in meetings}) == 1 else []


def _of_one(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: str) -> Answer | None:
    people = catalogue.attendance(at(meeting))
    if asked == "public":
        return _public(question, catalogue, meeting)
    if not people:
        return _recorded(question, catalogue, meeting, asked) if asked in ("chair", "apologies", "absent") else None
    if question.people and asked != "substitute":
        return _named(question, catalogue, meeting, people, asked)
    if asked == "substitute":
        return _substitutes(question, catalogue, meeting, people)
    if asked == "minutes":
        return _minute_taker(question, catalogue, meeting, people)
    if asked in ("chair", "apologies", "absent", "observer"):
        return _with_status(question, catalogue, meeting, people, asked)
    return _present(question, catalogue, meeting, people)


def described(one: HeldAttendee, roles: bool = True) -> str:
    """ "John Sinnott, Chief Executive, Leicestershire County Council"."""
    person = one.attendee
    name = f"{person.title} {person.name}" if person.title and not person.name.startswith(person.title) else person.name
    parts = [name, person.role, person.organisation] if roles else [name]
    text = ", ".join(part for part in parts if part)
    extra = [f"substitute for {person.substitute_for}"] if person.substitute_for else []
    extra += [person.note] if person.note and person.note not in text else []
    return f"{text} ({'; '.join(extra)})" if extra and roles else text


def _item_of(catalogue: Catalogue, one: HeldAttendee) -> HeldItem | None:
    return catalogue.item(one.item)


def _row(catalogue: Catalogue, citing: Citing, people: Sequence[HeldAttendee], roles: bool = True) -> str:
    """People with markers; those named in one place of one minute share a marker where they are listed together."""
    parts = []
    for one in people:
        item = _item_of(catalogue, one)
        if item is not None:
            parts.append(f"{described(one, roles)} {citing.mark(item, one.attendee.span)}")
    return "; ".join(parts)


def _of(meeting: HeldMeeting) -> str:
    return f"the {meeting.body} meeting of {day(meeting.date)}"


def _with_status(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: str
) -> Answer | None:
    wanted = {"absent": ("absent", "apologies")}.get(asked, (asked,))
    found = [one for one in people if one.attendee.status in wanted]
    if len(left_words(question, _REGISTER_WORDS, meeting.body)) > 2:
        found = _matching(question, found, meeting) or found
    citing = Citing(catalogue.source_text)
    if not found:
        return _recorded(question, catalogue, meeting, asked)
    lead = {
        "chair": f"In the chair at {_of(meeting)}:",
        "apologies": f"Apologies for {_of(meeting)}:",
        "absent": f"Absent from {_of(meeting)}:",
        "observer": f"Observing {_of(meeting)}:",
    }[asked]
    lines = [f"{lead} {_row(catalogue, citing, found)}."]
    if asked == "chair" and (more := _chair_words(catalogue, citing, meeting, found)):
        lines.append(more)
    return answered(question, "attendance", lines, citing)


def _chair_words(
    catalogue: Catalogue, citing: Citing, meeting: HeldMeeting, chairs: Sequence[HeldAttendee]
) -> str | None:
    """What else the record says of the chair, where somebody else held it for a part of the meeting."""
    cited = {one.attendee.span for one in chairs}
    for item in catalogue.items(meeting.id)[:1]:
        for start, end in _sentences(item):
            text = item.text.text[start:end]
            prose = len(re.findall(r"\b[a-z]{2,}\b", text)) > 6
            if prose and _CHAIRING.search(text) and item.text.span(start, end) not in cited:
                quote, marker = citing.quote(item, start, end)
                return f"The record adds: “{quote}” {marker}"
    return None


def _recorded(question: Question, catalogue: Catalogue, meeting: HeldMeeting, asked: str) -> Answer | None:
    """The words of the record where its names could not be told apart: the apologies' item, the chair's line."""
    rule = {"apologies": r"\bapolog", "absent": r"\b(?:absent|absence|apolog)", "chair": _CHAIRING.pattern}.get(asked, r"\bobserv")
    citing = Citing(catalogue.source_text)
    for item in catalogue.items(meeting.id)[:6]:
        if asked in ("apologies", "absent") and re.search(rule, item.title or "", re.I) and item.text.text.strip():
            lead = f"{_of(meeting)[0].upper()}{_of(meeting)[1:]}, {heading_of(item)}"
            return answered(question, "attendance", [f"{lead}: {whole(item, citing, 80)}"], citing)
    return _quoted(question, catalogue, meeting, rule)


def _sentences(item: HeldItem) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in lay_out(item.text.text).sentences]


def _named(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee], asked: str
) -> Answer | None:
    """Did NAME attend, chair or apologise? Says what the list has for that name."""
    names = {plain_name(name) for name in question.people}
    mine = [one for one in people if plain_name(one.attendee.name) in names]
    citing = Citing(catalogue.source_text)
    if re.search(r"\b(?:for|from|representing|on behalf of|with)\s+(?:the\s+)?(?:[A-Z]\w*\.?\s+)*$", question.own[: _at(question)]):
        return _present(question, catalogue, meeting, people)
    if asked == "chair" and not any(one.attendee.status == "chair" for one in mine):
        return _with_status(question, catalogue, meeting, people, "chair")
    if not mine:
        stand_ins = [one for one in people if plain_name(one.attendee.substitute_for or "") in names]
        if stand_ins:
            return answered(question, "attendance", [f"At {_of(meeting)}: {_row(catalogue, citing, stand_ins)}."], citing)
        return _named_in_words(question, catalogue, meeting, names)
    if not re.search(r"^\W*(?:did|was|were|is|has|why)\b|\b(?:attend|present|there|apolog|absent)", question.own, re.I):
        return None
    if re.search(r"\b(?:stay|left|leave|late|arriv)", question.own, re.I) and not any(one.attendee.note for one in mine):
        return None
    if "reason" in question.wants:
        return _why(question, catalogue, meeting, mine)
    words = {"apologies": "sent apologies for", "absent": "was absent from", "chair": "was in the chair at"}
    lines = [
        f"{described(one)} {words.get(one.attendee.status, 'attended')} {_of(meeting)} "
        f"{citing.mark(item, one.attendee.span)}."
        for one in mine
        if (item := _item_of(catalogue, one))
    ]
    return answered(question, "attendance", lines, citing)


def _named_in_words(question: Question, catalogue: Catalogue, meeting: HeldMeeting, names: set[str]) -> Answer | None:
    """The sentence of the record, or of the minute on apologies, that has the name."""
    for item in catalogue.items(meeting.id)[:6]:
        if item.number != ATTENDANCE and not re.search(r"apolog|absen|attend|present|welcome", item.title or "", re.I):
            continue
        for name in names:
            match = re.search(rf"\b{re.escape(name.split()[-1])}\b", item.text.text, re.I)
            if match:
                citing = Citing(catalogue.source_text)
                quote, marker = citing.quote(item, *_sentence(item, match.start()))
                return answered(question, "attendance", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing)
    return None


def _why(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, mine: Sequence[HeldAttendee]
) -> Answer | None:
    """The words with which the record says that somebody was away; it may give the reason."""
    citing = Citing(catalogue.source_text)
    for one in mine:
        item = _item_of(catalogue, one)
        at_name = item.text.locate(one.attendee.span.start) if item else None
        if item is None or at_name is None or one.attendee.status not in ("apologies", "absent"):
            continue
        start, end = _sentence(item, at_name)
        after = re.match(r"\s*\([^)]*\)", item.text.text[end:])
        quote, marker = citing.quote(item, start, end + (after.end() if after else 0))
        return answered(question, "attendance", [f"{sitting(meeting)}, {heading_of(item)}: “{quote}” {marker}"], citing)
    return None


def _at(question: Question) -> int:
    """Where the first of the question's people is named."""
    places = [question.own.find(name.split()[-1]) for name in question.people]
    return min((place for place in places if place >= 0), default=0)


def _substitutes(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    found = [one for one in people if one.attendee.substitute_for or one.attendee.status == "substitute"]
    words = {word for word in re.findall(r"[^\W\d_]{3,}", question.own.lower())}
    for_whom = [one for one in found if words & set(plain_name(one.attendee.substitute_for or "").split())]
    found = for_whom or (found if not question.people else [])
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    lines = []
    for one in found:
        item = _item_of(catalogue, one)
        if item is None:
            continue
        whose = f" for {one.attendee.substitute_for}" if one.attendee.substitute_for else ""
        marker = citing.mark(item, one.attendee.span)
        for away in people:
            if away.item != one.item and plain_name(away.attendee.name) == plain_name(one.attendee.substitute_for or ""):
                other = _item_of(catalogue, away)
                marker += citing.mark(other, away.attendee.span) if other else ""
        lines.append(f"{described(one, roles=False)} substituted{whose} {marker}")
    return answered(question, "attendance", [f"At {_of(meeting)}: {'; '.join(lines)}."], citing) if lines else None


def _minute_taker(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    word = re.compile(r"minute|note.?taker|\bclerk\b|committee officer|scribe|secretar(?:y|iat)", re.I)
    found = [one for one in people if word.search(f"{one.attendee.role or ''} {one.attendee.note or ''}")]
    strict = [one for one in found if re.search(r"minute|note.?tak|scribe", f"{one.attendee.role} {one.attendee.note}", re.I)]
    citing = Citing(catalogue.source_text)
    if strict or found:
        return answered(
            question, "attendance", [f"Minutes of {_of(meeting)}: {_row(catalogue, citing, strict or found)}."], citing
        )
    return _quoted(question, catalogue, meeting, r"\bminutes?\b.{0,20}\b(?:by|taken|taker|:)|\btaken by\b|\bminute.?taker")


def _public(question: Question, catalogue: Catalogue, meeting: HeldMeeting) -> Answer | None:
    return _quoted(question, catalogue, meeting, r"\b(?:public|residents|parishioners|electors)\b")


def _quoted(question: Question, catalogue: Catalogue, meeting: HeldMeeting, rule: str) -> Answer | None:
    """The line of the attendance list, or of the first minutes, that says so."""
    for item in catalogue.items(meeting.id)[:3]:
        for match in re.finditer(r"[^\n]+", item.text.text):
            hit = re.search(rule, match[0], re.I)
            if not hit:
                continue
            start, end = match.span()
            if len(match[0].split()) < 4:
                block = re.compile(r"(?:\n+[^\n]+){1,12}").match(item.text.text, end)
                end = block.end() if block and match[0].strip().lower().startswith(("apolog", "absent")) else end
            if end - start > 240:
                start, end = _sentence(item, start + hit.start())
            citing = Citing(catalogue.source_text)
            quote, marker = citing.quote(item, start, end)
            return answered(question, "attendance", [f"{_of(meeting)[0].upper()}{_of(meeting)[1:]}: “{quote}” {marker}"], citing)
    return None


def _sentence(item: HeldItem, offset: int) -> tuple[int, int]:
    layout = lay_out(item.text.text)
    found = layout.at(offset)
    return (layout.sentences[found].start, layout.sentences[found].end) if found is not None else (0, offset + 1)


def _present(
    question: Question, catalogue: Catalogue, meeting: HeldMeeting, people: Sequence[HeldAttendee]
) -> Answer | None:
    """Everyone who came, or those whom the question describes ("from the City Council", "police officers")."""
    came = [one for one in people if one.attendee.status in CAME]
    left = left_words(question, _REGISTER_WORDS, meeting.body, meeting.council or "")
    citing = Citing(catalogue.source_text)
    if left:
        found = _matching(question, came, meeting)
        if not found:
            return None
        return answered(question, "attendance", [f"At {_of(meeting)}: {_row(catalogue, citing, found)}."], citing)
    if not came or _NOT_MEETING.search(question.own) and not question.date_hard:
        return None
    groups = [
        ("In the chair", [one for one in came if one.attendee.status == "chair"]),
        ("Present", [one for one in came if one.attendee.status in ("present", "substitute")]),
        ("In attendance", [one for one in came if one.attendee.status == "in_attendance"]),
        ("Observing", [one for one in came if one.attendee.status == "observer"]),
        ("Apologies", [one for one in people if one.attendee.status in ("apologies", "absent")]),
    ]
    lines = [f"The record of {_of(meeting)} names {len(came)} who came:"]
    lines += [f"- {title}: {_row(catalogue, citing, found)}" for title, found in groups if found]
    return answered(question, "attendance", lines, citing)


def _matching(
    question: Question, people: Sequence[HeldAttendee], meeting: HeldMeeting | None = None
) -> list[HeldAttendee]:
    """People whose entry has the words that describe them in the question; the best matches only."""
    left = set(left_words(question, _REGISTER_WORDS, meeting.body if meeting else ""))
    said = _stemless(question.topic, left)
    asked, scored = "".join(said), []
    for one in people:
        person = one.attendee
        text = " ".join(filter(None, (person.title, person.name, person.role, person.organisation, person.note)))
        stems = {word.stem for word in words_of(text)}
        initials = "".join(word[0] for word in re.findall(r"[A-Z]\w+", person.organisation or "")).lower()
        score = len(left & (stems | {initials}))
        squashed = "".join(word.word for word in words_of(text))
        if len(asked) > 5 and asked in squashed:
            score = len(left)
        if score:
            scored.append((score, one))
    best = max((score for score, _ in scored), default=0)
    if best * 2 < len(left):
        return []
    return [one for score, one in scored if score * 3 >= best * 2]


def _stemless(topic: str, left: set[str]) -> list[str]:
    return [word.word for word in words_of(topic) if word.stem in left]


def _several(question: Question, catalogue: Catalogue, asked: str) -> Answer | None:
    """One row a meeting, where a few meetings were asked for; the newest where "who is" has no date."""
    meetings = catalogue.meetings(question.scope)
    if asked == "substitute" and not question.date_hard:
        found = [one for one in catalogue.attendance(question.scope) if _stands_in(one, question)]
        if len({one.meeting.id for one in found}) == 1:
            return _substitutes(question, catalogue, found[0].meeting, catalogue.attendance(at(found[0].meeting)))
        return _anywhere(question, catalogue, found)
    if asked == "present" and not question.date_hard and not question.people:
        left = left_words(question, _REGISTER_WORDS)
        came = [one for one in catalogue.attendance(question.scope) if one.attendee.status in CAME]
        return _anywhere(question, catalogue, _matching(question, came)) if left else None
    if not question.date_hard or not meetings or asked in ("public", "minutes", "present"):
        return None
    if len(meetings) > MOST_ROWS:
        return None
    wanted = {"substitute": ("substitute",), "absent": ("absent", "apologies")}.get(asked, (asked,))
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in meetings:
        found = [one for one in catalogue.attendance(at(meeting)) if one.attendee.status in wanted]
        if found:
            rows.append(f"- {day(meeting.date)}: {_row(catalogue, citing, found)}")
    if not rows:
        return None
    names = {"chair": "In the chair", "apologies": "Apologies", "substitute": "Substitutes", "observer": "Observing"}
    lead = f"{names.get(asked, 'Absent')} ({completeness(len(rows), meetings)} in that period):"
    return answered(question, "attendance", [lead, *rows], citing)


def _stands_in(one: HeldAttendee, question: Question) -> bool:
    whom = plain_name(one.attendee.substitute_for or "")
    return bool(whom) and any(plain_name(name) == whom for name in question.people)


def _anywhere(question: Question, catalogue: Catalogue, found: Sequence[HeldAttendee]) -> Answer | None:
    """People found over all meetings, one row a meeting; too many are no answer."""
    if not found or len(found) > MOST_ROWS:
        return None
    citing = Citing(catalogue.source_text)
    rows = []
    for meeting in dict.fromkeys(one.meeting for one in found):
        own = [one for one in found if one.meeting.id == meeting.id]
        rows.append(f"{sitting(meeting)}: {_row(catalogue, citing, own)}")
    lines = rows if len(rows) == 1 else [f"{completeness(len(rows), catalogue.meetings(question.scope))}:", *(f"- {row}" for row in rows)]
    return answered(question, "attendance", lines, citing)


_WHO_IS = re.compile(r"^\W*who(?:['’]?s| is| was| are| were)\s+(?:the |our |your |now )*(?P<role>[\w &'’-]{4,50}?)\W*(?:\b(?:now|in|on|at|as of|by|of the)\b.*)?$", re.I)
_WHAT_IS = re.compile(r"\b(?:job|role|position|title)\b|^\W*who(?:['’]?s| is| was)\b", re.I)


def roles_register(question: Question, catalogue: Catalogue) -> Answer | None:
    """Who holds a role, and what somebody's role is, as the newest attendance list in the question's time says."""
    if question.numbers or question.context:
        return None
    until = max((one.date_to for one in question.periods if one.date_to), default=None)
    rolls = [one for one in catalogue.attendance(question.scope) if not until or (one.meeting.date or "") <= until]
    citing = Citing(catalogue.source_text)
    if question.people:
        if not _WHAT_IS.search(question.own) or left_words(question, "job role position title", *question.people):
            return None
        names = {plain_name(name) for name in question.people}
        mine = [one for one in rolls if plain_name(one.attendee.name) in names and (one.attendee.role or one.attendee.organisation)]
        return _newest(question, catalogue, citing, mine)
    asked = _WHO_IS.match(question.own)
    wanted = {word.stem for word in words_of(asked["role"])} if asked else set()
    if not wanted or len(wanted) > 5:
        return None
    return _newest(
        question, catalogue, citing, [one for one in rolls if wanted <= {word.stem for word in words_of(one.attendee.role or "")}]
    )


def _newest(question: Question, catalogue: Catalogue, citing: Citing, found: Sequence[HeldAttendee]) -> Answer | None:
    if not found or len({one.meeting.slug for one in found}) > 2:
        return None
    newest = [one for one in found if one.meeting.id == found[-1].meeting.id]
    row = _row(catalogue, citing, newest[:4])
    return answered(question, "attendance", [f"As recorded at {_of(newest[0].meeting)}: {row}."], citing)


def _how_often(question: Question, catalogue: Catalogue, asked: str) -> Answer | None:
    """How many of the meetings held record NAME with the status asked for, each one cited."""
    names = {plain_name(name) for name in question.people}
    meetings = catalogue.meetings(question.scope)
    wanted = {
        "chair": {"chair"},
        "apologies": {"apologies"},
        "absent": {"absent", "apologies"},
        "substitute": {"substitute"},
        "observer": {"observer"},
    }.get(asked, CAME)
    mine = [one for one in catalogue.attendance(question.scope) if plain_name(one.attendee.name) in names]
    found: dict[str, HeldAttendee] = {}
    for one in mine:
        if one.attendee.status in wanted:
            found.setdefault(one.meeting.id, one)
    if not mine:
        return declined(question, catalogue, "fact_absent")
    who = max((one.attendee.name for one in mine), key=len)
    verb = {"chair": "in the chair", "apologies": "with apologies", "absent": "absent"}.get(asked, "as attending")
    if not found:
        return None
    citing = Citing(catalogue.source_text)
    rows = [
        f"{day(one.meeting.date)} {citing.mark(item, one.attendee.span)}"
        for one in found.values()
        if (item := _item_of(catalogue, one))
    ]
    lead = f"{who} is recorded {verb} at {completeness(len(found), meetings)}: "
    return answered(question, "count", [f"{lead}{spoken_list(rows)}."], citing)


def never_there(question: Question, catalogue: Catalogue) -> Answer | None:
    """A false premise put right: what did NAME say at a meeting that NAME did not come to, or did not chair."""
    meeting = one_sitting(question, catalogue) if question.date_hard else None
    if meeting is None or not question.people or len(question.people) > 4:
        return None
    if not re.search(r"\b(?:say|said|tell|told|report\w*|present\w*|ask\w*|think|argue\w*|comment\w*|explain\w*|chair\w*|suggest\w*|propose\w*)\b", question.own, re.I):
        return None
    people = catalogue.attendance(at(meeting))
    names = {plain_name(name) for name in question.people}
    mine = [one for one in people if plain_name(one.attendee.name) in names]
    citing = Citing(catalogue.source_text)
    gone = [one for one in mine if one.attendee.status in ("apologies", "absent")]
    if gone and len(gone) == len(mine):
        how = "sent apologies for" if gone[0].attendee.status == "apologies" else "was absent from"
        item = _item_of(catalogue, gone[0])
        if item is None:
            return None
        marker = citing.mark(item, gone[0].attendee.span)
        return answered(question, question.kind, [f"{described(gone[0])} {how} {_of(meeting)} {marker}."], citing)
    chairs = [one for one in people if one.attendee.status == "chair"]
    if re.search(r"\bwhen (?:he|she|they) (?:was in the chair|chaired)\b|\bas chair\b|\bfrom the chair\b", question.own, re.I) and chairs:
        if not set(chairs) & set(mine):
            said = f"Not {question.people[0]}: in the chair at {_of(meeting)} was {_row(catalogue, citing, chairs)}."
            return answered(question, question.kind, [said], citing)
        return None
    if mine or any(_mentions(item, names) for item in catalogue.items(meeting.id)):
        return None
    lists = [item for item in catalogue.items(meeting.id) if item.number == ATTENDANCE]
    return declined(question, catalogue, "fact_absent", lists)


def _mentions(item: HeldItem, names: set[str]) -> bool:
    text = item.text.text.lower()
    return any(re.search(rf"\b{re.escape(name.split()[-1])}\b", text) for name in names if name)
