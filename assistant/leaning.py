"""The words by which a turn leans on the turns before: openings, pronouns, bare questions, shifts of time."""

from __future__ import annotations

import re

LEAD = re.compile(
    r"^\W*(?:(?:and|ok(?:ay)?|or|but|so|then|also|same for|what about|how about|thanks|right)\b[\s,:]*)+", re.I
)
OPENS = re.compile(r"^\W*(?:and|or|but|so|also|what about|how about|same for)\b", re.I)
WHOLE = re.compile(
    r"\b(?:whole|full|entire|complete)\s+(?:minute|item|text|thing|entry|paragraph|passage)\b|^\W*(?:show|read"
    r"|give)(?: me| us)? (?:it|that|the rest|more|all of it)"
    r"(?: all| in full)?\W*$|\b(?:show|see|read) (?:me |us )?(?:the|that) (?:minute|item|text)\W*$",
    re.I,
)
PRONOUN = re.compile(
    r"\b(?:it(?!['’]?s? (?:true|possible|right|ok)\b)|its|he|she|him|her|his|hers|they|them|their|theirs|those"
    r"|these|whats her|there(?= (?:any|more|else)|\W*$))\b"
    r"|\b(?:of|about|did|was|is|for|from|do|with|on|to|after|by|at|before|than|does) (?:that|this)\b(?! (?:we|the"
    r"|there)\b)"
    r"|\b(?:that|this|the same) (?:one|meeting|minute|item|decision|day|date|report|amount|money|sum|year|figure"
    r"|matter|group|person|topic|date)\b"
    r"|\b(?:a|another) (?:new|second|third|different|bigger|smaller|cheaper|better|spare) one\b"
    r"|\bthe (?:last|first|second|third|other|previous|next|latter|former|old|new) ones?\b|\b(?:who|what|anyone"
    r"|anything|where) else\b",
    re.I,
)
#: What a turn speaks of as known: "how is the money being shared out" after a turn about a tax.
KNOWN = re.compile(
    r"\bthe (?:money|cash|costs?|bill|sum|amount|grant|funding|scheme|plans?|project|works?|vote|motion|amendment"
    r"|decision|report|proposals?|application|applicants?|site|deadline|event|petition|complaint|contract|contractor|others"
    r"|rest)\b"
    r"|\bthe (?:first|second|third|other|final|last|remaining) (?:half|part|quotes?|quotations?|estimate"
    r"|tender|instal?lments?|payments?|stages?"
    r"|phases?|third|quarter|share)\b|\bthe (?:remainder|balance|instal?lments|deposit)\b",
    re.I,
)
DUMMY = re.compile(r"\b(?:is|was) it (?:agreed|decided|noted|resolved|reported|true|said|confirmed)\b", re.I)
BARE = re.compile(
    r"^\W*(?:why(?: not| was that)?|when(?: was that)?|where|who(?: by)?|how(?: much| many| so| come| long)?"
    r"|and then|what (?:happened|came) (?:next|of it|then|after(?:wards)?)"
    r"|what was (?:decided|agreed|the (?:outcome|decision|vote|result|upshot))|who (?:chaired|proposed|seconded"
    r"|voted(?: against| for)?|objected|attended|was (?:there|present|in the chair|absent)|sent apologies"
    r"|took the minutes)"
    r"|was (?:anything|a vote) (?:agreed|decided|taken)|(?:by|for|to|from|with|about) (?:whom|what|who)"
    r"|(?:by|since|until|from) when|what for|with what result"
    r"|tell me more|more|go on|details?"
    r"|any(?:thing)? more)\W*$",
    re.I,
)
OUTCOME = re.compile(
    r"\b(?:end(?:ed)? up|in the end|next|afterwards?|since then|eventually|later|finally|now|latest|came back"
    r"|come back|became of|ever)\b",
    re.I,
)
SHIFT = re.compile(
    r"\b(?:the )?(?P<unit>year|month|meeting|one) (?P<way>before|after)(?: (?:that|this|it|then))?\b|"
    r"\b(?:the )?(?P<way2>previous|following|next|preceding) (?P<unit2>year|month|meeting|one)\b",
    re.I,
)
