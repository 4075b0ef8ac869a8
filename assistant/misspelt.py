"""Slips of the pen in the words that say what is asked ("apolgies", "who seconed"), and words typed short ("ppl")."""

from __future__ import annotations

import re
from collections.abc import Container

from rapidfuzz import process
from rapidfuzz.distance import OSA
from wordfreq import zipf_frequency

ASKING = (
    "abstained abstention absence absent action actions agenda agreed agreement apologies apology appointed approved "
    "attend attendance attended attending chaired chairing chairman chairperson committee council councillor "
    "councillors decided decision decisions declaration declarations declared deferred elected interest interests "
    "meeting meetings members minute minutes motion officers outstanding present proposed proposer recommended "
    "rejected resolution resolutions resolved seconded seconder substitute treasurer unanimous unanimously voted voting"
).split()
_SHORT = {
    short: long
    for short, long in (
        pair.split(":")
        for pair in (
            "ppl:people rd:road thru:through mtg:meeting mtgs:meetings govt:government yr:year yrs:years wk:week "
            "wks:weeks mth:month mths:months info:information dept:department approx:approximately est:estimated "
            "plz:please abt:about cos:because coz:because cuz:because btwn:between cttee:committee cmte:committee "
            "chq:cheque acct:account accts:accounts amt:amount hrs:hours mgr:manager mgmt:management xmas:Christmas "
            "gonna:going orgs:organisations wouldve:would couldve:could prob:probably defo:definitely diff:different"
        ).split()
    )
}
_TYPED_SHORT = re.compile(rf"[\"“][^\"”]+[\"”]|(?<![\w'’./-])(?:{'|'.join(_SHORT)})(?![\w'’/-])")
_WORD = re.compile(r"[\"“][^\"”]+[\"”]|(?<![\w'’./-])[^\W\d_]{5,}(?![\w./-])")
_KNOWN = 2.4
"""Zipf frequency in English above which a word is taken as meant: common slips are below it."""


def put_right(text: str, names: Container[str] = ()) -> str:
    """``text`` with misspelt words of asking put right, case kept, and words typed short in lower case written out.

    A word with a capital inside a sentence, or among ``names`` (lower case), is a name; it and what stands between
    quotation marks are left as they are.
    """
    text = _TYPED_SHORT.sub(lambda match: match[0] if match[0] in names else _SHORT.get(match[0], match[0]), text)
    return _WORD.sub(lambda match: _right(match, names), text)


def _right(match: re.Match[str], names: Container[str]) -> str:
    word = match[0].lower()
    inside = bool(re.search(r"[\w,;][\s\"'“‘(]*$", match.string[: match.start()]))
    named = word in names or (match[0][0].isupper() and inside and not match[0].isupper())
    if named or word in ASKING or not word.isalpha():
        return match[0]
    if zipf_frequency(word, "en") > _KNOWN:
        return match[0]
    far = 2 if len(word) > 7 else 1
    best = process.extractOne(word, ASKING, scorer=OSA.distance, score_cutoff=far)
    if best is None or best[0][0] != word[0]:
        return match[0]
    return best[0].upper() if match[0].isupper() else best[0].capitalize() if match[0][0].isupper() else best[0]
