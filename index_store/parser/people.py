"""One entry of an attendance list: names, with role, organisation, and what stands in brackets."""

from __future__ import annotations

import re
from functools import lru_cache

from index_store.parser.cues import cued
from index_store.parser.descriptions import CHAIRING, Entry, described
from index_store.parser.names import TITLE, WORD, Person, initials_fit, plural_title, read_person, split_title
from index_store.parser.offices import OFFICE_FIRST, OFFICE_LED, POST, POSTS, parted_post
from index_store.parser.roles import (
    BRACKETS,
    is_description,
    is_idle,
    mask,
    names_role,
    split_list,
    unbracketed,
)

DASH = re.compile(
    r"(?<=\))\s+/\s+(?=[A-Z])|\s+[-–—]+\s*|\s*[–—]\s+|(?<=[\w.)])—(?=[A-Z])|"
    r"(?<=[a-z])(?<![Vv]ice)(?<!Deputy)(?<!Co)-(?=(?:Vice[- ])?(?:Chair|Clerk|Treasurer|Secretary))|"
    r"\t+|\s{3,}|\s*\|\s*|(?<=[a-z)])\s*:\s+"
)
_DASHES = frozenset("-–—\t|:\n\xa0/")
_POST_FIRST = re.compile(
    r"(?P<office>(?:[A-Z][\w/&’'-]*,?|and|of|to|the|for|&)(?: (?:[A-Z][\w/&’'-]*,?|and|of|to|the|for|&)){0,5}?) "
    rf"(?P<who>(?:(?:{TITLE})\.? )*(?:[A-Z]\.? ?){{0,3}}(?<= )(?:{WORD} )?{WORD}(?: \([^()]*\))?)$"
)
_SHORTENED = re.compile(r"(?: (?:I{1,3}|IV|V))?(?: \((?:[A-Z]{2,5}|[A-Z][a-z]{3,12})\))(?= [A-Z][a-z])")
"""A post's letters or grade between it and its holder: "Director of Operations (DO) Ann Other"."""
_WHEN = re.compile(r",? (?:at|from|until|left at|arrived at|joined at) \d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?$")
"""When somebody was there, behind the name."""
_OFFICE_HOLDER = re.compile(r"(?:[Tt]he )?(?P<office>[A-Z][\w ,&/-]{3,100}?) \((?P<who>[^()]+)\)[ ,]*(?P<rest>.*)$")
SEVERAL = re.compile(r"(?<=[rekt])s$")
_SEAT = re.compile(
    r"(?:(?:Councillor|Cllr|Director),?(?: for)? )?(?:Division|Div\.|Ward|District|Electoral Area|Area|Zone|Seat) "
    r"(?:No\.? ?)?(?:\d{1,2}|[A-Z])(?![\w.])"
)
"""What a member sits for, printed before the name: "Division 1 – Ann Other"."""
_COURTESY = re.compile(r"(?:Mr|Mrs|Ms|Miss|Dr)\b\.? ")
_INITIALS = re.compile(r"(?P<who>[^()]+?)\s*(?:\([^()]*\))?\s+(?P<initials>[A-Z][A-Za-z]{1,3})\b(?:\s*\([^()]*\))*$")
_REMOTELY = re.compile(r"[ ,(–-]+(?:remotely|online|virtually|(?:via|by|on) (?:zoom|teams))\)?$", re.IGNORECASE)
"""How somebody came, behind the name or the post."""
_SEATED = re.compile(r"(?<=[a-z]) in the [Cc]hair$")
_MARKS = re.compile(r"[*_\\†‡]+")
_WIDE = re.compile(r"\s{2,}")
_TOGETHER = re.compile(
    rf"(?P<who>(?:{TITLE}\.? )+(?:(?:[A-Z]\.? ?)+(?<= )|{WORD} ){WORD}|(?:[A-Z]\. ?)+{WORD}|"
    rf"{WORD} {WORD}(?= \(?[A-Z]{{2}})|"
    rf"{WORD} {WORD}(?= (?:(?:County|City|Town) (?:Manager|Engineer|Architect|Librarian|Secretary|Solicitor)|Director|"
    rf"Senior|Administrative|Executive|Assistant|Chief|Meetings|"
    r"Staff|Head|A/[A-Z])))"
    r"(?: (?:\(|"
    r"(?=[A-Z][a-z]{0,2}[A-Z]))(?P<letters>[A-Z][A-Za-z]{1,3})\)?(?![A-Za-z]))?[,.]? (?P<what>[A-Z](?(letters)[^;]|"
    r"[^,;])+)$"
)
_STANDS_FOR = re.compile(r"(?P<who>[A-Z][^()]*?),? for (?P<whom>[A-Z][^()]*?)(?: \([^()]*\))?$")
"""Somebody who came in another's place: "Ann Other for Jo Bloggs (Marl Council)"."""
_APART = re.compile(
    r"(?P<who>[^()]+?(?: \([^()]*\))?),? (?P<what>(?:(?:connected|joining|joined|participating|dialling|present) "
    r"(?:in|only|by|via|with|remotely|online|from)|for (?:agenda )?items?|"
    r"for whom|substitut(?:ing|ed)|deputi[sz](?:ing|ed)|standing in|"
    r"attending (?:for|"
    r"on behalf)|in place of|on behalf of|representing)\b.+|"
    r"(?:Director|Head|Chief|Manager|Leader|Secretary|Minister|Adviser|Advisor|Clerk|Officer|Deputy|Assistant|"
    r"Chair(?:man|woman|person)?|"
    r"(?:vice[- ])?(?:chair(?:man|woman|person)?|convenor|convener)$|treasurer$|secretary$|clerk$|"
    r"Treasurer|Area|Electoral Area|(?:City|Town|Village|Township|Municipality|District|County) of)\b.*)$"
)
_OPEN = re.compile(rf"\((?![^()]*\b(?:{TITLE})\b)[A-Z][^(),;]{{2,30}}$")
"""An aside that a narrow column breaks: "Ann Other (Environmental"."""
_PLAIN = re.compile(
    r"(?!.*\bArea$)(?P<title>(?:Cllrs?|Councillors?|Mrs?|Ms|Miss|Dr)\.? )?"
    r"(?:(?:[A-Z]\.? ){1,3}|[A-Z][a-z]+ (?:[A-Z]\.? )?)?[A-Z][a-z]+(?:-[A-Z][a-z]+)?"
)
"""A name and nothing else, as most entries are."""
_GLUED = re.compile(rf"[A-Z]{{2,3}} {WORD}")
"""Initials run together, which count before a role alone: "JP Other – Works Manager"."""
_AND = re.compile(r"^and (?=[A-Z])")
_HELD_BY_ONE = re.compile(
    r"(?:the )?(?:acting |deputy |parish |town )*(?:vice[- ]?)?(?:chair(?:man|woman|person)?|clerk|mayor|treasurer|"
    r"secretary|convenor|convener)\b",
    re.IGNORECASE,
)
"""An office that one person holds: behind several names it is the last one's."""
_LAST_PERSON = re.compile(
    rf",\s+(?P<who>(?:(?:{TITLE})\.? )?(?:[A-Z]\. ?)+(?:{WORD} )?{WORD}|(?:{TITLE})\.? (?:{WORD} )?{WORD})$"
)
_TWO_OFFICES = re.compile(
    rf"(?P<who>(?:{TITLE})\.? (?:[A-Z]\.? )*{WORD}) (?P<what>(?:[A-Z][a-z]+ ){{0,2}}(?:Clerk|Officer|Manager|Secretary|"
    r"Treasurer|Director) and (?:the )?(?:[A-Z][a-z]+ ){0,2}"
    r"(?:Clerk|Officer|Manager|Secretary|Treasurer|Director|RFO)\b.*)$"
)


