"""What a question asks of the attendance records: a relation (came, chaired, was away…) and how it is asked.

A small vocabulary of concepts with many words for each, instead of whole wordings: "who ran the meeting", "any
no-shows?" and "headcount in March" are a relation, a way of asking and nothing else. Whether nothing else is left is
for the registers to say, which know the names, bodies and dates.
"""

from __future__ import annotations

import re
from typing import Literal

from assistant.terms import NUMBER_WORDS

Relation = Literal["present", "chair", "absent", "apologies", "substitute", "observer", "minutes", "public"]
End = Literal["first", "last"]

_COME = (
    r"(?:attend|come|go|turn up|show(?: up)?|make(?! (?:an?|any|sure|up|out)\b)|get there|get to|appear|join|be "
    r"(?:there|at"
    r"|present)"
    r"|take part)"
)
_NOTES = r"(?:minutes|notes)"
_MEETING = r"(?:meeting|meetings|session|sitting|agm|proceedings|things|show)"

#: The relations, the more particular first; the first whose words stand in the question is the one asked for.
_RELATIONS: list[tuple[Relation, str]] = [
    (
        "minutes",
        rf"\b(?:took|take|takes|taking|taken|wrote|write|writes|writing|written|kept|keeps|keeping|did|doing|does"
        rf"|typed|drafted|recorded|recording|clerked)\b(?: up| down)? (?:the |our |those |of )?{_NOTES}\b"
        rf"|\b{_NOTES} (?:was|were|are|is )?(?:taken|written|kept|done|recorded)(?: up| down)? by\b"
        r"|\b(?:minute|note)s?[- ]?(?:taker|writer|keeper|secretary|clerk)s?\b|\bscribe\b|\bwho (?:was|is) (?:the "
        r")?clerk\b"
        r"|\bwho minuted\b|\bminuting\b|\bwho clerked\b",
    ),
    (
        "substitute",
        r"\bsubstitut\w*|\bsubs\b|\bsub(?:bed|bing)?(?: in)? for\b"
        r"|\bst(?:oo|an)d(?:s|ing)?[- ]ins?\b|\bin (?:the )?place of\b|\bdeputi[sz]\w+"
        r"|\bfill(?:ed|s|ing)? in for\b|\bcover(?:ed|ing)? for\b|\bs[ai]t(?:ting)? in for\b|\binstead of\b"
        r"|\bstepped in\b|\btook (?:\w+['’]?s? ){1,3}(?:place|seat)\b|\balternates?\b",
    ),
    (
        "chair",
        r"\bchair(?:ed|ing|s|man|woman|person|men)?\b|(?<!leas[ -])\bcathaoirleach\b|\bin the chair\b"
        r"|\bpresid(?:e|es|ed|ing)\b"
        rf"|\b(?:r[au]n|running|led|lead|leading|headed|conducted|opened|took|taking|take) (?:the |this |that "
        rf")?(?:[\w&'’]+ "
        rf"){{0,5}}?{_MEETING}\b"
        rf"|\bin charge (?:of|at) (?:the )?(?:[\w&'’]+ ){{0,5}}?{_MEETING}\b|\bchairmanship\b|\btook charge\b",
    ),
    (
        "apologies",
        r"\bapolog\w+|\bregrets\b|\b(?:sent|send|gave|sending) (?:their |his |her )?(?:regrets?|excuses)\b"
        r"|\bexcused\b|\bsent (?:a )?(?:sorry|word)\b|\bsaid sorry\b",
    ),
    (
        "absent",
        rf"\babsen(?:t|ces?|tees?)\b|\bmissing\b|\bmiss(?:ed)?\b|\bno[- ]shows?\b|\bnon[- ]attend\w+|\bskipped\b"
        rf"|\b(?:did|could|would|was|were)(?: ?n['’]?t| not) (?:\w+ )?(?:able to )?{_COME}\b|\b(?:unable|failed) to "
        rf"{_COME}\b"
        r"|\b(?:was|were|is)(?: ?n['’]?t| not) (?:all |even )?(?:there|present|at|in|around|with us)\b"
        r"|\bnot (?:there|present|at|in attendance|attend\w*|around)\b|\bstay(?:ed)? away\b"
        r"|\b(?:was|were) (?:\S+ ){0,4}(?:away|off)\b(?! by)",
    ),
    ("observer", r"\bobserv(?:ed|ers?|ing)\b"),
    (
        "public",
        r"\b(?:how many|number of|many|any|were there)\b.*\b(?:public|residents|parishioners|electors|villagers)\b",
    ),
    (
        "present",
        rf"\battend(?:ed|ing|ance|ees?|s)?\b|\bpresent\b|\bthere\b|\b(?:came|turned up|showed up|shown up|rocked up)\b"
        rf"|\b{_COME}\b|\bcoming\b|\bwent\b|\bs[ai]t(?:s|ting)? (?:on|in|round|around)\b|\bhead ?count\b|\bturn ?out\b"
        r"|\btook part\b|\bjoined\b|\bbeen (?:to|at)\b|\broll[ -]?call\b|\b(?:was|were|is|are|body|one|else|all|cllrs"
        r"|councillors|members|officers|people) at\b"
        r"|\brepresent\w*|\bsp(?:oke|eaks?) for\b|\b(?:phoned|dialled|dialed) in\b|\b(?:any(?:one|body)|who) from\b"
        r"|\bquorum\b|\bquorate\b|\bmade it\b",
    ),
]
_RULES = [(name, re.compile(rule, re.I)) for name, rule in _RELATIONS]

