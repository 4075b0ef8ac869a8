"""What sort of question it is."""

from __future__ import annotations

import re

from assistant.answer import AnswerKind
from assistant.concepts import asks_roll
from assistant.events import of_event

DECIDED = (
    r"(?:decid\w+|agree[ds]?|agreement|resol\w+|approv\w+|endors\w+|accept\w*|adopt\w*|reject\w*|refus\w+|defer\w*|"
    r"turn(?:ed)? down|sign(?:ed)? off|backed|support(?:ed)?|object(?:ed)?|vot(?:e|ed)|commission(?:ed)?|"
    r"note[ds]?(?<!the notes)(?<!up notes)|conclu\w+|recommend\w*|ratif\w+|authoris\w+|rul(?:e|ed) out|withdr\w+"
    r"|appoint\w*|elect\w*)"
)
#: "What was Justin to do", "Ann's jobs", "jobs coming out of July".
_SOMEBODY = (
    r"(?:(?!(?:agree|decid|resolv|vot|plan|want|propos|choose|chose|opt|try|tri|cost|tak|took|mean)\w*\b)"
    r"[\w'’.-]+ ){1,3}?"
)
BRING_TO = (
    r"(?:\b(?:(?:must|should|will|due|meant|supposed|have|has|going|expected|asked|required|to)\b(?: (?:to|be))*"
    r"|(?:is|are)(?= coming))|['’]s)"
    r" (?:bring(?:ing)?|brought|com(?:e|ing)|go(?:ing)?|report(?:ed)?|submit(?:ted)?|present(?:ed)?|back)"
    r"(?: (?!come\b)[\w§~'’-]+){0,5}? (?:to|in|for|at|by|before) (?:the |our |its )?(?:[\w§~'’-]+ ){0,4}?"
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)\b"
)
"""Asked what is due at a meeting that is named by its month."""
TO_DO = (
    rf"(?:what(?:['’]s| (?:was|is|were|are|has|have|had|did|does|do|must|should)) {_SOMEBODY}(?:(?:still |then )*"
    r"(?:meant |supposed |due |going |required |asked |expected |obliged )?to|have to|got to|need to|has to|had to)"
    rf" (?:do|get done)\b|what (?:was|were|is|are) {_SOMEBODY}(?:still )?required to do\b"
    r"|[a-z]['’]s (?:jobs|tasks|actions|homework|to-?dos?)\b"
    r"|what (?:still |else |all )?needs? (?:doing|sorting|to be done)\b"
    r"|who (?:do|should|must) (?:i|we) (?:have to |need to )?chase\b"
    r"|(?:jobs|tasks|homework) (?:coming|arising|resulting|that came|out of|from)\b)"
)
_MONTH_NAMED = r"(?:jan|feb|mar|apr|may|june?|july?|aug|sep|oct|nov|dec)[a-z]*\b"
_KINDS: list[tuple[AnswerKind, str]] = [
    (
        "chat",
        r"^\W*(?:hi|hello|hiya|hey|howdy|thanks?(?: you)?|thankyou|cheers|good (?:morning|afternoon|evening)|morning"
        r"|ta|bye|goodbye|great"
        r"|perfect|brilliant|lovely)\b(?:[\s,]*(?:there|again|all|everyone|very much|so much|a lot|lots|for (?:that"
        r"|this|your help|the help)"
        r"|mate|assistant|that['’]?s (?:great|helpful|all|it)|thanks?(?: you)?|you|hello|good \w+))*\W*$",
    ),
    ("chat", r"^\W*(?:what can you do|who are you|help|how do (?:i|you) (?:use|work)[\w\s]*)\W*$"),
    (
        "decision",
        r"\b(?:what|which|any|all|list)(?: (?:of )?(?:the )?(?:\w+ ){0,2}?(?:items?|matters?|motions?|things"
        r"|applications|questions|business))? (?:was|were|got|been|have been|are) referred "
        r"(?:(?:back )?to (?!minute|item|in\b|as\b|at\b)|(?:back )?(?:in|at|on|by) (?:the )?(?!minute|item)|\W*$)",
    ),
    (
        "crossref",
        r"\b(?:minute|item)\b[^.?!]{1,40}? (?:points?|(?:sends?|points?|directs?) (?:you|us|one))(?: back)?"
        r" to (?:another|which|what|an)\b",
    ),
    ("crossref", r"\b(?:refers?|referr(?:ed|ing)|references?) (?:back )?(?:to|in|from)\b|\bcross.?ref\w*"),
    (
        "crossref",
        r"\b(?:became of|happened (?:to|with|about|after)|came of|led to|follow(?:s|ed)? up(?: on)?|come of|superseded?"
        r"|rescind\w*) (?:\w+ ){0,3}?(?:minute|item) \S*\d|\b(?:later|earlier|previous|other) minutes?\b(?! of)"
        r"|\b(?:minute"
        r"|item) \S*\d\S* .{0,40}\b(?:followed up|revisited|come back|came back|picked up"
        r"|rescinded|superseded|overturned|again|later|afterwards|in the end|end(?:ed)? up|since)\b",
    ),
    (
        "crossref",
        r"\b(?:where|which|what|who) .{0,30}\b\d+[/.]\d+\S* .{0,20}\b(?:mentioned|referred|cited|quoted|again)\b",
    ),
    ("crossref", r"\b(?:mentions?|mentioned|quotes?|cites?)\s+(?:\w+\s+)?(?:minute|item)\s+\S*\d"),
    (
        "vote",
        r"^\W*(?:and |so |but )?(?:did|was|were|has|is|does) (?:it|that|this|they|(?:the|that|this) (?:[\w'’-]+ ){0,5}?"
        r"(?:motion|amendment|vote))\b.{0,20}\b(?:carr(?:y|ied)|pass(?:ed)?|lost|lose|defeated|fail(?:ed)?|fall"
        r"|got? through)\W*$|\bwhat (?:was|is|did|does|were|would) the .{0,40}?\bamendments?\b",
    ),
    (
        "vote",
        r"\bmotions? (?:that )?(?:were |was )?(?:defeated|lost|carried|passed|fell|failed|voted down)\b"
        r"|\b(?:votes?|voted|voting|seconded|seconders?|proposers?"
        r"|movers?(?= (?:of|for|and)\b)|unanimous(?:ly)?|ballot|show of hands|abstain\w*"
        r"|abstentions?)\b|\bwhat was the (?:split|tally)\b|\bwho (?:put forward|tabled|put up|made|brought) the "
        r"(?:motion|proposal|amendment|resolution)\b"
        r"|\bwho (?:proposed|moved|nominated|was (?:against|in favour)|opposed)\b|\bwhich (?:\w+ )?(?:councillors"
        r"|members) (?:opposed|supported|backed|were (?:against|for|in favour))\b|\b(?:for and against|majority)\b",
    ),
    (
        "actions",
        r"^(?!.*\b(?:decisions?|resolutions?|bills?|debts?|invoices?|payments?|balances?)\b).*\boutstanding\W*$"
        r"|\b(?:which|what) (?:reports?|papers?|matters?|items?|things?|updates?) .{0,40}\b(?:come|came|coming"
        r"|brought|report(?:ed)?|due) back\b"
        r"|\bwhat (?:is|was|are|were) (?:to be|being|due to be) (?:reported|brought) back\b"
        r"|\bwhat (?:has|have|had|needs?|is|are|was|were) (?:due |expected |supposed )?(?:to )?(?:come|coming|due)"
        r" back\b"
        r"|\b(?:is|was|are|were) there (?:a |any )?(?:reports?|updates?|papers?) (?:due|coming|expected|to come) back\b"
        r"|\b(?:come|comes|coming|report(?:ed|ing)?|brought|due|go(?:ing)?) back to (?:the |its |our |a )?(?:next"
        r"|future|later|\w+ meeting)"
        r"|\breports? (?:are |were |is )?(?:due|awaited|outstanding|promised)\b|\breport.?backs?\b",
    ),
    (
        "actions",
        r"\bwhat (?:undertakings|promises) (?:did|were|was|have)\b"
        r"|\bwhat (?:did|have|has) (?:the )?(?:officers?|staff|members|councillors|they|anyone|everyone) "
        r"(?:promised?|under(?:take|taken)|commit(?:ted)?|offer(?:ed)?)\b"
        r"|\bwhat (?:did|has|have) (?-i:(?:(?!Council|Board|Committee|Panel|Members|Cabinet|Authority|Executive)"
        r"[A-Z][\w'’.-]+ ){1,3})(?:agreed?|offer(?:ed)?|promised?|under(?:take|taken)) to (?:do|get|bring|send|look)\b"
        r"|\b(?:asked|agreed|undertook|due|supposed|going|meant|tasked|required) to do\b|\baction(?:s| points?"
        r"| items?| list| log)\b(?! (?:group|plan))|\bto.?do list\b|\boutstanding (?:actions?|tasks?|jobs?)"
        r"|\boutstanding (?:for|from|with|on)\b"
        r"|\bwho (?:has|had|is|was) (?:got )?to do what\b|\b(?:jobs?|tasks?|homework) (?:given|assigned|handed|left"
        r"|set|for|did)\b"
        rf"|\b{TO_DO}|^\W*(?:what|which|is|are|anything|list)\b.*{BRING_TO}"
        r"|\bwhat (?:jobs|tasks)\b|\b(?:have|has|had|having) to do (?:after|before|by|for the next)\b",
    ),
    (
        "count",
        r"\bhow many (?:times|(?:(?!members|people|officers|councillors|attended|came|were|did"
        r"|went)\w+\s+){0,4}?meetings?|occasions)\b|\bhow (?:often|regularly) (?:did|has|have|was"
        r"|were|does|do)\b"
        r".*\b(?:attend\w*|meet|met|apolog\w+|absent|present|chair\w*|miss\w*|come|came)\b",
    ),
    (
        "attendance",
        r"\b(?:attend(?:ed|ing|ance|ees?|s)?|apolog\w+|in the chair|took the chair|chair(?:ed|ing)|absent|absences?|"
        r"substitut\w+|observers?|observed|phoned in|dialled in|in attendance|turned up|minute.?taker)\b|"
        r"\bwho(?:'s| is| was| were)? (?:else )?(?:all )?(?:there|present|at)\b|\bwho (?:\w+ )?(?:came|turned up"
        r"|went)\b|"
        r"\bwhat time did (?:[\w.'’]+ ){1,4}?(?:arrive|turn up|show up|get (?:there|in)|leave|join)"
        r"\W*(?=$|on|at|in|the)|"
        r"\b(?:stay(?:ed)? (?:to|until|till|for)|le(?:ave|ft) (?:early|the meeting)|arrived? late)\b|\bwhy (?:was"
        r"|were|did) .{3,40}\b(?:away|miss(?:ing)?|not (?:there|come|attend))\b|"
        r"^\W*(?:did|has|have) (?:the |our )?(?-i:[A-Z])[\w'’&. -]{2,60}? (?:come|turn(?:ed)? up|show(?:ed)? up)\W*$|"
        r"\bstood in\b|\bstand(?:ing)? in for\b|\bsub(?:s|bed|bing)?(?: in)? for\b|\btook the minutes\b|\bminuted\b"
        r"|^\W*(?:the )?chair(?:man|woman"
        r"|person)?\b (?:of|at|on|for|in)\b|\bwho represent\w+|\b(?:was|were) represented (?:at|in|on)\b"
        r"|^\W*(?:the )?names? of (?:the |all |those )*(?:officers|members|people|attendees|councillors|guests)\b"
        r"|\bpresent (?:at|on|in)\b|"
        r"\bwho (?:ran|presided|led) |\bwho (?:was|were)n['’]?t (?:at|there|in)\b|\bwho (?:was|were) (?:missing"
        r"|away)\b|\b(?:anyone|anybody|someone) from\b|"
        r"\bhow many (?:\w+ ){0,3}(?:public|residents|parishioners|electors|people|members|officers"
        r"|councillors) (?:(?:were|was|are)(?! (?:to|being|needed|wanted|expected|employed)\b)|attended|came|turned)\b"
        r"|^\W*(?:was|were) (?:[\w'’.]+ ){1,3}(?:present|there"
        r"|at (?:the|both|all|any|either|every))\b"
        r"|\b(?:who|which|how many)\b.*\b(?:came|come)\b(?! up)",
    ),
    (
        "timeline",
        r"\b(?:timeline|history of|story of|saga\b|step by step|over the years|what became of|whatever happened|"
        r"end(?:ed)? up|"
        r"from start to finish|how did (?:it|this|that|they) (?:begin|start)|from (?:the |our |its "
        r"|first )*[\w ]{3,30} to (?:the |its |a )?(?:\w+ ){0,2}(?:end\b(?! of)|finish|final|outcome|conclusion|result"
        r"|coming in|opening|completion|approval|decision|launch|adoption|award)"
        r"|how (?:has|have) .{3,60}(?:changed|developed|progressed"
        r"|moved)|how did .{3,60}(?:change|develop|evolve|progress|unfold)|the (?:whole |full )?story|story so far"
        r"|first (?:reading|draft|proposal|mention|response) to (?:the |its )?(?:\w+ )?(?:approval|adoption|decision"
        r"|end|launch|outcome)|what (?:has |have )?happened (?:with|to|on|about) .{3,80}\b(?:during|over|between|since"
        r"|throughout|across)|(?<!made )(?<!make )progress (?:of|on))\b"
        r"|^\W*(?:follow|trace|track|chart) (?:the|our|how|what)\b"
        rf"|(?:[,:;–-]\s*|\bhappened )from (?:the |its |our |first )*(?!\d|{_MONTH_NAMED})[a-z]\w+(?: \w+){{0,3}}? to"
        rf" (?:the |its |our |a )?(?!\d|{_MONTH_NAMED})[a-z]\w+"
        r"|(?:\band|\bthen|[-,:;–])\s.*\b(?:finally|in the end|eventually|at last|got to by)\b"
        r"|\bhow (?:has|have|did) (?:it|this|that|they|things|(?:[\w'’-]+ ){0,4}?\w+) (?:all )?"
        r"(?:gone(?! about)|go|been going|got on|get on"
        r"|come along|came along|coming along|fared?|panned out|pan out|turned? out|worked? out|come on|unfold\w*)\b"
        r"|\bwhat(?:['’]?s| has| have) (?:gone on|happened|been (?:done|going on|happening)|come of (?:it|this|that))"
        r" (?:\w+ ){0,2}?since\b",
    ),
    (
        "lookup",
        r"^\W*(?:(?:can|could) (?:you|i|we) )?(?:please )?(?:show|see|read|give|get|find|fetch|open|display"
        r"|print)(?: me| us)?"
        r" (?:the |a copy of the )?(?:whole |full |entire )?(?:minutes?|notes|item)\b"
        r"|^\W*minutes? of (?:the )?.{0,60}meeting|"
        r"\b(?:which|what) (?:minute|item)(?: number)?\b",
    ),
    (
        "decision",
        r"^\W*(?:were there|which|what|list|any)\b(?: any| the)*(?: \w+)? amendments"
        r"(?: (?:were )?(?:made|moved|put|proposed|there))?\W*$",
    ),
    ("decision", r"^\W*(?:please )?(?:list|show|give)\b(?: me| us)?(?: all| of| the)* (?:decisions|resolutions)\b"),
    (
        "list",
        r"^\W*(?:list|name(?! of))\b|\b(?:list|all) (?:of )?(?:the|our|every)\b|^\W*every(?:one|body)? \w+"
        r"|^which \w+s\b(?! (?:the|is))"
        r"|\bwhat (?:are|were) the (?:\w+ )?\w+s\b|\bwhich (?:meetings|minutes|projects|councils|applications|years"
        r"|dates)\b"
        r"|\bwhat (?:dates|matters|topics|items|subjects)\b",
    ),
    (
        "decision",
        r"\b(?:what|anything|something|everything|which \w+|any \w+) (?:\w+ ){0,3}?(?:got|get|gets|was|were|been|is"
        r"|has|have) (?:\w+ )?"
        r"(?:passed|carried|settled|thrown out|knocked back|put off|put back|voted (?:down|through)|overturned"
        r"|revoked)\b",
    ),
    ("decision", r"\b(?:postpon\w+|put (?:\w+ ){0,2}off|shelved|undecided|unresolved|held over)\b"),
    (
        "decision",
        rf"\b{DECIDED}\b|\bdecisions?\b|\boutcome\b|\bupshot\b|\bstance\b|\b(?:go(?:ing|es|ne)?|went) ahead\b"
        r"|\bwhich way (?:did|was|were|has|have)\b(?!.*\bvot)"
        r"|^\W*(?:did|has|have|will|would) .{3,60}\b(?:motion|amendment|proposal|proposition|scheme|plans?)"
        r" (?:go|get|went|got|gone) through\b"
        r"|^\W*(?:did|has|have|will) (?:the |our )?(?:council|committee|board|cabinet|panel|members|councillors"
        r"|district|executive|group|spc|we|they)\b.{0,20}"
        r" (?:let(?! us| me| you)|pass|allow|permit|green.?light|back|say yes to|say no to|turn down)\b",
    ),
]
_RULES = [(kind, re.compile(rule, re.I)) for kind, rule in _KINDS]
#: "Was Ann Other there when the vote was taken?" asks of Ann Other, whatever it says of the vote.
_THERE_WHEN = re.compile(
    r"\W*(?:was|were) (?!there\b)(?:[\w'’.-]+ ){1,3}(?:present|there|at the meeting|in the (?:room|chamber))"
    r" (?:(?:on|in|at) .{3,40} )?(?:when|for|during)\b",
    re.I,
)
_TOLD = re.compile(r"^\W*(?:and |so )?what (?:did|was|were|has|have|does)\b", re.I)
_WHO = re.compile(r"\b(?:who|which|names?|anyone)\b", re.I)
_RULED = re.compile(
    r"\b(?:decided|agreed|resolved|approved|rejected|deferred|refused|decisions?|resolutions?|outcome)\b", re.I
)