def _is_office(words: str) -> bool:
    """Whether words in brackets are an office and no name with a title."""
    return names_role(split_title(words.split(",")[0])[1])


def _turned(entry: Entry, said: str) -> Entry:
    """``entry`` with what stands before the name: "Chair: Ann Ash", "Police – PC Bob Birch"."""
    if CHAIRING.match(said):
        return entry._replace(status="chair")
    if not (names_role(said) or _SEAT.fullmatch(said)):
        return entry._replace(organisation=entry.organisation or said)
    return entry._replace(role=entry.role or said)


def find_dash(text: str) -> re.Match[str] | None:
    """The first dash, bar or wide gap that parts a name from its description."""
    return None if _DASHES.isdisjoint(text) and "   " not in text else DASH.search(text)


@lru_cache(maxsize=2048)
def read_entry(text: str) -> tuple[Entry, ...]:
    """The people of one list entry ("A Smith and B Jones – Deloitte (minute 267)"); empty where it names nobody."""
    words = _AND.sub("", _MARKS.sub("", text).replace("\xa0", " ").strip(" .;,"))
    words = f"{words})" if "(" in words and _OPEN.search(words) else words
    if (
        words[-5:].lower() == "chair"
        and (sits := _SEATED.search(words))
        and len(one := read_entry(words[: sits.start()])) == 1
    ):
        return (one[0]._replace(status="chair"),)
    if (how := _REMOTELY.search(words)) and (came := read_entry(words[: how.start()])):
        return (*came[:-1], came[-1]._replace(note=came[-1].note or how[0].strip(" ,()–-")))
    if plain := _plain(words):
        return plain
    seated = _SEAT.match(words)
    if seated and len(holder := read_entry(words[seated.end() :].lstrip(" :,–—-\t|"))) == 1:
        return (_turned(holder[0], seated[0]),)
    bare = _WIDE.sub("   ", words)
    outside = mask(bare)
    split = find_dash(outside)
    left, right = (bare[: split.start()], bare[split.end() :]) if split else (bare, "")
    if office_led := _by_office(bare, dashed=split is not None):
        return office_led
    names, comma = _names(left)
    turned = read_entry(right) if not names and right and is_description(left) else ()
    if len(turned) == 1 and (turned[0].person.title or names_role(left)):
        return (_turned(turned[0], left.strip(" ,:")),)
    if not names and right and _GLUED.fullmatch(left.strip()) and names_role(right):
        return (described(Entry(Person(left.strip())), [], right),)
    if not names:
        return _behind_parted_post(bare) or _run_together(bare) or _office_led(bare)
    alone = len(names) - 1 if _HELD_BY_ONE.match(right) else 0
    people = [described(Entry(who), aside, right if at >= alone else "") for at, (who, aside) in enumerate(names)]
    if comma and not is_idle(comma):
        person, brackets = names[-1]
        people[-1] = described(Entry(person), brackets, " – ".join(piece for piece in (comma, right) if piece))
    return tuple(people)