#: The words with which minutes tell of a relation.
_TELLS: dict[Relation, str] = {
    "minutes": r"\b(?:minutes?|notes?|minut\w+|clerk\w*|secretar\w+|scribe)\b",
    "substitute": r"\b(?:substitut\w*|subs?|deput\w*|on behalf|represent\w*|place|instead|st(?:oo|an)d\w*|alternates?"
    r"|cover\w*)\b",
    "chair": r"\b(?:chaired|chairing|presid\w+|convened)\b|\b(?:in|took|taking) the chair\b"
    r"|\b(?-i:Chair\w*|Convene[ro]r?|CHAIR\w*)\b\W{1,3}(?:(?:Cllr|Councillor|Mr|Mrs|Ms|Dr)\.? )?(?-i:[A-Z][a-z]+)"
    r"|\b(?!(?:Our|The|As|Madam|Vice|By|And|From)\b)(?-i:[A-Z][a-z]+)\W{1,4}(?:the )?(?:acting |vice[- ])?"
    r"(?-i:[Cc]hair|Convene)",
    "apologies": r"\b(?:apolog\w*|absen\w*|unable|regrets?|excus\w*|sorry|not (?:be )?(?:present|attend\w*|able))\b",
    "absent": r"\b(?:absen\w*|apolog\w*|unable|missing|missed|away"
    r"|(?:not|n['’]t) (?:be )?(?:present|attend\w*|able|there))\b",
    "observer": r"\b(?:observ\w*|attend\w*|present)\b",
    "public": rf"\b(?:\d+|no|none|several|some|few|{'|'.join(NUMBER_WORDS)})\b"
    r"[^.;\n]{0,40}\b(?:public|residents?|parishioners?|electors?|villagers?|people|attend\w*)\b"
    r"|\b(?:public|residents?|parishioners?|electors?)\b[^.;\n]{0,30}(?:\d|\bnone\b|\bnil\b)",
    "present": r"\b(?:attend\w*|present(?!ed|ation|ing)\w*|came|come|coming|welcom\w*|join\w*|represent\w*|spoke"
    r"|speak\w*|introduc\w*|address\w*|visit\w*|guests?|invit\w*|turned|turnout|people|took part"
    r"|arriv\w*|left|met|sat)\b",
}

