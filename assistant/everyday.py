"""What people call things, beside what minutes call them: "tip" for the recycling centre, "loo" for conveniences.

The embedder knows many such pairs but misses the plainest, and those of British local government. Written by hand from
general knowledge, for what councils, partnerships and boards deal with; verbs are those of the grounding check.
"""

from __future__ import annotations

from functools import cache

from assistant.grounding.synonyms import ALIKE
from assistant.terms import stems

# A line: words of which any may stand for any other.
_SAME = """
dog dogs pooch pooches hound hounds pup canine
mess poo fouling foul fouled muck excrement
precept tax rates ratepayers taxpayers
cenotaph memorial
recreation rec playground park playing
swings swing slide seesaw roundabouts equipment playground play
lamp lamps lighting light lights lanterns streetlight streetlights streetlamp streetlamps
mow mowing mown mower grass cutting cut lawn strimming strim verges
rubbish litter garbage trash waste
tip dump recycling landfill household
flytipping dumped dumping tipped
bin bins wheelie
pothole potholes surface resurfacing carriageway tarmac patching
pavement pavements footway footways footpath footpaths path paths walkway
kerb kerbs kerbing
lorry lorries hgv hgvs truck trucks wagons
car cars motor motors vehicle vehicles automobile
motorist motorists driver drivers
bike bikes bicycle bicycles cycle cycles cycling cyclist cyclists
bus buses coach coaches omnibus
speed speeding limit mph
crossing zebra pelican puffin toucan
pupil pupils schoolchildren schoolkids students
kid kids youngster youngsters child children young youth teenagers teens
elderly pensioner pensioners older seniors aged
doctor doctors gp gps surgery surgeries practice
chemist pharmacy pharmacist
shop shops store stores retailer retailers retail
pub pubs inn tavern
church kirk chapel
churchyard cemetery graveyard burial burials grave graves
headstone headstones gravestone gravestones tombstone
bench benches seat seats seating
sign signs signage signpost
fence fences fencing railing railings
hedge hedges hedging hedgerow shrubs bushes overgrown
fell felling felled chop chopped
flood floods flooded flooding inundated
drain drains drainage gully gullies ditch ditches culvert
sewer sewers sewage sewerage wastewater
toilet toilets loo loos lavatory lavatories conveniences wc
parking parked
audit audited auditor auditors auditing
bill bills invoice invoices
charge charges fee fees cost costs price prices priced
quote quotes quoted quotation quotations estimate estimates tender tenders tendered
contractor contractors firm firms company companies supplier
rent rents rental hire hiring lease leased let letting
tenancy tenant tenants leaseholder
wage wages salary salaries pay remuneration paid
job jobs post vacancy vacancies role position
quit resign resigned resignation resigning
sack sacked dismiss dismissed dismissal
boss bosses chief head director manager
grant grants funding fund funds money cash subsidy
donate donated donation donations contribution contributions gift gave
police policing constable pc pcso bobby cop cops
crime crimes offence offences
theft thefts stolen stole stealing robbed robbery burglary burglaries burgled
vandalism vandals vandalised damage damaged graffiti
noise noisy loud
smell smells odour odours stench stink
blaze fire fires
fireworks bonfire
jab jabs vaccine vaccines vaccination vaccinations inoculation immunisation
covid coronavirus pandemic lockdown
broadband internet wifi online web
website webpage site web
newsletter leaflet leaflets flyer flyers
noticeboard noticeboards
christmas xmas festive
fete gala fair festival carnival
wreath wreaths poppy poppies remembrance armistice
veteran veterans servicemen legion
house houses housing home homes dwelling dwellings property properties household households
flat flats apartment apartments maisonettes
solar panels photovoltaic pv
turbine turbines windmill windmills
object objects objected objection objections oppose opposed against
support supported back backed favour
refuse refused refusal reject rejected rejection
postpone postponed defer deferred delay delayed deferral
scrap scrapped abandon abandoned cancel cancelled cancellation withdrawn
ban banned prohibit prohibited prohibition
permit permits licence licences licensing license licensed permission
fine fines fined penalty penalties
complaint complaints complain complained grievance moan
survey surveys questionnaire poll consultation
ballot vote votes voting voted
coopt coopted cooption
insurance insurer insurers insured insure cover
repair repairs repaired mend mended mending fix fixed fixing
paint painted painting redecorate decorated
refurbish refurbished refurbishment renovate renovated renovation restoration restore restored
clean cleaned cleaning cleansing tidy tidied tidying
build built building construct constructed construction erect erected erection
demolish demolished demolition
shut shuts shutting close closed closing closure
relocate relocated relocation move moved moving
buy bought purchase purchased acquire acquired acquisition procure
sell sold sale disposal dispose
river beck stream brook burn watercourse
allotment allotments plot plots
farm farms farmer farmers farming agricultural
horse horses riding bridleway bridleways equestrian
vermin rat rats pest pests moles rabbits
handyman caretaker
defibrillator defibrillators defib aed
minibus minibuses
carer carers caring
homeless homelessness rough sleepers
unemployed unemployment jobless
poverty deprivation deprived poor
obese obesity overweight
smoking smokers tobacco cigarettes
drink drinking alcohol
drugs drug substance
suicide suicides
dementia alzheimers
disabled disability disabilities wheelchair accessible accessibility
staffing payroll
savings cuts cutbacks reductions
overspend overspent overspending deficit
surplus underspend underspent
computer computers laptop laptops
electric electricity power
heating boiler heat
climate warming carbon emissions
nursery nurseries childcare preschool
teacher teachers teaching staff
bully bullying bullied
apprentice apprentices apprenticeship apprenticeships trainees
volunteer volunteers volunteering voluntary
charity charities charitable
merge merged merger amalgamate amalgamated
boundary boundaries ward wards
tourist tourists tourism visitor visitors holidaymakers
hotel hotels accommodation guesthouse
museum museums gallery galleries
swimming pool baths leisure
gym fitness exercise
quorum quorate
mayor provost chairman chairperson
anniversary jubilee centenary
"""
DEGREE = 0.8
"""How far a word of the same line counts as the word."""


@cache
def everyday() -> dict[str, frozenset[str]]:
    """The stems that may stand for each stem."""
    found: dict[str, set[str]] = {}
    for line in (_SAME + ALIKE).strip().splitlines():
        words = line.split()
        group = set(stems(words).values())
        for stem in group:
            found.setdefault(stem, set()).update(group)
    return {stem: frozenset(group - {stem}) for stem, group in found.items()}
