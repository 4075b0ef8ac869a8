"""Lines that name somebody with a post: they begin anew however full the line above them is."""

from __future__ import annotations

import re

SERVES = re.compile(
    r"(?:(?:Mr|Mrs|Ms|Dr)\.? )?(?:[A-Z][\w’'-]*\.? ){1,3}[A-Z][\w’'-]+, (?:[A-Z][\w/-]* ){0,2}(?:Administrator|"
    r"Director|Manager|Clerk|Chief|Officer|Assistant|Secretary|Engineer|Treasurer|CAO|CEO)\b[^.]*$"
)
"""A line that names an officer and the post."""
HOLDS = re.compile(
    r"(?:[A-Z][\w’'-]+ ){1,2}[A-Z][\w’'-]+ [–-] (?:[A-Z][\w/&’'-]*,? (?:and |of |for )?){0,4}(?:Officer|Manager|"
    r"Director|Lead|Head|Chair|Chief|Inspector|Superintendent|Sergeant|Governor|Nurse|Councillor|Administrator|Assistant|"
    r"Co-?ordinator|Secretary|Treasurer|Advis[eo]r|Practitioner|Trustee|Solicitor|Consultant)\b[^.]*$"
)
"""A line that names somebody with a post behind a dash."""
_DECLARED = re.compile(r"Declarations? of [Ii]nterests?$")
_OUTSET = ("At the outset", "At the commencement of", "At the start of the")
"""How business begins below the lists of who came."""
_HELD = re.compile(r"(?:\b(?:Mr|Mrs|Ms|Miss|Dr)\.? ?|(?:^|[ .])[A-Z]\. ?)(?:[A-Z]\.? ?)*[A-Z][\w’'-]+\)\.$")
"""How a list of posts ends whose holders stand in brackets: "…, Clerical Officer (Ms. A. Other)."."""


def begins_alone(line: str, above: str = "") -> bool:
    """Whether a line names somebody with a post behind a dash, or heads what members declared: it begins anew.

    So does what stands below the end of a list of posts with their holders.
    """
    if line[0] == "D" and _DECLARED.match(line):
        return True
    if line.startswith(_OUTSET) and above.endswith("."):
        return True
    if above.endswith(").") and line[0].isupper() and _HELD.search(above):
        return True
    return (" – " in line or " - " in line) and line[0].isupper() and HOLDS.match(line) is not None