_PEOPLE = (
    r"(?:people|persons?|members?|councillors?|cllrs?|officers?|guests?|rep(?:resentative)?s?|trustees?|governors?"
    r"|partners|residents|attendees|apologies|of them|public|organi[sz]ations|folks?|staff|parishioners|electors)"
)
_WHO = (
    rf"(?:who(?:['’]?s|se|m)?|which (?:[\w-]+ ){{0,3}}?{_PEOPLE}|what (?:[\w-]+ )?{_PEOPLE}"
    rf"|how many(?: of)?(?: the| our)? (?:[\w-]+ ){{0,3}}?{_PEOPLE}"
    rf"|number of (?:[\w-]+ ){{0,3}}?{_PEOPLE}|any(?:one|body)|some(?:one|body)|no(?: one|body)|every(?:one|body)"
    rf"|all (?:the )?{_PEOPLE}|list (?:of )?(?:all )?(?:the )?(?:[\w-]+ ){{0,2}}?{_PEOPLE}|any (?:[\w-]+ )?{_PEOPLE})"
)
_CAME = (
    r"(?:came|come|comes|coming|turned up|turn up|showed|shown? up|rocked up|went|been (?:to|at)|s[ai]t (?:on|in)"
    r"|took part|joined|made it|make it|dialled in|phoned in|there|present|missing|away|missed"
    r"|sp(?:oke|eaks?) for|quorate)"
)
_SURELY = re.compile(
    r"\bhow many (?:apologies|absences|absentees)\b"
    r"|^\W*(?:was|were) there (?:a |an |any )?(?:\w+ )?rep(?:resentative)?s? (?:of|from|for)\b"
    r"|\bwhich (?:of the )?(?:[\w'’]+ ){0,3}?meetings (?:did|has|have|was|were|had) (?:[\w'’.-]+ ){1,4}(?:miss|attend"
    r"|chair|come|go|there|at|present|absent)\w*"
    r"|\bhead ?count\b|^\W*(?:what was the |the )?turn ?out\b|\battendees?\b|\bnon[- ]attend\w+|\bno[- ]shows\b"
    r"|\bpresid(?:ed|ing|e)\b|\broll[ -]?call\b"
    r"|\bdeputi[sz]\w+|\b(?:fill(?:ed|ing)?|st(?:oo|an)d(?:ing)?|s[ai]t(?:ting)?|stepped) in for\b"
    r"|\bquorum\b|\bquorate\b|\bsent (?:\w+ )?(?:excuses|regrets|sorry)\b"
    r"|^\W*(?:the )?(?:chair|apologies|absentees?|attendance|present)\b"
    r"|^\W*(?:all|list|names? of|every) (?:of )?(?:all )?(?:the |our )?(?:cllrs?|councillors?|members|officers"
    r"|people) at\b",
    re.I,
)
_ASKED = re.compile(
    rf"\b{_WHO} from (?:the )?[\w&'’ -]{{2,40}}? (?:was|were|came|attended|went|is|are)\b|\bwho did (?:we|they|you) "
    rf"have (?:at|on|in|there)\b"
    r"|\bwho(?:['’]?s| was| is| were) (?:the |our |your |acting |in the |as )*chair(?:man|woman|person)?\b"
    r"|\bwho (?:was|is) (?:the |an )?cathaoirleach\b(?=.*\b(?:meeting|(?:19|20)\d\d)\b)"
    r"|\bwho (?:was|were|is|are) (?:the |our )?(?:\w+ ){1,4}rep(?:resentative)?s?\b"
    r"|\bwhich (?:[\w-]+ ){1,3}?(?:was|were) (?:at|there|present)\b"
    r"|\bhow many (?:of (?:us|them|you) )?(?:were|was|are|came|attended|turned|showed|sent|went)\b"
    rf"|\b{_WHO}\b.{{0,60}}?\b{_CAME}\b|\b{_WHO} (?:was|were|is|are|else|all|was all|were all|sat) (?:also |all "
    rf")?(?:at|on)\b"
    rf"|\b{_WHO}\b.{{0,30}}\b(?:did|could|was|were)(?: ?n['’]?t| not) (?:\w+ )?(?:able to )?(?:{_COME}|at|in|there)\b"
    rf"|\b{_WHO} .{{0,40}}?\b(?:unable|failed) to {_COME}\b"
    r"|\bwho took charge (?:at|of|on|in)\b"
    r"|\bwho (?:all )?(?:r[au]n|running|led|headed|conducted|was in charge (?:of|at)|took) (?:the (?:\w+ "
    r"){0,4}(?:meeting|chair|agm)|this |that |things)"
    rf"|\bwho .{{0,20}}{_NOTES}\b(?! (?:say|that|about|mention|record))|\bwho (?:minuted|clerked)\b"
    r"|\bwho (?:was|were|is|are) (?:there )?representing\b|^\W*(?:did|has|have) (?:(?:any|some)(?:one|body)"
    r"|an? (?:\w+ )?rep(?:resentative)?) .{0,40}\b(?:come|attend)\b"
    r"|\bnames? of the (?:chair\w*|clerk|attendees|officers|members|councillors)\b"
    r"|^\W*(?:was|were) (?-i:(?:[A-Z][\w'’.-]+ ){1,3}at [A-Z])"
    r"|^\W*(?:was|were) (?:[\w'’.-]+ ){1,4}?(?:in the room|there in person|online|remote(?:ly)?|on (?:the )?(?:call"
    r"|zoom|teams))\b"
    r"|^\W*(?:was|were|is|are) (?:[\w'’.-]+ ){1,4}?(?:there|present|at (?:the|both|all|any|either|every|our|that))\b"
    r"|^\W*(?:was|were) (?:[\w'’&.-]+ ){1,5}?represented\b(?! by\b)"
    r"|^\W*(?:which|what) (?:[\w'’&-]+ ){1,4}?sent (?:any(?:one|body)|some(?:one|body)|people|reps"
    r"|an? (?:\w+ )?rep\w*)\b"
    r"|\bwho was (?:the |our )?(?:clerk|secretary) (?:to|at|for|of) (?:the |that |this )?meeting\b"
    r"|^\W*(?:did|has|have|had) (?:[\w'’&.-]+ ){1,5}?sen[dt] (?:any(?:one|body)|some(?:one|body)|an? (?:\w+ )?rep\w*)\b"
    r"|^\W*(?:did|has|have) (?:[\w'’.-]+ ){1,4}?(?:attend\w*|turn(?:ed)? up|show(?:n|ed)? up|been (?:to|at)|make it to"
    r"|chair(?:ed)?|apologi[sz]e\w*|miss(?:ed)? (?:a|any|the|every) (?:[\w'’.-]+ ){0,4}?meetings?)\b"
    r"|^\W*(?:did|has|have) (?!(?:it|this|that) )(?:the )?(?:[\w'’.-]+ ){1,3}?come (?:to|on|in|along|at)\b"
    r"|^\W*(?:[\w'’.-]+ ){1,3}(?:there|present|absent) (?:in|on|at)\b"
    r"|\b(?:list|name) (?:every(?:one|body)|all (?:those|who)|those|who)\b"
    r"|\bwhen (?:did|was|were) (?:[\w'’.-]+ ){1,3}?(?:first|last) (?:attend|come|at|there|present|turn up|in the "
    r"chair|chair)\w*"
    r"|\bhow (?:often|regularly|many (?:times|meetings)) (?:\w+ )?(?:[\w'’.-]+ ){1,3}?(?:at|there|present|attend\w*"
    r"|come|came|in the chair|chair\w*"
    r"|absent|miss(?:ed)?|turn(?:ed)? up)\b|\b(?:first|last|latest|only) (?:meeting|time) (?:that )?(?:[\w'’.-]+ "
    r"){1,3}?(?:attended|came|was (?:at|there)"
    r"|went|chaired)\b",
    re.I,
)
#: Of people at an event, a vote or a job there is no attendance list: not asked of the roll by these weak words.
_OTHERWISE = re.compile(
    r"\b(?:came|come|coming) (?:up|out|back|of|about|first|second|third|into)\b"
    r"|\bthere (?:was|were|is|are|be|been|any|a|an|no)\b|\b(?:was|were|is|are) there\b(?! (?:in|on|at|for|from)\b|\W*$)"
    r"|\bwent (?:on|ahead|up|down|wrong|out|for|into)\b|\bnotes? (?:that|of)\b",
    re.I,
)

