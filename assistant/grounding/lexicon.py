"""What the words of minutes do: outcomes, denials, opposites, how far a statement reaches. General English, by hand.

Words are listed as they are written; everything is compared by stem.
"""

from __future__ import annotations

from functools import cache

from assistant.terms import stems


def word_set(listed: str) -> frozenset[str]:
    """The words of a blank-separated list."""
    return frozenset(listed.split())


# What became of a matter. A phrase is matched whole before its words are.
OUTCOMES: dict[str, str] = {
    "decide": """agree agreed agrees resolve resolved approve approved approval endorse endorsed accept accepted adopt
        adopted decide decided decision ratify ratified authorise authorised carried passed elected elect appoint
        appointed coopted grant granted award awarded allocate allocated chose chosen confirm confirmed
        sanction sanctioned consent consented backed permitted permission unanimous unanimously won sign signed""",
    "propose": """suggest suggested suggestion propose proposed proposal propose consider considered consideration
        recommend recommended recommendation discuss discussed discussion debate debated explore explored
        investigate raise raised mooted float floated urge urged option options idea intend intended""",
    "note": "note noted receive received report reported informed heard inform advised acknowledged acknowledge",
    "defer": """defer deferred postpone postponed adjourn adjourned delayed delay shelve shelved pending revisit
        suspended shelved parked paused reconsider await awaited awaiting carry-forward""",
    "reject": """reject rejected refuse refused refusal decline declined lost fell fall defeat defeated dismiss
        dismissed oppose opposed objection object objected withdraw withdrew withdrawn rescind rescinded cancel
        cancelled abandon abandoned scrap scrapped veto vetoed blocked axed overruled quashed drop dropped
        overturn overturned supersede superseded""",
}
# Forms of the words above that are nouns more often than not: "its grant", "two signs", "a motion for consideration".
NOUNS = word_set("grant grants sign signs award awards option options election idea delay receipt")
OUTCOME_PHRASES: dict[str, str] = {
    "put off": "defer", "held over": "defer", "hold over": "defer", "carried forward": "defer", "come back": "defer",
    "came back": "defer", "brought back": "defer", "bring back": "defer", "next meeting": "defer",
    "looked at again": "defer", "look at again": "defer", "left for": "defer", "wait for": "defer",
    "on hold": "defer", "go-ahead": "decide", "green light": "decide", "done away": "reject",
    "voted down": "reject", "voted against": "reject", "turned down": "reject", "decided against": "reject",
    "thrown out": "reject", "put forward": "propose", "brought up": "propose", "set up": "decide",
    "go ahead": "decide", "going ahead": "decide", "signed off": "decide", "took up": "decide", "voted for": "decide",
    "voted to": "decide", "co opted": "decide", "taken note": "note", "took note": "note", "was told": "note",
    "were told": "note",
}  # fmt: skip

# Words that turn what they stand with into its contrary.
DENIALS = word_set(
    """not no never nor neither none nobody noone nothing nowhere without cannot unable fail failed fails failing
    failure hardly scarcely barely refuse refused refusing refusal decline declined reject rejected lack lacked
    lacking unlikely impossible rather instead unsuccessful yet outstanding against object objected objection oppose
    opposed excepted except lost absence stop stopped cease ceased avoid avoided prevent prevented unfilled vacant
    unanswered unresolved unavailable unaware neither ain't isn't wasn't weren't don't doesn't didn't won't wouldn't
    shouldn't couldn't can't hasn't haven't hadn't wanting remain
    doubt doubted doubtful nil"""
)

