"""Three names or more in one line with nothing between them: the columns of a list, run together."""

from __future__ import annotations

import re

from index_store.parser.cues import cued
from index_store.parser.list_headings import read_heading
from index_store.parser.names import TITLE, WORD, read_person, split_title

_PAIR = re.compile(
    rf"(?:(?:{TITLE})\.? )*(?:{WORD} |(?:[A-Z]\.? ?)+(?<= ))(?:(?:[A-Z]|Mac|Mc|de|De|van|Van|von|der|le|Le|la|"
    rf"St)\.? )*{WORD}"
    rf"(?: (?:CC|DC|BC|TC|OBE|MBE|CBE|BEM|JP|QC|KC|MP|DL)\b)*(?: \([^()]*\))?(?=\s|$)"
)
_NEXT_TITLES = (" Mr", " Mrs", " Ms", " Miss", " Dr", " Prof", " Professor", " Cllr", " Sir", " Dame")
_PARTED = (",", ";", ":", "–", "—", "|", "\t", " - ")
_ASIDE = re.compile(r"\s*\([^()]*\)")
_LABEL = 30


def abreast(words: str) -> list[tuple[int, int]]:
    """Where each of the names stands, the first with the heading before it; empty for any other line."""
    head = read_heading(words) if ":" in words[:_LABEL] else None
    if head and 0 < head.end < len(words):
        listed = abreast(words[head.end :])
        moved = [(head.end + start, head.end + end) for start, end in listed]
        return [(0, moved[0][1]), *moved[1:]] if moved else []
    if words.count(" ") < 4 or cued(words, _PARTED):
        return []
    found, at, end = list[re.Match[str]](), len(words) - len(words.lstrip()), len(words.rstrip())
    while at < end:
        if (pair := _PAIR.match(words, at)) is None or pair[0].endswith(_NEXT_TITLES):
            return []
        found.append(pair)
        at = pair.end() + len(words[pair.end() :]) - len(words[pair.end() :].lstrip())
    if not all(read_person(_ASIDE.sub("", one[0])) for one in found):
        return []
    if len(found) < 2 or (len(found) < 3 and not all(split_title(one[0])[0] for one in found)):
        return []
    return [one.span() for one in found]
