"""Person names as minutes print them: titles, initials, honours, and lists of several people."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from rapidfuzz import fuzz

from index_store.parser.cues import any_of

_RANK = (
    r"(?:Chief |Ch |Deputy |Assistant |Detective |Det |Police |Acting |Temporary |T/)*"
    r"(?:Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|Commander)"
)
TITLE = (
    r"(?:An Comh(?=[\s.])|"
    r"An (?:tArd)?[Cc]omhairleoir|Comhairleoirí?|Co?mhlr|Comh(?=[\s.])|An t[UÚ]as(?:al)?|"
    r"(?:An )?(?:Leas-?)?t?Ard-?[Mm]h[ée]ara|"
    r"Deputy Lord Mayor|Lord Mayor|Lord Provost|"
    r"Depute Provost|Deputy Provost|Provost|(?:Deputy|Acting|Vice) Mayor|Mayor(?! [Pp]ro[- ][Tt]em)|Bailie|Baillie|"
    r"(?:(?:County|City|Borough|District|Parish|Town|Community|Community Cllr|Regional|Ward|Unitary|"
    r"Division) )?(?:Councill?ors?|"
    r"Councilmembers?|Cllrs?|"
    r"Clrs?|Clls?|Crs?|CC)|[BCD]\.? ?Cllr|BC(?= (?:[A-Z]\.? ?){1,2}[A-Z][a-z])|"
    r"Council(?:m[ae]n|wom[ae]n|persons?)|Council [Mm]embers?(?=\s(?!Present|Absent|Attend|Excused|In\b|Also\b)[A-Z])|"
    r"Council (?:Vice[- ])?President(?=\s[A-Z])|Mayor [Pp]ro[- ][Tt]em(?:pore)?|"
    r"Community Councillors?|(?:Honorary )?Alderm[ae]n|Alderpersons?|Ald|"
    r"Messrs|Mr|Mrs|Ms|Mx|Miss|Mesdames|Dr|Drs|Prof|Professor|Sir|Dame|Lord|Lady|Baroness|Baron|Viscount|"
    r"The (?:Right )?Rev(?:eren)?d|Rev(?:eren|[’'])?d|Rev|Canon|Father|Fr|Pastor|Rabbi|Imam|Sister|"
    r"Rt\.? Hon\.?|(?:The )?Honou?rable|Hon|Judge|Deput(?:y|ies)|Dep(?=[\s.])|Senators?|Teachta|"
    rf"Cyng(?:horydd)?\.? ?/ ?Cllr|Cyng(?:horydd)?|(?:Warden|Reeve|Supervisor|(?:Vice[- ])?President|"
    rf"Chancellor|Commissioners?|Trustees?)(?=\s[A-Z])|(?:Directors?|"
    rf"Sheriff)(?=\s(?:[A-Z]\. ?[A-Z]|[A-Z][a-z]+ [A-Z]))|"
    rf"Lt\.? Col|Lieutenant Colonel|Col|Colonel|Major|Maj|Captain|Capt|Cdr|Brigadier|Brig|{_RANK}|PC \d{{2,5}}|PCSO|"
    rf"PC|PS|DC|DS|"
    rf"DI|DCI|CPOs?|WPC|"
    r"Ch Insp|ACC|DCC)"
)
_SHOUTED = r"(?:COUNCILLORS?|CLLRS?|MR|MRS|MS|MISS|DR|LORD MAYOR|DEPUTY MAYOR|MAYOR|ALDERMAN|REVD?)"
_SMALL = r"(?:(?:county |district |borough |city |ward )?(?:councillor|cllr)(?= [A-Z]))"
_TITLES = re.compile(
    rf"(?:[A-Z]{{2,5}} (?=(?:Cllr|Councillor)\b))?(?:(?:{TITLE}|{_SHOUTED}|{_SMALL})\.?(?=[\s.])\s*){{1,4}}"
)
HONOURS = (
    r"(?:MPs?|MSPs?|MEPs?|MLAs?|MS|AM|TD|OBE|CBE|MBE|KBE|BEM|JP|QC|KC|DL|DSO|FRS|Ph\.? ?D|Ed\.? ?D|"
    r"M\.? ?D|D\.? ?Phil|J\.D|M\.B\.A|MBA|Psy\.? ?D|CPA|Esq|QPM|RN|OAM|AO|CNSM|QSM|"
    r"[OM]NZM)\b\.?"
)
_HONOURS = re.compile(rf"(?:[,\s]+{HONOURS})+\s*$")
_SEAT = re.compile(rf"(?:[,\s]+(?:{HONOURS}|(?:CC|DC|BC|TC)\b\.?))+\s*$")
"""Honours and, behind a name with a title, the letters of a county, district or town councillor."""

_UPPER = "A-ZÀ-ÖØ-ÞŁŚŻĆŠŽ"
_LOWER = "a-zß-öø-ÿłśżćńęąšž"
_APOSTROPHE = "'’‘`"
WORD = (
    rf"(?:(?:[OÓ][{_APOSTROPHE}] ?|[DL][{_APOSTROPHE}]|Ó h?|Ní |Nic |Uí |Mc |Mac |(?:d[ue]|l[ae]|van)(?=[A-Z]))?"
    rf"[{_UPPER}][{_LOWER}]+"
    rf"(?:[-{_APOSTROPHE}–][{_UPPER}]?[{_LOWER}]+|-[OD][{_APOSTROPHE}][{_UPPER}][{_LOWER}]+|"
    rf"[{_UPPER}][{_LOWER}]+){{0,4}}(?![{_LOWER}]))"
)
_SHOUT = (
    rf"(?:(?=[{_UPPER}{_APOSTROPHE}-]*[AEIOUYÀ-Ý])[{_UPPER}][{_UPPER}{_APOSTROPHE}-]{{2,20}}[{_UPPER}]"
    rf"(?![{_UPPER}{_LOWER}]))"
)
_INITIALS = rf"(?:(?:(?:[{_UPPER}]-)?[{_UPPER}]\.-?){{1,4}}|[{_UPPER}](?=[ \xa0-]))"
_PARTICLE = r"(?:de|van|von|der|den|du|la|le|di|da|dos|del|al|el|bin|ap|ab|of|ter|ten|mac|an|na|ni|ó|O)"
_NICK = r"(?:[\"“‘'][A-Z][a-z]+[\"”’'])"
_SHORTENED = r"(?:Ml|Wm|Thos|Jas|Chas|Geo|Patk|Robt|Danl)\."
_GAP = r"[ \xa0]{1,3}"
NAME = re.compile(
    rf"(?:(?:{_INITIALS}|{_SHORTENED}|{WORD}|{_PARTICLE}|{_NICK}){_GAP}|{_INITIALS}){{0,5}}(?:{WORD}|"
    rf"{_SHOUT})(?![{_UPPER}{_LOWER}])"
)
"""A name as it stands in running text, without its title; five words or initials before the surname at most."""
TITLED = rf"(?:(?:{TITLE})\.?[ \xa0]{{1,3}}){{0,3}}(?:{NAME.pattern})"
"""Pattern of a name with the titles before it."""
_NEVER = (
    "Council|Councillors?|Committee|Board|Group|Panel|Partnership|Trust|Association|Authority|Constabulary|Police|"
    "Service|Services|Officer|Officers|Director|Manager|Secretary|Treasurer|Clerk|Chair|Chairman|Chairwoman|"
    "Chairperson|Executive|Team|Department|Office|Representatives?|Representing|Members?|Public|Apologies|Present|Minutes|"
    "Meeting|Absent|Attendance|Agenda|Item|None|Nil|Various|University|College|School|Hospital|Centre|Room|Road|Ltd|"
    "Limited|plc|Agency|Forum|Society|Club|Village|Civic|Guild|Shire|Homes|Master|Chief|Fire|Independent|External|"
    "Internal|Auditor|Leader|Head|Adviser|Advisor|Consultant|Analyst|Assistant|Solicitor|Engineer|Planner|Planning|"
    "Development|Environment|Housing|Ministry|Institute|Industry|Friends|Bulletin|Gazette|Herald|Tribune|Expositor|"
    "Chronicle|Príomh|Chomhairleoir|Oifigeach|Méara|Mhéara|Gaeilge|Muintir|Garda|Gardaí|Síochána|Standing|Orders|Cathaoirleach|Chamber|Registry|Survey|"
    "Exchange|Justice|"
    "Treasury|"
    "Cathedral|Library|Railway|Bank|Company|Union|Federation|Network|Foundation|Finance|Legal|Highways|Transport|"
    "Education|Community|Corporate|Strategy|Policy|Democratic|National|Local|Government|County|Borough|District|"
    "Town|Parish|City|Data|Open|Cabinet|The|This|That|There|It|On|In|At|To|From|For|With|And|All|No|Any|Those|Also|"
    "Both|Following|Vice|Deputy|Observer|Guests|Speaker|Resident|Residents|Visitor|Visitors|January|February|March|"
    "July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|"
    "Sunday|Report|Update|Review|Programme|Project|Welcome|Introduction|Administrator|Co-?ordinator|Accountant|"
    "Supervisor|Superintendent|Specialist|Senior|Recording|Meetings|Administrative|General|Counsel|Mayor|President|Convenor|"
    "Convener|Governor|Trustee|Minister|Commissioner|Architect|Surveyor|Librarian|Interim|Acting|Name|Role|"
    "Organisation|Professor|Sir|Dame|Baroness|Affairs|Rights|Support|News|Capability|Science|Resources?|Management|"
    "Parliamentary|Under|Innovation|Technology|Information|Digital|Transparency|Policing|Criminal|Liberties|Civil|"
    "Networks|Economy|Economic|Business|Enterprise|Energy|Climate|Culture|Media|Waste|Environmental|Regeneration|"
    "Commercial|Property|Estates|Facilities|Operations|Operational|Performance|Improvement|Communications|"
    "Engagement|Customer|Human|Procurement|Audit|Risk|Pensions|Revenues|Benefits|Welfare|Wellbeing|Adults?|Children|"
    "Families|Youth|Safeguarding|Social|Probation|Museum|Heritage|Tourism|Standards|Licensing|Enforcement|"
    "Inspectorate|Statistics|Research|Intelligence|Analysis|Analytics|Insight|Quality|Governance|Compliance|"
    "Electoral|Voluntary|Sector|Together|Advice|Citizens|Disability|Health|Healthcare|Clinical|Nursing|Medical|"
    "Ambulance|Rescue|Emergency|Resilience|Safety|Traffic|Tenants|Matters|Arising|Footpath|Responsible|Financial|"
    "Healthwatch|Invitee|Sheriff|Neighbourhood|Action|Actions|Date|Time|Venue|Location|Draft|Approved|Final|Signed|"
    "Vacancy|Vacant|Votes|Sympathy|Condolences|Congratulations|Reports|Committees|Sub-?[Cc]ommittees?|Interests?|"
    "Conflicts?|Membership|Via|Zoom|Senate|Assessor|Principal|Employee|Registrar|Tel|Email|Fax|Phone|Papers|"
    "Documents|Available|Ministers|Chairs|Officials"
)
_GIVEN = r"(?:April|June)\b(?! [A-Z][a-z])"
"""A month that is also what people are called, where no surname follows."""
NOT_NAMES = re.compile(rf"\b(?:{any_of(_NEVER)}\b|{_GIVEN})")


_SURNAMES = re.compile(
    rf"(?:[A-Z]\.?[ -]?){{1,3}}{WORD}|{WORD} (?:Human|Head|Homes|Master|Bank|Justice|Speaker|March|June|Town|Guild|"
    rf"Civil|"
    rf"Fire)"
)
"""Names behind a title that end in a word which elsewhere is no name: "Cllr D Civil"."""
_QUARTER = re.compile(r"(?:North|South|East|West|Upper|Lower|Greater)\s")
"""How names of places begin, and of people hardly ever: "North Tyneside"."""
GLUED = re.compile(rf"[A-Z]{{2,3}} {WORD}")
"""Initials run together: "Councillor SL Ash"."""
_ABBREVIATED = re.compile(
    r"(?:[A-Z]{3}|UK|US|EU|UN|NI|NZ|GB|BT|TV|IT|HR|PR|ID|PC|PS|DC|DS|DI|BC|CC|TC|WI|VE|VJ|VC|RC|MP|AM|MS|TD|JP|QC|KC|"
    r"VP|EA|GP|NP|LP|NB|PM|ST|DR|MR|RE|OF|NO|TO|CO|LA|HQ|AI|AC|PA|SU|UA|CT|LO|ON|IN|AT|BY|IS|WE|MY|OR|AS|IF|UP|OK|XX|"
    r"II|IV) "
)
"""Letters before a word with a capital that are nobody's initials: three of them name a body more often."""


