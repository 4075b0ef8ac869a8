"""What a decision comes to: decided, noted, deferred, rejected, referred, recommended or withdrawn."""

from __future__ import annotations

import re

from index_store.models import Effect, Resolution, Votes
from index_store.parser.cues import cued

_DEFERRED = re.compile(
    r"(?<!being )(?<!\bmay be )(?<!might be )\b(?:be |is |was |were |to |been |and )?"
    r"(?:deferr?(?:ed|al)?|adjourned|postponed|held over|carried (?:forward|"
    r"over)|left on the table|put (?:off|back) (?:to|until|till|pending)|"
    r"lie on the table|laid on the table|continued to (?:the|a|its) (?:next|later|future))\b|"
    r"\b(?:moved|motion\w*|seconded)\b[^.;]{0,120}\bto table\b|"
    r"\bto table\b[^.;]{0,80}\b(?:to the|until|till|pending)\b|"
    r"\b(?:be|is|was|were|been) tabled (?:until|till|pending|to (?:the|a|our|its))\b|"
    r"\bto continue (?:the )?(?:\w+ )?(?:hearing|item|matter|application)\b[^.;]{0,60}\b(?:to|until)\b|"
    r"\bto continue consideration\b|\bconsideration\b[^.;]{0,120}\bbe continued\b|\bst(?:oo|an)d over (?:to|until)\b",
    re.IGNORECASE,
)
_REJECTED = re.compile(
    r"\b(?:(?:be not|not be) (?:established|approved|adopted|pursued|supported|progressed|agreed|accepted|made|taken)|"
    r"(?:be|is|was|were) (?:refused|rejected|not (?:approved|agreed|accepted|adopted|supported|granted))|"
    r"to (?:refuse|reject)|"
    r"(?:not|agreed not) to (?:approve|accept|support|adopt|grant|proceed|agree)|refuses|rejects)\b",
    re.IGNORECASE,
)
_TAKES_TOO = re.compile(r"\band (?:that )?[^.;]*\b(?:be|is|are|to) (?:accept|approv|award|adopt|grant)", re.IGNORECASE)
"""What is taken behind what is refused: "that the bid of A be rejected and that of B be accepted"."""
_REFERRED = re.compile(
    r"\b(?:(?:be|is|was|were) (?:referred|remitted|delegated) (?:back )?to|to refer|refers? the|be referred back|"
    r"be remitted)\b",
    re.IGNORECASE,
)
_RECOMMENDED = re.compile(
    r"\b(?:(?:be|is|was|were) recommended to\b|to recommend\b|recommends? to (?:the )?[A-Z]|"
    r"recommend(?:ed)? (?:to )?(?:the )?"
    r"(?:full |county |city |town )*(?:council|cabinet|executive|board|government|minister)|recommend (?:that|the)\b|"
    r"recommends the [^.;]{1,80} to (?:the )?(?:full |county |city |town )*(?:council|cabinet)\b)",
    re.IGNORECASE,
)
_NOTING = re.compile(
    r"\b(?:be|is|was|were|are|and|that it be)\s+(?:received and |duly )?noted\b|\bto (?:receive and )?note\b|"
    r"^\W*(?:that )?(?:the \w+ )?notes?\b|"
    r"^\W*(?:that )?(?:the |this )?(?:\w+ ){0,3}?(?:council|cabinet|committee|panel|board|executive|group|members|"
    r"forum|commission|authority|partnership|trustees|governors) notes?\b|(?<!\bto )\bbe received\b",
    re.IGNORECASE,
)
_ACTING = re.compile(
    r"\bbe (?:approved|agreed|endorsed|adopted|accepted|authori[sz]ed|established|commenced|prepared|commissioned|"
    r"supported|granted|given|invited|"
    r"requested|asked|instructed|amended|appointed|paid|sent|confirmed|launched|made|presented|reported)\b|"
    r"\band (?:also )?(?:agrees?|approves?|endorses?|delegates?|authori[sz]es?|adopts?|instructs?) \b|"
    r"\bto (?:approve|agree|endorse|adopt|accept|authori[sz]e|pay|appoint|"
    r"grant|support|instruct|write)\b",
    re.IGNORECASE,
)
_AND_THAT = re.compile(
    r"\bnoted[,;]? and (?:further )?that (?![^.;]*\b(?:would|will|was|were|is|are|has|had|have)\b)", re.IGNORECASE
)
"""What a clause rules behind what it notes: "that the report be noted and that the survey go ahead"."""
_RULED = re.compile(r"(?:\W*|.*\b(?:agreed|resolved|decided) )(?:that|to)\b", re.IGNORECASE | re.DOTALL)
"""What was ruled before what was only noted: "agreed that the plan go on display and noted its cost"."""
_PASSES = frozenset(("agreed", "approved", "adopted", "endorsed", "accepted"))
_OBJECT = re.compile(r"\b(?:the|this|his|her|its|their)\b[^,;]*\W$")
"""What was passed right before what was only noted: "agreed the motion and noted the reply"."""
_SITTING_ENDS = re.compile(
    r"\b(?:meeting|session|council|committee|board|panel|assembly|sitting|hearing|debate)\b[^.;:]{0,40}?\badjourn(?:ed|ment)?\b"
    r"(?!\s+(?:the )?(?:matter|item|decision|application|consideration))|^\W*(?:that |to )?adjourn(?:ed|ment)?\b",
    re.IGNORECASE,
)
"""The meeting that ends or takes a break, and no matter that waits: "that the meeting be adjourned"."""
_CLAUSE = re.compile(
    r"(?:\A|[\n;.])[\s,]*(?:\(?[\da-z]{1,3}[.)]\s*)?(?:and,?\s+)?(?:further,?\s+)?(?=that\b(?! (?:is|was|has)\b))",
    re.IGNORECASE,
)
"""Where a clause of a motion begins: "THAT the report be received; and further, THAT the tender be awarded"."""
_NOTES_THAT = re.compile(
    r"^\W*(?:that )?(?:(?:the|this) [\w ]{2,30}? )?notes?(?: with \w+)? that\b(?!.*\b(?:and|but) (?:to|that|be)\b)"
)
"""A clause that notes what is said in it, whatever that is: "Notes that elections may be postponed"."""
_FELL = re.compile(
    r"\b(?:proposal|motion|amendment|suggestion)\b[^.;]{0,60}?\b(?:to|that|for)\b[^.;]{0,160}?"
    r"\b(?:defeated|lost|not carried|not passed|rejected)\b",
    re.IGNORECASE,
)
"""A proposal that was lost, with what it would have done: "declared the proposal to defer the item as defeated"."""
_TAKEN = re.compile(r"\b(?:adopted|approved|carried|agreed|passed|accepted)\b", re.IGNORECASE)
_BY_VERB: dict[str, Effect] = {
    "noted": "noted", "acknowledged": "noted", "deferred": "deferred", "laid on the table": "deferred",
    "left on the table": "deferred", "left to lie on the table": "deferred", "stood over": "deferred",
    "referred": "referred", "recommended": "recommended",
    "refused": "rejected", "rejected": "rejected", "lost": "rejected", "defeated": "rejected", "failed": "rejected",
    "fails": "rejected", "died": "rejected", "dies": "rejected", "lapsed": "rejected", "no second": "rejected",
    "no seconder": "rejected",
    "fell": "rejected", "dismissed": "rejected", "declined": "rejected", "withdrawn": "withdrawn",
    "withdrew": "withdrawn",
}  # fmt: skip


