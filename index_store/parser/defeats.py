"""The words that tell that a motion came to nothing: not carried, not seconded, withdrawn."""

from __future__ import annotations

import re

REFUSING = "not (?:carried|passed|supported|approved|agreed|accepted|adopted|seconded)"
NOT = re.compile(
    r"\b(?:[Mm]otion|[Aa]mendment|[Pp]roposals?|[Rr]ecommendations?|[Aa]pplication|[Ss]uggestion|[Rr]equest|[Ii]t)\b"
    rf"[^.;]{{0,140}}?\b(?:was|were) (?P<verb>{REFUSING})\b(?! (?:by the|with))"
)
DENIED = "approve|agree|support|accept|adopt|endorse"
DID_NOT = re.compile(
    r"\b(?:[Bb]oard|[Cc]ommittee|[Cc]ouncil|[Cc]abinet|[Pp]anel|[Gg]roup|[Mm]embers|[Ee]xecutive|[Gg]overnors|[Tt]rustees|"
    rf"[Aa]uthority|[Pp]artnership|[Cc]ourt|[Ss]enate) did (?P<verb>(?i:not (?:{DENIED})))\b"
    r"(?! (?:with|about|on|how|when|whether|why)\b)"
)
"""What those who met said no to: "the Board did NOT APPROVE the business case"."""
UNSECONDED = re.compile(
    r"\b(?:no|a|any) second(?:er)?\b[^.;]{0,60}?\b"
    r"(?P<verb>not (?:considered|put|taken|carried)|failed|fell|died|lapsed)\b"
)
NO_SECOND = re.compile(
    r"\b(?:[Tt]here (?:being|was)|[Hh]earing) (?P<verb>no second(?:er)?)(?=\W*$| (?:for|to) (?:the|this) motion\W*$)"
)
"""A motion that nobody seconded: "Hearing no second, the motion was not considered"."""
WITHDREW = re.compile(
    r"\b(?P<verb>withdrew)\b (?:his |her |their |the |this )?(?:\w+ |[Nn]otice of )?"
    r"(?:[Mm]otion|[Aa]mendment|proposal)\b"
)
WITHDRAWN = re.compile(
    r"^\W*(?:The|This|His|Her) (?:motion|amendment|item|question|proposal)\b.{0,400}?\bwas (?:then )?"
    r"(?P<verb>withdrawn)\b",
    re.IGNORECASE | re.DOTALL,
)
"""A motion that is quoted whole before it is told that it was withdrawn."""