@dataclass(frozen=True, slots=True)
class Person:
    """A name without its title and honours; ``title`` as printed, singular ("Cllr", "Mr", "Chief Inspector")."""

    name: str
    title: str | None = None


@lru_cache(maxsize=4096)
def read_person(text: str) -> Person | None:
    """The person that ``text`` names, if it names one and says nothing else.

    A lone surname counts only behind a title ("Cllr Dornan").
    """
    words = " ".join(text.split()).strip(" .,;:–—-*_•")
    title, rest = split_title(words)
    rest = (_SEAT if title else _HONOURS).sub("", rest).strip(" ,")
    if rest[:2].isupper() and GLUED.fullmatch(rest) and not NOT_NAMES.search(rest):
        return Person(rest, title) if title or not _ABBREVIATED.match(rest) else None
    if _TITLES.fullmatch(f"{rest} "):
        return None
    if not rest or not NAME.fullmatch(rest) or len(rest.split()) > 6:
        return None
    if NOT_NAMES.search(rest) and not (title and _SURNAMES.fullmatch(rest)):
        return None
    if title is None and len(rest.split()) < 2 and "." not in rest:
        return None
    if title is None and ((rest.isupper() and len(rest) < 6) or _QUARTER.match(rest)):
        return None
    return Person(rest, title)


