"""Words that a PDF strikes through."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from index_store.readers.pdf_lines import Fragment, Rule

_TALLEST = 12.0
"""Points above its baseline at which running text may be struck through."""


def struck_words(fragments: Sequence[Fragment], rules: Sequence[Rule]) -> list[str]:
    """The words that a rule goes through at the height of the small letters."""
    found = []
    by_base = sorted(fragments, key=lambda fragment: fragment.base)
    bases = [each.base for each in by_base]
    for rule in rules:
        low, high = (bisect_left(bases, rule.height - below) for below in (_TALLEST, 0))
        for each in by_base[low:high]:
            inside = each.left - 2 <= rule.left and rule.right <= each.right + 2 and rule.right - rule.left > 6
            if inside and each.base + 0.12 * each.height < rule.height < each.base + 0.5 * each.height:
                share = len(each.text) / max(each.right - each.left, 1.0)
                start, end = (round((x - each.left) * share) for x in (rule.left, rule.right))
                found.append(each.text[max(0, start) : end].strip())
    return [words for words in found if words]
