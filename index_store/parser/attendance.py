"""Who came, who was in the chair, who sent apologies, who came in whose place."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from index_store.models import Attendee, MappedText, MinuteItem, Status
from index_store.parser.broken_labels import with_titles_apart, with_whole_labels
from index_store.parser.chairs import find_chair, find_office
from index_store.parser.cues import cued
from index_store.parser.descriptions import Entry
from index_store.parser.known_people import with_initials
from index_store.parser.legends import lettered
from index_store.parser.letterheads import below_letterhead
from index_store.parser.list_lines import with_rows
from index_store.parser.mark_columns import mark_columns
from index_store.parser.names import initials_fit, read_person, resolve, same_person
from index_store.parser.opening_minutes import first_minutes, speaks_of_attendance
from index_store.parser.page_numbers import minuted
from index_store.parser.parts import Part
from index_store.parser.sections import parts_of
from index_store.parser.shouted import in_mixed_case

_COUNCILLOR = re.compile(r"^(?:community |county |city )*(?:cllr|councillor|clr)\b.*")
_RANK: dict[str, int] = {"chair": 0, "present": 1, "substitute": 2, "in_attendance": 3, "observer": 4}


def read_attendance(preamble: MappedText, items: Sequence[MinuteItem]) -> tuple[tuple[Attendee, ...], str | None]:
    """Attendance recorded in the lists before the first item and in the first items, and the chair's name.

    Everyone who came has one record, with status chair, present, in_attendance, observer or substitute;
    everyone who did not has one with apologies or absent. ``substitute_for`` is filled wherever it is said.
    """
    preamble = below_letterhead(preamble)
    found: list[tuple[Attendee, Entry]] = list(_listed(preamble))
    opened = first_minutes(items)
    headed = sum(one.section is not None for one, _ in found) >= _HEADED
    for item in opened:
        speaks = speaks_of_attendance(item)
        listed = _listed(minuted(item.body if speaks else _before_vote(item.body)), item.title)
        # Who was appointed to a committee stands in lists like those of who came.
        found.extend(listed if speaks or not headed else (one for one in listed if one[0].section is None))
    if all(one.section is None for one, _ in found):
        for item in items[-_LATE:]:
            found.extend(_listed(_behind(item.body)))
    merged = _merge(_told_apart(found))
    merged = _substitutes(merged, [entry for _, entry in found])
    merged = _one_chair(list(with_initials(merged, items)), preamble)
    chair = next((one.name for one in merged if one.status == "chair"), None)
    if chair is None:
        opening = [preamble, *(item.body for item in opened[:3])]
        said = find_chair(opening)
        merged, chair = _seat(merged, said) if said else _seat_office(merged, find_office(opening))
        merged, chair = (merged, chair) if chair else _seat_role(merged)
    return tuple(merged), chair


_HEADED = 3
"""So many people in lists before the first item tell that no list in a minute on something else is of who came."""
_LATE = 3
"""In so many minutes at the end an attendance list may stand."""
_LAST = re.compile(
    r"^\W*(?:attendance|present|members present|those present|attended - [\w ]+members)\W*$",
    re.IGNORECASE | re.MULTILINE,
)


_BALLOT = re.compile(
    r"^\W*(?:for|against|abstain\w*|abstentions?|in favou?r)\b(?:[^\n.]{0,50}\b[A-Z][\w’'-]+)?\W*(?:\(\d+\))?\W*$",
    re.IGNORECASE | re.MULTILINE,
)


def _before_vote(body: MappedText) -> MappedText:
    """A minute up to the lists of who voted how: "Absent" among them is not of the meeting."""
    low = body.text.lower()
    ballot = _BALLOT.search(body.text) if "vote" in low and "absent" in low else None
    return body.slice(0, ballot.start()) if ballot else body


def _behind(body: MappedText) -> MappedText:
    """An attendance list printed behind the last minute, from its heading on; empty where there is none."""
    heads = list(_LAST.finditer(body.text)) if cued(body.text.casefold(), ("attend", "present")) else []
    return body.slice(heads[-1].start(), len(body.text)) if heads else body.slice(0, 0)


def _listed(text: MappedText, title: str | None = None) -> Iterable[tuple[Attendee, Entry]]:
    if not text.text:
        return
    text = in_mixed_case(with_whole_labels(with_titles_apart(text)))
    marked, rest = mark_columns(with_rows(text))
    for part in [*marked, *parts_of(lettered(rest), title)]:
        yield from _people(text, part)


def _people(text: MappedText, part: Part) -> Iterable[tuple[Attendee, Entry]]:
    for start, end, entries in part.entries:
        for entry in entries:
            away = part.status in ("apologies", "absent") and entry.status != "apologies"
            status = part.status if entry.status is None or away else entry.status
            yield (
                Attendee(
                    name=entry.person.name,
                    span=text.span(start, end),
                    status=status,
                    title=entry.person.title,
                    role=entry.role,
                    organisation=entry.organisation,
                    note=entry.note,
                    substitute_for=entry.substitute_for,
                    initials=entry.initials,
                    section=part.heading,
                ),
                entry,
            )


def _told_apart(found: Sequence[tuple[Attendee, Entry]]) -> list[tuple[Attendee, Entry]]:
    """Namesakes of whom one list gives the surname and, in brackets, the initials: "Ash (M), Ash (P)"; where it does
    so, the letters behind the others are theirs too, whose namesakes stayed away."""
    shared = Counter((one.section, one.name) for one, _ in found if " " not in one.name and _letters(one))
    lists = {section for (section, _), count in shared.items() if count > 1 and section is not None}
    return [
        (replace(one, name=f"{letters} {one.name}", note=None, organisation=None, initials=None), entry)
        if one.section in lists and " " not in one.name and (letters := _letters(one))
        else (one, entry)
        for one, entry in found
    ]


def _letters(one: Attendee) -> str | None:
    said = one.note or one.organisation or one.initials or ""
    return said if _INITIALS.fullmatch(said) else None


def _merge(found: Sequence[tuple[Attendee, Entry]]) -> list[Attendee]:
    """One record a name and side (came, did not come); what a second mention adds is kept."""
    merged: list[Attendee] = []
    alike: dict[tuple[str, str], list[int]] = {}
    for one, _ in found:
        side, surname = _side(one), one.name.split()[-1].casefold()
        namesakes = alike.setdefault((side, surname), [])
        at = next((n for n in namesakes if _same(merged[n], one)), None)
        if at is None:
            namesakes.append(len(merged))
            merged.append(one)
            continue
        old = merged[at]
        merged[at] = replace(
            old,
            name=max(old.name, one.name, key=len),
            status=one.status if _says_more(old, one) else old.status,
            title=old.title or one.title,
            role=old.role or one.role,
            organisation=old.organisation or one.organisation,
            note=old.note or one.note,
            substitute_for=old.substitute_for or one.substitute_for,
            initials=old.initials or one.initials,
        )
    return merged


def _says_more(old: Attendee, one: Attendee) -> bool:
    """Whether a further record tells more of how somebody came or why not: of those absent, who sent apologies."""
    listed = "absen" in (old.section or "").lower()
    excused = one.status == "apologies" and old.status == "absent" and not listed
    return excused if _side(old) == "away" else _RANK[old.status] > _RANK[one.status]


_INITIALS = re.compile(r"(?:[A-Z]\.?){1,3}")
_SHORT = re.compile(r"[A-Z]\b")


def _same(one: Attendee, other: Attendee) -> bool:
    """Whether two records name one person; a lone surname only where the titles agree.

    One list that names "R Hill" and "R A Hill" means two.
    """
    if " " not in one.name or " " not in other.name:
        return one.name.split()[-1] == other.name.split()[-1] and _rank(one.title) == _rank(other.title)
    if one.section != other.section and one.name != other.name and _of_two_sorts(one.title, other.title):
        return False
    if one.section is not None and one.section == other.section and one.name != other.name:
        return same_person(one.name, other.name) and not (_SHORT.match(one.name) and _SHORT.match(other.name))
    return same_person(one.name, other.name)


def _of_two_sorts(one: str | None, other: str | None) -> bool:
    """Whether one of two titles is a councillor's and the other an officer's: "Cllr Cha Other", "Mr C. Other"."""
    ranks = {_rank(one), _rank(other)}
    return "cllr" in ranks and not ranks.isdisjoint(("mr", "mrs", "ms", "miss", "dr"))


def _rank(title: str | None) -> str:
    return _COUNCILLOR.sub("cllr", (title or "").lower())


def _one_chair(merged: list[Attendee], preamble: MappedText) -> list[Attendee]:
    """One person in the chair: where several are marked, the one "in the chair", else the first."""
    seated = [one for one in merged if one.status == "chair"]
    if len(seated) < 2:
        return merged
    said = re.search(r"[^\n]*\bin the chair\b", preamble.text, re.IGNORECASE)
    chosen = next((one for one in seated if said and one.name in said.group()), seated[0])
    return [replace(one, status="present") if one in seated and one is not chosen else one for one in merged]


def _side(one: Attendee) -> str:
    return "away" if one.status in ("apologies", "absent") else "here"


def _substitutes(merged: list[Attendee], entries: Sequence[Entry]) -> list[Attendee]:
    """Fills ``substitute_for`` from "Ann Other (substitute Jo Bloggs)"; adds a substitute who is listed nowhere."""
    for entry in entries:
        if not entry.substituted_by:
            continue
        away = next(one for one in merged if same_person(one.name, entry.person.name))
        at = next(
            (n for n, one in enumerate(merged) if _side(one) == "here" and same_person(one.name, entry.substituted_by)),
            None,
        )
        if at is not None:
            told = merged[at].status == "in_attendance" and merged[at].section is None
            came: Status = "substitute" if told else merged[at].status
            merged[at] = replace(merged[at], status=came, substitute_for=away.name)
            continue
        merged.append(Attendee(entry.substituted_by, away.span, "substitute", substitute_for=away.name))
    return merged


def _seat(merged: list[Attendee], said: Attendee) -> tuple[list[Attendee], str | None]:
    """Marks whoever a sentence puts in the chair; adds them where no list names them."""
    initials = {one.initials: one.name for one in merged if one.initials}
    fitting = [one.name for one in merged if _side(one) == "here" and initials_fit(said.name, one.name)]
    if fitting:
        initials[said.name] = fitting[-1]
    name = resolve(said.name, [one.name for one in merged if _side(one) == "here"], initials)
    for n, one in enumerate(merged):
        if _side(one) == "here" and one.name == name:
            whole = said.name if " " not in name and said.name.endswith(f" {name}") else name
            merged[n] = replace(one, status="chair", name=whole)
            return merged, whole
    person = read_person(name)
    if person is None:
        return merged, None
    return [*merged, replace(said, name=person.name, title=person.title)], person.name


_CHAIR = re.compile(
    r"(?:.*\b(?:Independent|Interim|Clinical|Acting|Lay|Non-Executive|Board|Trust|[A-Z]{2,8}) )?Chair(?:man|woman|"
    r"person)?"
    r"(?:\s*[/,&(].*| and .*| of the (?:Board|Trust|Council|Committee|Panel|Forum|Partnership)\b.*)?"
)
_CHAIR_FIRST = re.compile(r"Chair(?:man|woman|person)?\s*[.;]\s+[A-Z]")
"""The chair before another office: "Chair. Leader of the Council"."""
_SOME_CHAIR = re.compile(
    r"(?!.*\b(?:[Vv]ice|[Dd]eputy|[Ff]ormer|[Pp]ast|[Ee]lect)\b)"
    r"(?:[A-Z][\w&’'-]* ){0,3}(?:Partnership|Forum|Association|Society|Club|Federation) Chair(?:man|woman|person)?"
)
_MAYOR = re.compile(r"(?:Town |Lord |City |Borough |County )?(?:Mayor|Provost|Reeve|Warden)")


def _seat_role(merged: list[Attendee]) -> tuple[list[Attendee], str | None]:
    """Marks the first present who is said to be chair of the body, or whom a list opens with as mayor."""
    here = [n for n, one in enumerate(merged) if one.status == "present"]
    at = next((n for n in here if _CHAIR.fullmatch(merged[n].role or "")), None)
    if at is None:
        at = next((n for n in here if any(map(_CHAIR_FIRST.match, (merged[n].role or "", merged[n].note or "")))), None)
    if at is None and len(alone := [n for n in here if _SOME_CHAIR.fullmatch(merged[n].role or "")]) == 1:
        at = alone[0]
    if at is None and here and _MAYOR.fullmatch(merged[here[0]].role or ""):
        at = here[0]
    if at is None:
        return merged, None
    merged[at] = replace(merged[at], status="chair")
    return merged, merged[at].name


def _seat_office(merged: list[Attendee], office: str | None) -> tuple[list[Attendee], str | None]:
    """Marks the one person present who holds ``office``, by title or role."""
    word = re.sub(r"\W|(?:man|woman|person)$|^t(?=Ard)", "", office or "").casefold()
    offices = [re.sub(r"\W", "", f"{one.title} {one.role}").casefold() for one in merged]
    deputy = re.compile("vice|deputy|depute")
    holders = [
        n
        for n, held in enumerate(offices)
        if word
        and _side(merged[n]) == "here"
        and word in held
        and bool(deputy.search(word)) == bool(deputy.search(held))
    ]
    if len(holders) != 1:
        return merged, None
    merged[holders[0]] = replace(merged[holders[0]], status="chair")
    return merged, merged[holders[0]].name