@lru_cache(maxsize=2048)
def split_title(words: str) -> tuple[str | None, str]:
    """Title in front and what is left: ("Chief Inspector", "Ian Coulton")."""
    match = _TITLES.match(words)
    if not match or not words[match.end() :].strip():
        return None, words
    return singular(match.group().strip(" .")), words[match.end() :].lstrip(" .").rstrip()


_SINGULARS = {
    "Cllrs": "Cllr",
    "Councillors": "Councillor",
    "Councilors": "Councilor",
    "Community Councillors": "Community Councillor",
    "County Councillors": "County Councillor",
    "Comhairleoirí": "Comhairleoir",
    "Crs": "Cr",
    "Commissioners": "Commissioner",
    "Councilmen": "Councilman",
    "Councilwomen": "Councilwoman",
    "Supervisors": "Supervisor",
    "Directors": "Director",
    "Trustees": "Trustee",
    "Deputies": "Deputy",
    "Senators": "Senator",
    "Messrs": "Mr",
    "Aldermen": "Alderman",
    "Honorary Aldermen": "Honorary Alderman",
    "CPOs": "CPO",
    "Drs": "Dr",
    "COUNCILLORS": "COUNCILLOR",
    "CLLRS": "CLLR",
    "Councilmembers": "Councilmember",
    "Council Members": "Council Member",
    "Councillors Mr": "Councillor Mr",
    "Councillors Mrs": "Councillor Mrs",
}
_PLURAL = re.compile(
    r"(?:(?:District|Borough|City|Ward|Unitary|Executive) )?(Cllrs|Crs|Commissioners|Councilmen|Supervisors|Trustees|"
    r"Councill?ors|Deputies|Senators|Community Councillors|County Councillors|Messrs|Aldermen|CPOs|Drs|"
    r"Comhairleoirí|COUNCILLORS|CLLRS|Councilmembers)\b\.?:?\s+"
)