def _behind_parted_post(words: str) -> tuple[Entry, ...]:
    """The holder of a post that a dash parts or that letters name."""
    post, behind = parted_post(mask(words))
    who = read_entry(words[behind:]) if post else ()
    return (who[0]._replace(role=words[:post].strip()),) if len(who) == 1 and not who[0].role else ()


def _plain(words: str) -> tuple[Entry, ...]:
    """The person of an entry that is a name and nothing else; empty for any other, which has to be taken apart."""
    found = _PLAIN.fullmatch(words)
    if found is None or names_role(words) or OFFICE_FIRST.match(words):
        return ()
    person = read_person(words)
    return (Entry(person),) if person and (found["title"] or person.title is None) else ()


def _by_office(bare: str, dashed: bool) -> tuple[Entry, ...]:
    """The one person named behind, before or among offices; empty where the entry is not led by an office."""
    office = _OFFICE_HOLDER.match(bare) if "(" in bare else None
    if office and _holds_office(office["office"], office["who"]) and (holders := read_entry(office["who"])):
        told = (*holders[:-1], described(holders[-1], [], office["rest"]))
        if len(told) == 1 or all(one.person.title for one in told):
            post = office["office"] if len(told) == 1 else SEVERAL.sub("", office["office"])
            return tuple(one._replace(role=one.role or post) for one in told)
    if bare[:12].lower() == "in the chair" and len(seated := read_entry(bare[12:].lstrip(" :,"))) == 1:
        return (seated[0]._replace(status="chair"),)
    first = OFFICE_FIRST.match(bare)
    holder = (read_entry(first["who"]) or _surname(first["office"], first["who"])) if first else ()
    if first and len(holder) == 1:
        if CHAIRING.match(first["office"]):
            return (holder[0]._replace(status=holder[0].status or "chair"),)
        return (holder[0]._replace(role=holder[0].role or SEVERAL.sub("", first["office"])),)
    post = None if dashed or not cued(bare, POSTS) else _POST_FIRST.match(_SHORTENED.sub("", _WHEN.sub("", bare)))
    if post and POST.match(post["office"]) and len(holder := read_entry(post["who"])) == 1:
        return (holder[0]._replace(role=holder[0].role or post["office"]),)
    return _behind_office(bare) or _of_two_offices(bare)


