"""Words that say the same in minutes: the embedder knows many such pairs, but is unsure of the plainest."""

from __future__ import annotations

from functools import cache

from assistant.grounding.lexicon import stemmed

# Each line: words of which any can stand for any other. General English of minutes, by hand.
ALIKE = """
ask asked request requested enquire enquired query queried seek sought
get got receive received obtain obtained acquire acquired
back backed support supported endorse endorsed
suggest suggested propose proposed recommend recommended
money fund funds funding finance financial
worry worried concern concerned concerns anxious anxiety
want wanted need needed require required requirement necessary
cost costs price priced charge charges expense expenditure
start started begin began begun commence commenced launch launched
finish finished end ended complete completed conclude concluded
stop stopped cease ceased halt halted discontinue discontinued
buy bought purchase purchased procure procured
help helped assist assisted assistance aid
happen happened occur occurred
yearly annual annually
about approximately around roughly circa some nearly
meant intended intention aim aimed purpose plan planned
come came attend attended attendance
leave left resign resigned resignation depart departed
replace replaced substitute substitution
place replace instead
collect collected gather gathered pick picked
rebuild rebuilt reconstruct reconstruction repair repaired mend mended
look looked examine examined investigate investigated review reviewed consider considered
again re-examine reiterate reiterated repeat repeated once
say said state stated report reported explain explained tell told inform informed advise advised announce announced
think thought feel felt believe believed view opinion consider considered
show showed shown demonstrate demonstrated indicate indicated reveal revealed present presented
give gave given provide provided supply supplied grant granted donate donated gift gifted
use used utilise utilised using usage
big large great considerable significant substantial major
small little minor
many numerous several various
fast quick quickly rapid speedy
make made create created establish established set creation establishment form formed
choose chose chosen select selected pick appoint appointed elect elected
try tried attempt attempted endeavour
keep kept retain retained maintain maintained stay stayed remain remained continue continued
change changed alter altered alteration amend amended amendment modify revised revise
send sent forward forwarded circulate circulated submit submitted issue issued distribute distributed
write written wrote letter
answer answered reply replied response respond responded
join joined
find found discover discovered identify identified
need needs must should required
part section portion share
work worked
talk talked discuss discussed discussion speak spoke spoken conversation
agree agreed agreement accept accepted consent
worked develop developed prepare prepared draft drafted drawn
people residents public persons individuals members inhabitants villagers
chair chairman chairperson chaired convener
person individual man woman
let allow allowed permit permitted permission
fit fitted install installed put placed erect erected
take took taken carry carried undertake undertook undertaken
allow enable enabled
near nearby close adjacent beside
shut close closed closure
open opened
pay paid payment contribute contributed contribution
rise risen rose increase increased grow grown
fall fallen fell decrease decreased reduce reduced drop dropped decline
expect expected anticipate anticipated forecast due
wait waiting await awaited awaiting
soon shortly
late overdue delayed
aim target goal objective
check checked verify verified inspect inspected inspection
ready prepared complete
meet met meeting gather
hold held
entire whole all every each total complete full fully
house houses home homes dwelling dwellings property properties
road roads street streets highway
shop shops store stores retailer
child children pupil pupils youngster young
job jobs post employment role
worker workers staff employee employees officer officers
rubbish litter waste refuse
doctor gp
school schools
police constable constabulary officers
fire blaze
bin bins
tree trees
speed speeding
car cars vehicle vehicles
bus buses
sick ill illness
danger dangerous hazard hazardous unsafe
broken damaged damage faulty defective
clear cleared remove removed removal
clean cleaned
cut trimmed prune pruned
plant planted planting
test tested trial
vote voted votes
notice notify notified notification
reason because due owing since
possible possibly potential potentially may might could perhaps
unlikely doubtful
quick swift
first initial initially
last final finally
next following subsequent forthcoming
previous earlier prior last former
currently present now
later subsequently afterwards
temporary temporarily interim
usual normal regular regularly
wider broader wide broad
better improve improved improvement
difference differently different
important importance vital essential
clear apparent apparently appear appeared seem seemed evidently
lead led resulted resulting cause caused
enough sufficient adequate
left remaining remainder balance surplus
year years annual
month monthly
week weekly
nobody none
unable cannot impossible
extra additional further more another
also including included
under beneath below
site location place venue area spot
name named called title titled
rule rules regulation regulations
group party team
gap absence lack lacking
date deadline
afternoon evening
hope hoped wish wished
thank thanked thanks grateful appreciation
praise praised congratulate congratulated
welcome welcomed
oppose opposed object objected objection against
refuse refused reject rejected decline declined turned
postpone postponed defer deferred held delayed
study survey research investigation
detail details detailed information data figures
outcome result results findings
agenda item
rent let lease leased hire hired
owner owned own belongs
drive drove driving
build built construct constructed building
fix fixed
theft thefts stolen stole
die died death killed kill dead
hurt injured injury injuries
catch caught arrest arrested
"""


@cache
def synonyms() -> dict[str, frozenset[int]]:
    """The groups that each stem belongs to."""
    found: dict[str, set[int]] = {}
    for group, line in enumerate(ALIKE.strip().splitlines()):
        for stem in stemmed(line):
            found.setdefault(stem, set()).add(group)
    return {stem: frozenset(groups) for stem, groups in found.items()}


def alike(left: str, right: str) -> bool:
    """Do two stems stand in one group?"""
    known = synonyms()
    return not known.get(left, frozenset()).isdisjoint(known.get(right, frozenset()))