def kind_of(text: str, numbered: bool = False) -> AnswerKind:
    """The kind of ``text``; ``numbered`` says that it names a minute or item by number."""
    if _THERE_WHEN.match(text) and not of_event(text):
        return "attendance"
    for kind, rule in _RULES:
        if not rule.search(text) and not (kind == "attendance" and asks_roll(text)):
            continue
        if numbered and kind in ("list", "timeline") or (numbered and kind == "decision" and not _RULED.search(text)):
            continue
        if kind == "attendance" and (_TOLD.match(text) or of_event(text) or (numbered and not _WHO.search(text))):
            continue
        return kind
    return "lookup" if numbered else "fact"


_NARROWS = re.compile(
    r"^\W*(?:(?:and|so|ok|okay|then)\W+)?(?:(?:which|what|any|how many) (?:of (?:those|these|them)|ones?|actions)"
    r"(?: (?:is|are|was|were))?(?: (?:for|given to|assigned to|down to|with|on|by))?|(?:just |only |any |those )?for"
    r"|(?:what|how) about|just|only)(?: the)?(?: [\w.’'-]+){1,4}\W*$",
    re.IGNORECASE,
)


def narrowed(kind: AnswerKind, own: str, root: str) -> AnswerKind:
    """The kind of a turn that names somebody; one that only narrows a list of actions by that ("which of those are for
    the clerk?", "what about Ann?") asks for actions too. ``root`` is what was asked before."""
    only = kind in ("fact", "list", "attendance") and _NARROWS.match(own) is not None
    return "actions" if only and kind_of(root) == "actions" else kind