def _holds_office(office: str, who: str) -> bool:
    """Whether words before a name are its holder's office; one that holds a comma only before a courtesy title."""
    if split_title(office)[0] and read_person(office):
        return False
    courteous = _COURTESY.match(who) is not None
    if "," in office and (not courteous or read_person(office.split(",")[0])):
        return False
    return (names_role(office) and not _is_office(who)) or (courteous and read_person(office) is None)


def _behind_office(words: str) -> tuple[Entry, ...]:
    """Whoever stands with initials or a title behind an office and a comma: "Museum Assistant, T. Other"."""
    found = _LAST_PERSON.search(words) if ", " in words else None
    if found is None or "(" in words or not names_role(words[: found.start()]):
        return ()
    lead = words[: found.start()]
    person = read_person(found["who"])
    if person is None or read_person(lead.split(",")[0]) or split_title(lead)[0] or lead.lower().startswith("the "):
        return ()
    return (Entry(person, role=lead.strip()),)


def _of_two_offices(words: str) -> tuple[Entry, ...]:
    """One person with two offices and nothing before them: "Mr W Other Clerk and Executive Officer to the Board"."""
    found = _TWO_OFFICES.match(words) if " and " in words else None
    person = read_person(found["who"]) if found else None
    return (Entry(person, role=found["what"]),) if found and person else ()


def _surname(office: str, who: str) -> tuple[Entry, ...]:
    """Whoever is in or next to the chair, by a lone surname: "Vice Chairman Other"."""
    person = read_person(f"Mr {who}") if "Chair" in office and " " not in who else None
    return (Entry(Person(person.name)),) if person else ()


def _office_led(words: str) -> tuple[Entry, ...]:
    """An office in other words than the usual before its holder ("Zoning Officer Ann Other")."""
    found = OFFICE_LED.match(words)
    person = read_person(found["who"]) if found else None
    if found is None or person is None or (" " not in person.name and not CHAIRING.match(found["lead"] + "Chair")):
        return ()
    return (Entry(person, role=f"{found['lead']}{found['office']}".strip()),)


def _run_together(words: str) -> tuple[Entry, ...]:
    """A name and its description with nothing between them ("Cllr. D. Bilcock Hinckham Borough Council")."""
    found = _TOGETHER.match(words)
    if found is None:
        return ()
    person = read_person(found["who"])
    letters, what = found["letters"], found["what"]
    if person and letters and not initials_fit(letters, person.name) and "(" not in words[: found.start("what")]:
        letters, what = None, words[found.end("who") :].lstrip(" ,.")
    if not is_description(what) and not letters:
        return ()
    if person is None or (letters and not initials_fit(letters, person.name)):
        return ()
    return (described(Entry(person, initials=letters), [], what),)


def _names(left: str) -> tuple[list[tuple[Person, list[str]]], str]:
    """People at the head of an entry with their brackets, and what follows the last of them behind a comma."""
    title = plural_title(left)
    pieces = split_list(left)
    found: list[tuple[Person, list[str]]] = []
    at = 0
    for number, piece in enumerate(pieces):
        written = piece
        brackets = [one or other for one, other in BRACKETS.findall(piece)] if "(" in piece or "[" in piece else []
        apart = _APART.match(piece)
        if apart and read_person(unbracketed(apart.group("who"))):
            piece, brackets = apart.group("who"), [*brackets, apart.group("what")]
        standing = _STANDS_FOR.match(piece) if " for " in piece else None
        if standing and read_person(unbracketed(standing["who"])) and read_person(standing["whom"]):
            piece, brackets = standing["who"], [*brackets, f"for {standing['whom']}"]
        behind = _INITIALS.match(piece)
        if (
            behind
            and (named := read_person(behind.group("who")))
            and initials_fit(behind.group("initials"), named.name)
        ):
            piece, brackets = behind.group("who"), [*brackets, behind.group("initials")]
        bare = unbracketed(piece).strip(" ,;.")
        person = read_person(bare) or (read_person(f"{title} {bare}") if title else None)
        if person is None:
            return found, left[left.index(pieces[number], at) :] if found else ""
        at = left.index(written, at) + len(written)
        found.append((person, brackets))
    return found, ""