def effect_of(verb: str, clause: str) -> Effect:
    """What a decision comes to: the verb decides where it is plain, else the words of the clause."""
    if verb == "tabled":  # "BE TABLED" may be what is only laid before a meeting
        return "deferred"
    plain = "rejected" if verb.lower().startswith("not ") else _BY_VERB.get(verb.lower())
    if plain:
        return plain
    if _NOTES_THAT.match(clause[:200].lower()):
        return "noted"
    if cued(clause.lower(), ("defeated", "lost", "not ", "rejected")) and (fell := _FELL.search(clause)):
        clause = clause[: fell.start()] + clause[fell.end() :]
        if not _TAKEN.search(clause) and verb.lower() not in _PASSES:
            return "rejected"
    clause = _SITTING_ENDS.sub(" ", clause) if "djourn" in clause or "DJOURN" in clause else clause
    low = clause.lower()
    for effect, pattern, needs in _EFFECTS:
        match = pattern.search(clause) if cued(low, needs) else None
        if match and effect == "rejected" and _TAKES_TOO.search(clause, match.end()):
            continue
        if match and not (effect == "noted" and (_acts_too(clause, match, verb) or _rules_more(clause))):
            return effect
    return "decided"


def _acts_too(clause: str, noting: re.Match[str], verb: str) -> bool:
    """Whether a clause that notes something also decides something of its own ("be noted and it be agreed that")."""
    if noting.start() < len("that it be noted") and re.match(r"\W*(?:that )?it be noted", clause, re.IGNORECASE):
        return False
    if "be noted" in noting[0].lower() and _AND_THAT.match(clause, noting.end() - len("noted")):
        return True
    before = clause[: noting.start()]
    if noting[0][:3].lower() == "and" and (
        _RULED.match(before) or (verb.lower() in _PASSES and _OBJECT.search(before))
    ):
        return True
    rest = clause[: noting.start()] + clause[noting.end() :]
    return bool(re.search(r"\b(?:and|but|,)\b[^.;]*", rest)) and bool(_ACTING.search(_main(clause, noting)))


def _rules_more(words: str) -> bool:
    """Whether a motion whose one clause receives or notes a report has another that does not."""
    clauses = [one for one in _CLAUSE.split(words) if one[:4].lower() == "that"]
    return len(clauses) > 1 and not all(_NOTING.search(one) for one in clauses)


def _main(clause: str, noting: re.Match[str]) -> str:
    """What follows the noting in the same clause, without a relative clause or brackets."""
    return re.sub(
        r"\([^)]*\)|\b(?:which|that (?:was|were|had|would)|including|for)\b.*",
        " ",
        clause[noting.end() :],
        flags=re.DOTALL,
    )


_EFFECTS: tuple[tuple[Effect, re.Pattern[str], tuple[str, ...]], ...] = (
    (
        "deferred",
        _DEFERRED,
        ("defer", "adjourn", "postpone", "held over", "carried ", "table", "continue", "over ", "put "),
    ),
    ("rejected", _REJECTED, ("not ", "refuse", "reject")),
    ("referred", _REFERRED, ("refer", "remit", "delegated")),
    ("recommended", _RECOMMENDED, ("recommend",)),
    ("noted", _NOTING, ("note", "received")),
)
"""What tells of each effect, with the parts of words without which it is not told."""


def effect_counted(one: Resolution, votes: Votes | None) -> Effect:
    """What a decision comes to: where its count alone tells ("three in favour and five against"), what that says."""
    told = one.verb.lower() in ("favour", "favor")
    return "rejected" if told and votes is not None and votes.carried is False else one.effect
