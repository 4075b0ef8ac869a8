"""Offices printed before the name of whoever holds them ("Town Clerk: A Smith", "Zoning Officer Ann Other")."""

from __future__ import annotations

import re

from index_store.parser.names import WORD

OFFICE_FIRST = re.compile(
    r"(?:[Tt]he )?(?P<office>(?:(?:Vice[- ]|Deputy |Acting )?(?:Chair(?:man|woman|person)?|Convenor|Convener|(?:Town |"
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
