"""Lists whose stops got lost where lines were run together: "B Birch and C Clay Clerk D Elm"."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.names import WORD

_TITLE = r"(?:Cllr|Councillor|Mrs?|Ms|Miss|Dr)\b\.?"
_SORT = r"(?:(?:Parish|Town|Community|Deputy|Acting|Assistant) )?"
_MEMBERS = re.compile(r"\W*(?:(?:Parish|Town|Community) )?(?:Councillors|Cllrs)\b")
_CLERK_FIRST = re.compile(
    rf"(?<=[a-z)])\s+(?={_SORT}Clerk:? (?:{_TITLE} )?(?:[A-Z]\.? )?(?!(?:and|to|of)\b){WORD}(?: {WORD})?\s*"
    rf"(?:[,;.]|$|{_TITLE}|(?:[A-Z]\w+ ){0, 2}(?:County|District|Borough|Ward)\b))"
)
"""Before the clerk, who is none of the members that the line lists: "Councillors A Ash and B Birch Clerk C Clay"."""
_CLERK_BEHIND = re.compile(
    rf"\b(?:Cllr|Councillor)\.? (?:[A-Z]\.? |{WORD} ){WORD}(?P<gap>\s+){WORD} {WORD} (?={_SORT}Clerk\b)"
)
""" "Cllr Ann Ash Bob Birch Parish Clerk"."""
_NEXT_BEHIND_COUNCIL = re.compile(
    rf"\b(?:(?:County|District|Borough|City|Unitary) Council|[A-Z]{{2,5}}CC|[A-Z]{{1,4}}DC|[A-Z]{{1,4}}BC)(?P<gap>\s+)"
    rf"(?={_TITLE} (?:[A-Z]\.? |{WORD} ){WORD})"
)
""" "Cllr Ann Ash Marl County Council Mr B Birch"."""
_NEXT_COUNCILLOR = re.compile(
    rf"\b{_TITLE} (?:[A-Z]\.? |{WORD} ){WORD}(?P<gap>\s+)"
    r"(?=(?:County|District|Borough|City|Ward) (?:Councillor|Cllr)\b\.? [A-Z])"
)
""" "Borough Councillor Ann Ash County Councillor Bob Birch"."""
_ALSO = re.compile(rf"(?<=[a-z)])(?P<gap>\s+(?:ALSO|Also)(?: (?:present|PRESENT))?:?\s+)(?={_TITLE} [A-Z])")
_ALL_OF_THEM = re.compile(r"(?<=[a-z)])\s+(?:both|all)(?:\s+(?:due to|owing to|because of|for|with)\b[^,;:()]*)?\W*$")
"""Why those listed did not come: "Cllr A Ash and Cllr B Birch both due to personal reasons"."""
_GOES_ON = re.compile(r"\s+(?:and|&)\W*$")
"""The end of a line whose list goes on in the next one."""


def with_commas(line: str) -> str:
    """The line with a comma in each gap between two people where one got lost; offsets stay."""
    if cued(line, ("lerk",)):
        if _MEMBERS.match(line):
            line = _CLERK_FIRST.sub(_stop, line)
        line = _CLERK_BEHIND.sub(_gaps, line)
    if cued(line, ("Council ", "CC ", "DC ", "BC ")):
        line = _NEXT_BEHIND_COUNCIL.sub(_gap, line)
    if cued(line, ("Councillor", "Cllr")):
        line = _NEXT_COUNCILLOR.sub(_gap, line)
    if cued(line, ("ALSO", "Also")):
        line = _ALSO.sub(_gap, line)
    if line.endswith(("and", "and ", "&")):
        line = _GOES_ON.sub(_stop, line)
    return _ALL_OF_THEM.sub(_stop, line) if cued(line, (" both", " all")) else line


def _stop(found: re.Match[str]) -> str:
    return ",".ljust(len(found[0]))


def _gap(found: re.Match[str]) -> str:
    start, end = (at - found.start() for at in found.span("gap"))
    return f"{found[0][:start]}{','.ljust(end - start)}{found[0][end:]}"


def _gaps(found: re.Match[str]) -> str:
    return f"{_gap(found)[:-1]},"