def singular(title: str) -> str:
    """A title as it stands in front of one name: "Cllr" for "Cllrs"."""
    return _SINGULARS.get(title, title)


def plural_title(words: str) -> str | None:
    """The title that a list opens with and that goes for every name in it ("Cllrs Alam, Bell and Dornan")."""
    match = _PLURAL.match(words)
    return singular(match.group(1)) if match else None


def initials_of(name: str) -> str:
    """First letters of the words of a name: "RW" for Rob Weatherston."""
    return "".join(word[0] for word in name.replace("-", " ").split() if word[:1].isupper())


def initials_fit(initials: str, name: str) -> bool:
    """Whether ``initials`` can stand for ``name``: "PWh" for Paul Wheelhouse, "DN" for Danny O'Neill."""
    words = name.replace(".", " ").replace("-", " ").split()
    if len(words) < 2 or not initials or initials[0] != words[0][0]:
        return False
    capitals = [letter for letter in initials if letter.isupper()]
    last = words[-1]
    parts = {last[0], re.sub(rf"^(?:O[{_APOSTROPHE}]|Mc|Mac)", "", last)[:1].upper()}
    return len(capitals) >= 2 and (capitals[-1] in parts or (len(words) > 2 and capitals[-1] in last.upper()))


@lru_cache(maxsize=1024)
def _folded(name: str) -> tuple[str, ...]:
    """The words of a name in small letters. Each name is held against many others, hence the cache."""
    return tuple(name.casefold().split())


def same_person(one: str, other: str) -> bool:
    """Whether two printed names can be one person: equal, or one has only initials or a surname."""
    first, second = _folded(one), _folded(other)
    if not first or not second or first[-1] != second[-1]:
        return False
    if len(first) == 1 or len(second) == 1:
        return True
    a, b = first[0].rstrip("."), second[0].rstrip(".")
    return a == b or (min(len(a), len(b)) == 1 and a[0] == b[0])


def alike(one: str, other: str) -> bool:
    """Whether two names are one person spelled two ways: "Daniel O'Neil" and "Danny O’Neill"."""
    first, second = _folded(one.replace("’", "'")), _folded(other.replace("’", "'"))
    if len(first) < 2 or len(second) < 2 or first[0][:2] != second[0][:2]:
        return False
    return fuzz.ratio(first[-1], second[-1]) >= 85


def resolve(mention: str, names: Iterable[str], initials: dict[str, str]) -> str:
    """The full name behind ``mention`` (initials, surname, full name) in a document; ``mention`` where unknown."""
    bare = split_title(mention.strip())[1] if " " in mention.strip() else mention.strip()
    if bare in initials:
        return initials[bare]
    known = list(dict.fromkeys(names))
    forenames = [name for name in known if name.startswith(bare) and " " in name and name.split()[0] == bare]
    if len(forenames) == 1:
        return forenames[0]
    fits = [name for name in known if same_person(bare, name)] or [name for name in known if alike(bare, name)]
    return fits[0] if len(fits) == 1 else mention.strip()