#: The words with which relations are asked; what is left of a question besides them is its topic.
ROLL_WORDS = (
    "attend attended attendance attending attendee attendees present there came come comes coming apology apologies "
    "sent "
    "send chair chaired chairing chairman chairwoman chairperson chairs took take takes taken absent absentees absence "
    "substitute substituted stood stand standing observer observed observe observing represent represented "
    "represents representing representative representatives rep reps names name list everyone everybody meeting "
    "meetings "
    "public members turned turn up along person people anyone anybody someone somebody nobody wasn't weren't wasnt "
    "werent away "
    "how many minutes minute notes note instead till until picked ran run running things guest guests officer "
    "officers who "
    "regrets regret excuses excuse sorry else missing missed miss off seat held hold often full presiding presided "
    "preside "
    "presides led lead headed conducted charge showed shown show made make went been join joined joining sat sit "
    "sitting deputised "
    "deputized deputise fill filled filling cover covered covering place stepped headcount head count turnout number "
    "quorum quorate "
    "enough recorded recording record according agm egm annual general ordinary monthly "
    "special extraordinary statutory inaugural adjourned quarterly able unable failed couldnt "
    "didnt wouldnt isnt hasnt havent manage managed couldn't could didn't attender "
    "attenders "
    "non-attenders non-attendees non no-shows shows skipped stayed stay wrote write written writing keep kept taking "
    "did typed drafted "
    "taker writer clerked minuted minuting all any whole total roll call room both either every each "
    "spoke speak speaks speaking behalf part round table dialled phoned rocked body councillors councillor cllr "
    "cllrs member staff "
    "ones gave given name's folk folks attendances times time most often usually regularly best worst never ever only "
    "organisation organisations organization organizations agencies agency groups partners one once twice not but "
    "met meet meets years year past history currently current nowadays when date rest early "
    "late "
    "online remote remotely person zoom teams call "
    "alternates alternate actually physically again same two three latest last first"
)


