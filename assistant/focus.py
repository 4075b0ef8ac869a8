"""What a question asks for by name: "how many *votes*", "which *contractor*", "who *stole*", "the *number* of"."""

from __future__ import annotations

import re

from assistant.terms import PLAIN_WORDS, STOP_WORDS, words_of

_AFTER = re.compile(
    r"\b(?:how many(?: of (?:the|those|these))?|how much(?= (?!did|do|does|was|were|is|are|has|have|had|will"
    r"|would|of)\w)|which|what(?:'s|s)?(?: (?:was|were|is|are))?(?: the| a| an| our| their| its)?|"
    r"number of|amount of|names? of(?: the)?|who(?: (?:was|were|is|are|has|have|had|did))?(?: the)?|whose"
    r"|when (?:did|do|does|was|were|is|are|will|would|has|have)"
    r"|on what|name the|list(?: of)?(?: the| all)?(?: the)?)\s+",
    re.IGNORECASE,
)
_RUN = 3
_VERBS = frozenset(
    "did do does was were is are has have had will would can could should be been being to of for in on at by from "
    "with and or".split()
)


def focus_of(asked: str) -> frozenset[str]:
    """Stems of the words that name what is asked for; empty where only its sort tells ("how much did it come to")."""
    focus: set[str] = set()
    for match in _AFTER.finditer(asked):
        run = []
        for word in words_of(asked[match.end() : match.end() + 60]):
            if word.word in _VERBS or word.word in STOP_WORDS:
                break
            run.append(word)
            if len(run) == _RUN:
                break
        focus.update(word.stem for word in run if word.word not in PLAIN_WORDS and not word.word[0].isdigit())
    return frozenset(focus)


_NO_PLURAL = r"(?!(?:was|is|has|does|this|its|us|whats)\b)"
_SEVERAL = re.compile(
    r"\b(?:which|what)(?: (?:are|were|was))?(?: the| our| all| other)?(?: \w+){0,2}? "
    rf"{_NO_PLURAL}\w{{2,}}[^\Ws]s\b"
    rf"|^\W*(?:list|name|all|the|every|any)?\W*(?:\w+ ){{0,2}}{_NO_PLURAL}\w{{3,}}[^\Ws]s\b(?! (?:was|is|has|the|a)\b)"
    r"|\b(?:and how much|how much) (?:was |were |did |is )?each\b|\beach of\b",
    re.IGNORECASE,
)


def asks_several(asked: str) -> bool:
    """Is more than one thing asked for ("which bids", "planning applications we supported", "how much each")?"""
    return _SEVERAL.search(asked) is not None