# Each line: two sides that exclude each other.
OPPOSITES: tuple[tuple[str, str], ...] = (
    ("for favour favoured support supported supporting supportive backed",
    "against oppose opposed objected objection object"),
    ("before prior until till", "after following once since"),
    ("open opened opens opening reopened", "close closed shut closing closure"),
    ("increase increased rise risen rose higher grown grew up growth raised gone-up doubled",
     "decrease decreased fall fallen fell lower reduce reduced reduction drop dropped down halved cut"),
    ("more greater larger bigger higher increase increased rise risen rose",
     "less fewer smaller lower decrease decreased"),
    ("more greater larger bigger better", "less fewer smaller worse"),
    ("better improved improve improvement good", "worse worsened deteriorated poor poorly bad"),
    ("include included includes including inclusive",
    "except excepted excluded excluding exclude apart aside excludes"),
    ("likely", "unlikely"), ("possible", "impossible"), ("able", "unable"), ("successful", "unsuccessful"),
    ("satisfied happy pleased", "dissatisfied unhappy disappointed concerned"),
    ("start started begin began begun starting launched opened resume resumed",
     "end ended stop stopped finish finished cease ceased stopping finishing"),
    ("early earlier", "late later"), ("internal", "external"), ("first", "last second third final"),
    ("present attended", "absent apologies"), ("accept accepted", "reject rejected refuse refused declined"),
    ("legal lawful", "illegal unlawful"), ("permanent permanently", "temporary temporarily interim"),
    ("new", "old"), ("north northern", "south southern"), ("east eastern", "west western"),
    ("add added adding install installed fitted put erect erected", "remove removed removing removal taken"),
    ("complete completed done finished", "incomplete outstanding unfinished"),
    ("proposer", "seconder"), ("proposed proposing", "seconded seconding second"),
    ("buy bought purchase purchased", "sell sold"), ("lend lent", "borrow borrowed"),
    ("give gave given", "receive received"), ("win won", "lose lost"), ("same", "different differently"),
    ("public", "private"), ("formal", "informal"), ("agree agreed", "disagree disagreed"),
    ("well", "badly"), ("easy easily", "difficult hard"), ("short", "long"), ("high", "low"),
    ("left", "right"), ("inside within", "outside beyond"), ("above over", "below under"),
    ("morning", "afternoon evening"), ("day daytime", "night"),
    ("weekly", "monthly annually daily quarterly annual yearly"),
    ("succeeded successor replaced", "preceded predecessor"),
    ("chair chaired chairman chairperson", "vicechair vicechairman vicechairperson"),
    ("observer", "substitute member"), ("approved approve approval", "deferred refused rejected noted considered"),
    ("granted grant", "refused refuse"),
    ("certain certainly definite definitely sure", "uncertain possible possibly perhaps"),
    ("continue continued retain retained keep kept stayed remain remained",
    "withdrawn stopped discontinued removed ended"),
    ("positive liked enthusiastic keen welcomed", "negative disliked unhappy sceptical"),
    ("most majority", "few minority"),
    ("urban town towns", "rural village villages"), ("paid pay", "unpaid free"),
)  # fmt: skip

# How far a statement reaches.
REACH: dict[str, str] = {
    "all": """all every each whole entire both everyone everybody everything unanimous unanimously fully
        throughout always total any""",
    "some": """some several certain part partly most mostly many few half majority almost nearly little one or
        other limited mainly""",
    "only": "only alone just solely merely exclusively sole",
    "least": "least minimum fewer",
    "most": "maximum limit most cap capped ceiling",
    "sure": "will certain definitely must confirmed assured guaranteed required shall",
    "perhaps": """may might could possible possibly perhaps hoped likely apparently potential potentially probably
        provisional provisionally""",
    "beyond": "beyond also too additionally further plus",
    "bar": "except excepted apart aside other excluding subject bar save",
    "included": "included including inclusive includes",
}  # fmt: skip
REACH_PHRASES: dict[str, str] = {
    "at least": "least", "no fewer": "least", "no less": "least", "or more": "least", "not less": "least",
    "over": "least",
    "more than": "least", "upwards of": "least", "up to": "most", "as much as": "most", "as many as": "most",
    "at most": "most", "no more than": "most", "not more": "most", "less than": "most", "not exceeding": "most",
    "under": "most", "subject to": "bar", "but not": "bar", "other than": "bar", "apart from": "bar",
    "as well": "beyond", "in principle": "some", "not necessarily": "perhaps", "hoped to": "perhaps",
}  # fmt: skip
REACH_AGAINST: dict[str, str] = {
    "all": "some", "some": "all", "only": "beyond", "beyond": "only", "least": "most", "most": "least",
    "sure": "perhaps",
    "perhaps": "sure", "bar": "included", "included": "bar",
}  # fmt: skip

TITLES = word_set(
    """mr mrs ms miss dr prof professor sir lady lord rev revd cllr councillor pc sgt inspector insp mp msp"""
)