#: Who minutes, for the question who took the minutes.
SCRIBES = "secretary clerk scribe officer"
_WHETHER = re.compile(
    r"^\W*(?:(?:and|so|but|also|please|can you say|tell me) )*(?:if )?(?:was|were|wasn['’]?t|weren['’]?t|is|are|did"
    r"|didn['’]?t|has|have|had"
    r"|do|does|any\w*|were there)\b|\banybody\b|\banyone\b"
    r"|^\W*(?!wh|how\b)(?:[\w'’.-]+ ){1,3}(?:there|present|absent)\b",
    re.I,
)
_NUMBER = re.compile(r"\b(?:how many|number of|count of|head ?count|how large|how big|turn ?out)\b", re.I)
_END = re.compile(
    r"\b(?:(?P<first>first|earliest)|(?P<last>last|latest|most recent(?:ly)?))\b(?! (?:week|month|year)\b)", re.I
)


def asks_whether(text: str) -> bool:
    """Is it asked whether somebody came, rather than who?"""
    return _WHETHER.search(text) is not None


def asks_number(text: str) -> bool:
    return _NUMBER.search(text) is not None


def end_of(text: str) -> End | None:
    """Is the first or the last of several meetings asked for?"""
    match = _END.search(text)
    return None if match is None else "first" if match["first"] else "last"


def relation_of(text: str) -> Relation | None:
    """Which relation ``text`` asks about; None where no word of it names one."""
    return next((name for name, rule in _RULES if rule.search(text)), None)


def asks_roll(text: str) -> bool:
    """Is ``text`` put like a question about who came to a meeting, whatever else it names?"""
    if _SURELY.search(text):
        return True
    return _ASKED.search(text) is not None and not _OTHERWISE.search(text)


def tells_relation(asked: str, said: str) -> bool:
    """Has ``said`` any of the words with which minutes tell of what ``asked`` asks of the roll? True where it asks
    nothing of it."""
    relation = relation_of(asked)
    weak = relation in (None, "present", "observer", "public") and not asks_roll(asked)
    return weak or relation is None or re.search(_TELLS[relation], said, re.I) is not None
