"""Whether a document is minutes, an agenda or something else.

Minutes record what happened; agendas list what will be taken; reports and action logs do neither.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from index_store.models import Kind, MinuteItem

_MINUTES = re.compile(r"\bminutes\b(?! of (?:the )?(?:last|previous))|\bnotes of (?:a|the)\b|\brecord of (?:a|the) meeting", re.IGNORECASE)
_AGENDA = re.compile(r"\bagenda\b|\bnotice of meeting\b|\bsummons\b|\byou are (?:hereby )?(?:summoned|invited)\b", re.IGNORECASE)
_LOG = re.compile(r"\baction(?:s)?[ -]?(?:log|tracker|list|report)\b|\bterms of reference\b|\bforward (?:plan|agenda)\b|\bdiscussion paper\b|\bbriefing\b", re.IGNORECASE)
_LETTER = re.compile(r"\bdear (?:sir|madam|mr|ms|mrs|dr|minister|secretary|colleague|[A-Z])|\byours (?:sincerely|faithfully)\b", re.IGNORECASE)
_HAPPENED = re.compile(
    r"\b(?:was|were|had been|reported|agreed|noted|resolved|approved|thanked|welcomed|advised|confirmed|explained|informed|stated|asked|"
    r"said|declared|received|proposed|seconded|introduced|considered|discussed|suggested|outlined|updated|commented|felt|gave|raised|carried|moved)\b", re.IGNORECASE)
_AHEAD = re.compile(
    r"(?:^|\n)\W*(?:\d{1,2}[.)]?\s+|\([a-z]\)\s+|[a-z][.)]\s+|item \d+[:.]?\s+)?(?:to (?:receive|consider|approve|note|agree|confirm|discuss|accept|resolve|adopt|hear|elect|appoint|sign|report|review|determine|decide)\b)", re.IGNORECASE)
_PRESENT = re.compile(r"(?:^|\n)\W*(?:members? |those |councillors? )?(?:present|attendees?|attendance|in attendance|also present|sederunt|panel|members)\b", re.IGNORECASE)
_APOLOGIES = re.compile(r"\bapologies\b[^\n]{0,60}\b(?:received|were|from|had)\b|(?:^|\n)\W*apologies\W*\s*[:\n]", re.IGNORECASE)


def kind_of(text: str, preamble: str, items: Sequence[MinuteItem], path: str) -> Kind:
    """What sort of document this is, from its text first and its name last."""
    head = text[:900]
    words = max(1, text.count(" ") + text.count("\n"))
    happened = len(_HAPPENED.findall(text))
    rate = 100 * happened / words
    decided = sum(len(item.resolutions) for item in items)
    score = 0.0
    score += 2.0 if _MINUTES.search(head) else 0.0
    score -= 2.0 if _AGENDA.search(head[:500]) else 0.0
    score -= 3.0 if _LOG.search(head[:300]) else 0.0
    score -= 2.0 if _LETTER.search(head) else 0.0
    score += 1.5 if _PRESENT.search(preamble) else 0.0
    score += 1.0 if _APOLOGIES.search(text) else 0.0
    score += min(3.0, rate) if words > 60 else min(1.0, rate)
    score += min(1.5, 0.5 * decided)
    score -= min(3.0, 0.8 * len(_AHEAD.findall(text)))
    score -= 1.0 if rate < 1.0 else 0.0
    score += _named(path)
    if score >= 3.0:
        return "minutes"
    return "agenda" if _AGENDA.search(head) or len(_AHEAD.findall(text)) >= 3 else "other"


def _named(path: str) -> float:
    name = path.rsplit("/", 1)[-1].casefold()
    score = 0.5 * ("minute" in name) - 0.5 * ("agenda" in name)
    return score - 1.0 * ("action log" in name or "tor" in name.split())