# Verbs of two or more words, said in one.
PHRASES: dict[str, str] = {
    "took the place of": "replaced", "take the place of": "replace", "takes the place of": "replaces",
    "taken the place of": "replaced", "took over from": "succeeded", "taken over from": "succeeded",
    "in succession to": "succeeding", "stood in for": "substituted for", "standing in for": "substituting for",
    "stand in for": "substitute for", "deputised for": "substituted for", "deputising for": "substituting for",
    "in place of": "substituting for", "put forward": "proposed", "came up with": "proposed", "put off": "deferred",
    "held over": "deferred", "set up": "established", "setting up": "establishing", "turned down": "refused",
    "voted down": "rejected", "thrown out": "rejected", "look into": "investigate", "looked into": "investigated",
    "looking into": "investigating", "brought up": "raised", "took place": "happened", "taken place": "happened",
    "taking place": "happening", "take place": "happen", "made up of": "consisting of", "made up": "consisted",
    "went up": "rose", "gone up": "risen", "go up": "rise", "going up": "rising", "went down": "fell",
    "gone down": "fallen", "go down": "fall", "going down": "falling", "ran out": "ended", "run out": "ended",
    "in the chair": "chairing", "took the chair": "chaired", "get rid of": "remove", "got rid of": "removed",
    "taken away": "removed", "took away": "removed", "take away": "remove", "called off": "cancelled",
    "pulled out": "withdrew", "brought back": "returned", "bring back": "return", "came back": "returned",
    "come back": "return", "handed over": "transferred", "hand over": "transfer", "stepped down": "resigned",
    "stood down": "resigned", "stand down": "resign", "step down": "resign", "no one": "nobody", "no longer": "not",
    "quarterly": "every 3 months", "fortnightly": "every 2 weeks", "half-yearly": "every 6 months",
    "free of": "without", "free from": "without", "passed on": "gave", "passing on": "giving", "pass on": "give",
}  # fmt: skip
# Verbs and nouns that say next to nothing by themselves ("took place", "went on to", "had to do with").
LIGHT = word_set(
    """go goes went gone going come comes came coming get gets got getting take takes took taken taking make makes made
    making put puts putting give gives gave given giving keep keeps kept let lets bring brings brought bringing run
    ran running carry carried carrying mean means meant way thing things something anything matter matters kind sort
    place find finds found finding look looks looked looking seem seems seemed appear appears appeared apparently
    become became now still yet however even well quite rather instead therefore thus whether itself themselves
    himself herself say says said tell tells told having onwards already soon later meanwhile besides due among
    along around near able likely"""
)
GRAMMAR = word_set(
    """a an the of to in on at for by with and or but that which who whom whose this these those it its he she they
    them their his her him was were be been being is are has had have having would will shall as from into than then
    so such there here also any some each both more most other own same too very if when while where after before
    once about over under up down out off again further during through between because until against only just now
    what how all no not nor do did does done can could should may might must one i we us our you your within upon
    per via"""
)


@cache
def stemmed(words: str) -> frozenset[str]:
    """The stems of the words in a blank-separated list."""
    return frozenset(stems(words.lower().split()).values())


@cache
def outcome_classes() -> dict[str, frozenset[str]]:
    """Outcome classes of each stem."""
    found: dict[str, set[str]] = {}
    for name, words in OUTCOMES.items():
        for stem in stemmed(words):
            found.setdefault(stem, set()).add(name)
    return {stem: frozenset(names) for stem, names in found.items()}


@cache
def reach_classes() -> dict[str, frozenset[str]]:
    """Kinds of reach of each word."""
    found: dict[str, set[str]] = {}
    for name, words in REACH.items():
        for word in words.split():
            found.setdefault(word, set()).add(name)
    return {word: frozenset(names) for word, names in found.items()}


def reach_contrary(left: frozenset[str], right: frozenset[str]) -> bool:
    """Do two kinds of reach exclude each other?"""
    return any(REACH_AGAINST.get(kind) in right for kind in left)


@cache
def contraries() -> dict[str, frozenset[str]]:
    """For each stem, the stems that contradict it."""
    found: dict[str, set[str]] = {}
    for left, right in OPPOSITES:
        for here, there in ((stemmed(left), stemmed(right)), (stemmed(right), stemmed(left))):
            for stem in here - there:
                found.setdefault(stem, set()).update(there - here)
    return {stem: frozenset(against) for stem, against in found.items()}
