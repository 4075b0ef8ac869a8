"""A cheap look before a dear search: the letters without which a pattern finds nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_TOKEN = re.compile(r"\\.|\[\^?\]?[^\]]*\]|\(\?:|.", re.DOTALL)


def cued(text: str, cues: Sequence[str]) -> bool:
    """Whether any of ``cues`` stands in ``text``, letter for letter."""
    for cue in cues:  # noqa: SIM110 - any() takes three times as long, and this is asked for every line
        if cue in text:
            return True
    return False


@dataclass(frozen=True, slots=True)
class Cued:
    """A pattern that finds something only in a text whose lower case holds one of ``cues``."""

    pattern: re.Pattern[str]
    cues: tuple[str, ...]

    def search(self, text: str) -> re.Match[str] | None:
        """What ``pattern`` finds first."""
        return self.pattern.search(text) if cued(text.lower(), self.cues) else None


def by_letter(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Compiles a pattern around one long list of words, ``(?:one|two|…)``, with words of one first letter together.

    Most of the list is then passed over at a glance: three times as fast where case is ignored. Not for patterns in
    which it matters which of two words of the list is taken where both fit.
    """
    start, end = max(_groups(pattern), key=lambda span: span[1] - span[0])
    words: dict[str, list[str]] = {}
    for word in _alternatives(pattern[start:end]):
        plain = word[0].isascii() and word[0].isalpha() and word[1:2] not in ("?", "*", "+", "{")
        head = "" if not plain else f"(?-i:[{word[0].lower()}{word[0].upper()}])" if flags & re.I else word[0]
        words.setdefault(head, []).append(word[1:] if plain else word)
    return re.compile(
        pattern[:start] + "|".join(f"{head}(?:{'|'.join(words[head])})" for head in words) + pattern[end:], flags
    )


def _groups(pattern: str) -> Iterator[tuple[int, int]]:
    """Start and end of what stands in each ``(?:…)`` that stands in no other brackets."""
    depth, start = 0, -1
    for token in _TOKEN.finditer(pattern):
        if token[0] in ("(", "(?:"):
            depth += 1
            if depth == 1:
                start = token.end() if token[0] == "(?:" else -1
        elif token[0] == ")":
            depth -= 1
            if depth == 0 and start >= 0:
                yield start, token.start()


def _alternatives(pattern: str) -> list[str]:
    """What stands between the bars outside all brackets."""
    parts, depth = [""], 0
    for token in _TOKEN.findall(pattern):
        depth += (token in ("(", "(?:")) - (token == ")")
        if token == "|" and depth == 0:
            parts.append("")
        else:
            parts[-1] += token
    return parts
