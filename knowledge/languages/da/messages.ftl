### Every text a reader sees, in Danish. Placeables stand for text that arrives ready in this language:
### $scope        "hos ældre med lægkramper uden kendt årsag" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium gennem munden"; $outcome fits "lille eller ingen forskel for ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty (GRADE guidelines 26, informative statements)

compared-with = sammenlignet med { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } forbedrer { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forbedrer { $intervention } sandsynligvis { $outcome } { $compared }.
    [low] { $scope } forbedrer { $intervention } muligvis { $outcome } { $compared }.
    [very_low] { $scope } er det meget usikkert, om { $intervention } forbedrer { $outcome } { $compared }.
   *[not_graded] { $scope } oplyser kilden, at { $intervention } forbedrede { $outcome } { $compared }; kilden graderer ikke evidensen.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gør { $intervention } lille eller ingen forskel for { $outcome } { $compared }.
    [moderate] { $scope } gør { $intervention } sandsynligvis lille eller ingen forskel for { $outcome } { $compared }.
    [low] { $scope } gør { $intervention } muligvis lille eller ingen forskel for { $outcome } { $compared }.
    [very_low] { $scope } er det meget usikkert, om { $intervention } gør en forskel for { $outcome } { $compared }.
   *[not_graded] { $scope } oplyser kilden, at { $intervention } gjorde lille eller ingen forskel for { $outcome } { $compared }; kilden graderer ikke evidensen.
}
effect-harm = { $certainty ->
    [high] { $scope } forværrer eller øger { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forværrer eller øger { $intervention } sandsynligvis { $outcome } { $compared }.
    [low] { $scope } forværrer eller øger { $intervention } muligvis { $outcome } { $compared }.
    [very_low] { $scope } er det meget usikkert, om { $intervention } forværrer eller øger { $outcome } { $compared }.
   *[not_graded] { $scope } oplyser kilden, at { $intervention } forværrede eller øgede { $outcome } { $compared }; kilden graderer ikke evidensen.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } modsiger studierne hinanden om effekten af { $intervention } på { $outcome } { $compared } (høj tiltro til, at de er uenige).
    [moderate] { $scope } modsiger studierne hinanden om effekten af { $intervention } på { $outcome } { $compared } (moderat tiltro til evidensen).
    [low] { $scope } modsiger studierne hinanden om effekten af { $intervention } på { $outcome } { $compared } (lav tiltro til evidensen).
    [very_low] { $scope } modsiger studierne hinanden, og effekten af { $intervention } på { $outcome } { $compared } er meget usikker.
   *[not_graded] { $scope } modsiger studierne hinanden om effekten af { $intervention } på { $outcome } { $compared }; kilden graderer ikke evidensen.
}
effect-insufficient = { $certainty ->
    [high] { $scope } er der for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared }.
    [moderate] { $scope } er der for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared }.
    [low] { $scope } er der for få data til at sige, hvordan { $intervention } påvirker { $outcome } { $compared } (lav tiltro til evidensen).
    [very_low] { $scope } er evidensen for effekten af { $intervention } på { $outcome } { $compared } meget usikker.
   *[not_graded] { $scope } kan kilden ikke drage nogen konklusion om effekten af { $intervention } på { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = forskel { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } pr. 1.000 med behandlingen{ $interval }, { $comparator_value } pr. 1.000 i kontrolgruppen
estimate-range_percent = { $low }–{ $high } % af deltagerne
estimate-interval = 95 % KI { $low } til { $high }
estimate-weeks = { $weeks ->
    [one] efter { $weeks } uge
   *[other] efter { $weeks } uger
}
unit-percent = procentpoint
unit-cramps_per_week = kramper pr. uge
studies = { $number ->
    [one] { $number } studie
   *[other] { $number } studier
}
participants = { $number ->
    [one] { $number } deltager
   *[other] { $number } deltagere
}
certainty-high = høj tiltro til evidensen
certainty-moderate = moderat tiltro til evidensen
certainty-low = lav tiltro til evidensen
certainty-very_low = meget lav tiltro til evidensen
certainty-not_graded = ikke graderet

## Parts of an answer

label-short = Kort svar:
label-evidence = Evidens
label-more = Mere fra kilderne
label-harms = Bivirkninger og risici:
label-conflict = Kilderne er uenige:
label-sources = Kilder
disclaimer = Beslutningsstøtte til sundhedspersoner, udvalgt automatisk fra publicerede kilder; ikke individuel rådgivning og ikke til akutte situationer.

kind-cochrane_summary = resumé af et Cochrane-review
kind-relis_answer = RELIS-svar
kind-evidence_review = litteraturgennemgang
kind-trial = randomiseret forsøg
kind-consumer_article = forbrugerartikel, den svageste type kilde
source-searched = litteratur søgt til og med { $date }
source-enquired = henvendelse fra { $date }, ikke opdateret efter publicering
source-year = { $year }
source-undated = uden dato
locator = { $section }, linje { $lines }
locator-lines = linje { $lines }
locator-whole = kilden som helhed
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kilderne bag svarene indtil nu:

## Notices

notice-patient_identifier = Din besked så ud til at indeholde noget, der kan identificere en patient. Det blev fjernet, før spørgsmålet blev behandlet, og er hverken gemt eller logget. Slet venligst beskeden, og stil spørgsmålet uden det.
notice-stale_source = Evidensens alder: Den nyeste kilde bag svaret dækker litteraturen frem til { $year }. Senere studier er ikke med.
notice-conflicting_sources = Kilderne fremstiller dette forskelligt; se ovenfor.
notice-machine_translated = En kilde bag svaret er selv en oversættelse.
notice-unreviewed_card = En kilde bag svaret er endnu ikke kontrolleret af en anden læser.
other-language = Jeg kan ikke svare på det sprog, du skrev på, så dette svar er på dansk.

## Not covered

not-covered-medicine = Biblioteket har intet om { $medicines }, så det kan jeg ikke svare på.
not-covered-pair = Biblioteket har intet om { $medicine } og { $subject } i denne sammenhæng, så det kan jeg ikke svare på.
not-covered-intent = Biblioteket nævner { $medicine }, men har intet, der besvarer dette spørgsmål.
not-covered-alternatives = Biblioteket indeholder ikke noget om, hvad der kan bruges i stedet for { $medicine }.
not-covered-subject = Biblioteket har intet om { $subject }, så det kan jeg ikke svare på.
not-covered-animals = Biblioteket dækker kun mennesker; spørg en dyrlæge.
not-covered-general = Biblioteket har intet, der besvarer dette.
not-covered-scope = Biblioteket dækker i dag: magnesium ved lægkramper og urolige ben, bivirkninger, interaktioner og doser af magnesium samt årsager til kramper.
not-covered-ask = Spørg her:
not-covered-greeting = Hej! Jeg besvarer sundhedspersoners spørgsmål om lægemidler ud fra kontrollerede kilder. Spørg mig for eksempel, om magnesium hjælper mod lægkramper.
not-covered-thanks = Selv tak. Spørg endelig igen, når du har brug for det.

## Asking back

clarify-medicine = Hvad vil du gerne vide om { $medicine }?
clarify-subject = Hvad vil du gerne vide om { $subject }?
clarify-which = Hvilket lægemiddel tænker du på? Biblioteket dækker magnesium.
clarify-general = Det forstod jeg ikke som et spørgsmål om lægemidler. Du kan for eksempel spørge:

## Options: a label for the button, and the question it stands for

option-efficacy = Effekt: { $condition }
ask-efficacy = Hjælper { $medicine } mod { $condition }?
option-population = { $population }
ask-population = Hjælper { $medicine } mod { $condition } { $population }?
option-adverse_effects = Bivirkninger
ask-adverse_effects = Hvilke bivirkninger har { $medicine }?
option-toxicity = Overdosis
ask-toxicity = Hvad er tegnene på for meget { $medicine }?
option-interactions = Interaktioner
ask-interactions = Hvilke lægemidler interagerer med { $medicine }?
option-contraindications = Forsigtighed
ask-contraindications = Hvem bør ikke tage { $medicine }?
option-dosage = Doser
ask-dosage = Hvilken daglig mængde { $medicine } anbefales?
option-causes = Kan det give kramper?
ask-causes = Kan { $medicine } give { $condition }?
option-trials = Forsøgene
ask-trials = Hvilke forsøg med { $medicine } mod { $condition } findes der?
option-treatment = Behandling
ask-treatment = Hvordan behandles { $condition }?
option-medicines-causing = Lægemidler som årsag
ask-medicines-causing = Hvilke lægemidler kan give { $condition }?
option-definition = Hvad er det?
ask-definition = Hvad er { $condition }?
option-sources = Kilder
ask-sources = Vis kilderne

## Danger now

urgent-first = Nogen kan være i fare: Handl først, læs bagefter.
urgent-emergency = Alarmnummer: { $numbers }
urgent-emergency-country = { $country }, alarmnummer: { $numbers }
urgent-unknown-country = Alarmnummer i alle landene nedenfor: 112
urgent-poison = Giftinformation: { $lines }
urgent-choose-country = Vælg dit land for kun at se dets numre:
urgent-evidence = Fra kilderne, når hjælpen er på vej:
urgent-self-harm = Personen må ikke efterlades alene.

## The terminal

chat-welcome = Farmasvar besvarer spørgsmål om lægemidler ud fra kontrollerede kilder. Skriv et spørgsmål; et tal vælger en mulighed; en tom linje eller Ctrl-D afslutter.
chat-prompt = Du:
chat-bye = Farvel.
building-index = Opbygger søgeindekset
