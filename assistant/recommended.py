"""What officers recommended over a motion in other words: no decision, nor how things stand."""

from __future__ import annotations

import re
from collections.abc import Sequence

_CAPTION = re.compile(
    r"\W*(?:(?:officers?|staff|executive|administration|director|manager|chief executive(?: officer)?)[’']?s?[’']? "
    r"|recommended )(?:recommendation|resolution|motion)s?\W*",
    re.IGNORECASE,
)
_MOTION = re.compile(
    r"\W*(?:(?:council|committee|board|procedural|alternative|substantive)[’']?s? )?(?:resolution|decision|motion)"
    r"(?: (?:no|number)\b)?[^a-z]*(?:[a-z]{0,4}\W?\d[\w./-]*)?\W*|\W*(?:moved|proposed)(?: by)?\b.*",
    re.IGNORECASE | re.DOTALL,
)
_ADOPTED = re.compile(
    r"\brecommendations?\b[^.;]{0,60}\b(?:adopted|approved|accepted|agreed|endorsed|carried|put)\b|"
    r"\b(?:adopt|approve|accept|endorse|move)\w* the (?:\w+ ){0,3}recommendations?\b",
    re.IGNORECASE,
)
_ASKED = re.compile(r"\b(?:recommend|advi[sc]e|officer|staff|propos|suggest|report)", re.IGNORECASE)


def only_recommended(sentences: Sequence[str]) -> frozenset[int]:
    """The sentences under such a caption, up to the motion that was put instead; none where what was recommended was
    adopted, or no motion follows."""
    found: set[int] = set()
    since: int | None = None
    for at, sentence in enumerate(sentences):
        if _CAPTION.fullmatch(sentence):
            since = at
        elif since is not None and _MOTION.fullmatch(sentence):
            found.update(range(since, at))
            since = None
    if not found or any(_ADOPTED.search(one) for one in sentences[min(found) + 1 :]):
        return frozenset()
    return frozenset(found)


def asks_recommended(asked: str) -> bool:
    """May what was recommended be what is asked for?"""
    return _ASKED.search(asked) is not None
