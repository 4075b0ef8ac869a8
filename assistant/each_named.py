"""A question whether several came ("did the police and the fire service attend?") asked once for each of them."""

from __future__ import annotations

import re

from assistant.citing import ATTENDANCE
from assistant.question import Question
from index_store.catalogue import Catalogue

_THERE = (
    r"(?=\s+(?:there|present|attend\w*|come|came|in attendance|at (?:the|our|this|that)|turn(?:ed)? up|show(?:ed)? up"
    r"|represented|send|sent|in|on)\b|\W*$)"
)
_WHO = re.compile(
    r"^\W*(?:(?:did|was|were|has|have|had) (?:there )?(?:(?:any|some)(?:one|body)|people|rep(?:resentative)?s?)"
    r"(?: (?:come|attend|there|present))? (?:from|for|of) |(?:who|which people)(?: else)? (?:attended|came|was|were)"
    r"(?: (?:there|present))? (?:from|for) |(?:did|was|were) )"
    rf"(?P<who>[\w&'’., -]{{2,80}}?){_THERE}",
    re.IGNORECASE,
)
_AND = re.compile(r",\s*(?:and |or |nor )?|\s+(?:and|or|nor)\s+", re.IGNORECASE)
_MOST = 4


def each_named(question: Question, catalogue: Catalogue) -> tuple[str, ...]:
    """The question once for each organisation or person of whom it asks whether they came; none where it names one,
    names only people that the lists hold, or names one organisation with "and" in its name."""
    if question.kind != "attendance" or question.follow_up or question.numbers:
        return ()
    match = _WHO.search(question.standalone)
    each = [one for one in _AND.split(match["who"]) if one.strip()] if match else []
    if match is None or not 1 < len(each) <= _MOST or len(question.spoken) >= len(each):
        return ()
    if _is_one_name(match["who"], question, catalogue):
        return ()
    before, after = question.standalone[: match.start("who")], question.standalone[match.end("who") :]
    return tuple(f"{before}{one.strip()}{after}" for one in each)


def _is_one_name(who: str, question: Question, catalogue: Catalogue) -> bool:
    name = " ".join(re.sub(r"^the ", "", who, flags=re.IGNORECASE).casefold().split())
    lists = (items[0] for one in catalogue.meetings(question.scope) if (items := catalogue.items(one.id)))
    return any(
        name in " ".join(item.text.text.casefold().replace("&", "and").split())
        for item in lists
        if item.number == ATTENDANCE
    )
