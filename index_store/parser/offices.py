"""Offices printed before the name of whoever holds them ("Town Clerk: A Smith", "Zoning Officer Ann Other")."""

from __future__ import annotations

import re

from index_store.parser.names import WORD, read_person
from index_store.parser.roles import names_role

OFFICE_FIRST = re.compile(
    r"(?:[Tt]he )?(?P<office>(?:[Vv]ice[- ]?chair(?:man|woman|person)?|"
    r"(?:Vice[- ]|Deputy |Acting )?(?:Chair(?:man|woman|person)?|Convenor|Convener|(?:Town |"
    r"Parish )?Clerk|"
    r"Treasurer|Secretary|Leader|Footpath Warden|(?:Assistant |Deputy )?Fire Chief)|"
    r"(?:(?:Public Works|Road|Shop|Works) )?(?:Foreman|Foreperson)|(?:(?:Deputy|Police) )*Chief"
    r"(?= [A-Z][a-z]+ [A-Z][\w’'-]+(?: \(|$))"
    r"(?! (?:Inspector|Insp|Superintendent|Supt|Sergeant|Sgt|Constable|Commander)\b)|"
    r"(?i:(?:deputy |town |parish |township |village |city |assistant (?:to the )?)*"
    r"(?:guests?|residents?|supervisors?|treasurers?|clerks?|trustees|selectm[ae]n|"
    r"commissioners|alderpersons?)|(?:(?:deputy|acting|interim|municipal|town|township|village|city|county|recording|"
    r"executive|assistant|chief|finance)[ /])*(?:clerk|cao|ceo|treasurer|secretary|recorder|administrator|"
    r"(?:administrative |executive |finance )officer)(?:/\w+)*))(?: / [A-Z][a-z]+)?),? (?P<who>[A-Z].*)$"
)
OFFICE_LED = re.compile(
    r"(?P<lead>(?:(?!(?:Mr|Mrs|Ms|Dr)\b)[A-Z][a-z]+ ){1,3})(?P<office>Officer|Attorney|Superintendent|Director|Manager|"
    rf"Engineer|Planner|Assessor|Solicitor|Inspector|Counsel|Coordinator) (?P<who>{WORD} {WORD}|[A-Z]\. ?{WORD})$"
)
POSTS = (
    "Clerk",
    "RFO",
    "Officer",
    "Secretary",
    "Treasurer",
    "nvitee",
    "Manager",
    "Warden",
    "Engineer",
    "Adviser",
    "CEO",
    "Assistant",
    "Administrator",
    "Superintendent",
    "Supervisor",
    "Chief",
    "Representative",
    "Director of",
    "Head of",
)
POST = re.compile(
    r".*\b(?:Clerk|RFO|Officers?|Secretary|Treasurer|Invitee|Manager|Warden|Engineer|Adviser|Governor|CEO|"
    r"(?<=\w )(?:Assistant|Administrator|Superintendent|Supervisor|Representative)|Chief(?:[-/][A-Z]\w*)+|"
    r"(?:Manager|Director|Commissioner|Officer),(?: [A-Z][\w/&-]*| and| &){0,3} (?:Services|Development|Environment|"
    r"Works|Construction|Utilities|Operations|Finance)|(?:Director|Manager|Head) of (?:(?:[A-Z][\w/&-]*|and|&) ){0,3}"
    r"(?:Services|Development|Works|Operations|Finance|Utilities|Planning|Engineering|Administration|Recreation|"
    r"Infrastructure|Transportation))$"
)
_PARTING = re.compile(r"\s+[-–—]+\s+|\t+|\s*\|\s*|:\s+")
_WORDS = re.compile(r"[A-Z][\w&’'/()-]*(?:[ ,]+(?:[A-Z\d(][\w&’'/()-]*|and|of|to|the|for|&|-|–))*\s*")
_LETTERS = re.compile(r"(?:Deputy |Acting |Interim )?(?:CAO|CEO|CFO|COO|RFO)\s*")
"""Posts known by their letters."""


def parted_post(words: str) -> tuple[int, int]:
    """Where a post ends and what stands behind it begins: "Assistant Director - Highways: Ann Other", "CAO: Ann Other".

    ``words`` have no brackets; (0, 0) where they open with no such post.
    """
    *_, last = (None, *_PARTING.finditer(words))
    post = words[: last.start()] if last else ""
    if last is None or not _WORDS.fullmatch(post) or read_person(re.split(r",| [-–—] ", post)[0]):
        return 0, 0
    return (last.start(), last.end()) if _LETTERS.fullmatch(post) or names_role(post) else (0, 0)
