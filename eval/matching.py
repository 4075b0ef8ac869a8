"""Is an expected text in an answer, an expected minute among its citations? Compared after folding."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from typing import Any

from eval.cases import ExpectedMinute


def fold(text: str) -> str:
    """Text as it is compared: case, quotes, hyphens, ordinals, thousands, millions, per cent and markup evened out."""
    text = unicodedata.normalize("NFKC", text).casefold()
    text = re.sub("[\u2018\u2019`\u00b4]", "'", text)
    text = re.sub("[\u201c\u201d]", '"', text)
    text = re.sub("[-\u2010-\u2015\u2212]", " ", text)
    text = re.sub(r"\s+", " ", text)
    text = re.sub(r"(?<=\d),(?=\d{3})", "", text)
    text = re.sub(r"(\d) ?(?:million|m)\b", r"\1m", text)
    text = re.sub(r" ?(?:per cent\b|percent\b|%)", "%", text)
    text = re.sub(r"\b(\d{1,2})(?:st|nd|rd|th)\b", r"\1", text)
    return re.sub(r"\s+", " ", re.sub(r"[*_#>]+", "", text)).strip()


def stands(alternative: str, folded: str) -> bool:
    """Does ``alternative`` stand in already folded text, a number not as part of a longer one?"""
    wanted = fold(alternative)
    before = r"(?<!\d)(?<!\d\.)" if wanted[:1].isdigit() else ""
    after = r"(?!\d)(?!\.\d)" if wanted[-1:].isdigit() else ""
    return re.search(before + re.escape(wanted) + after, folded) is not None


def is_cited(expected: ExpectedMinute, citation: Mapping[str, Any]) -> bool:
    """Does this citation point to the expected minute?"""
    if citation.get("date") != expected.date:
        return False
    if expected.body and fold(expected.body) not in fold(citation.get("body") or ""):
        return False
    if expected.minute == "*":
        return True
    got, want = fold(citation.get("minute") or ""), fold(expected.minute)
    return (
        got.removeprefix("item ") == want.removeprefix("item ")
        or got.split("(")[0].strip() == want
        or re.fullmatch(re.escape(want) + r"\s*[\(.].*", got) is not None
    )
