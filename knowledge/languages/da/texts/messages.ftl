### Every text a reader sees, in Danish. Placeables stand for text that arrives ready in this language:
### $scope        "hos ældre med lægkramper uden kendt årsag" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium gennem munden"; $outcome fits "lille eller ingen forskel for ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = forskel { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } pr. 1.000 med behandlingen{ $interval }, { $comparator_value } pr. 1.000 i kontrolgruppen
estimate-range_percent = { $low }–{ $high } % af deltagerne
estimate-interval = { $level } % KI { $low } til { $high }
estimate-risk_ratio = relativ risiko { $value }{ $interval }
estimate-odds_ratio = oddsratio { $value }{ $interval }
estimate-hazard_ratio = hazardratio { $value }{ $interval }
estimate-rate_ratio = rateratio { $value }{ $interval }
estimate-ratio_of_means = ratio mellem gennemsnit { $value }{ $interval }
estimate-risk_difference = risikodifference { $value }{ $interval }
estimate-standardised_mean_difference = standardiseret gennemsnitsforskel { $value }{ $interval }
estimate-nnt_benefit = { $value } skal behandles, for at én mere får gavn{ $interval }
estimate-nnt_harm = { $value } skal behandles, for at én mere tager skade{ $interval }
estimate-events = { $events } ud af { $total } med behandlingen, { $comparator_events } ud af { $comparator_total } i kontrolgruppen
estimate-events-alone = { $events } ud af { $total } med behandlingen
estimate-each_arm = { $value } { $unit } med behandlingen{ $interval }, { $comparator_value } { $unit } i kontrolgruppen
estimate-each_arm-alone = { $value } { $unit } med behandlingen{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] efter { $number } minut
       *[other] efter { $number } minutter
    }
    [hours] { $count ->
        [one] efter { $number } time
       *[other] efter { $number } timer
    }
    [days] { $count ->
        [one] efter { $number } døgn
       *[other] efter { $number } døgn
    }
    [months] { $count ->
        [one] efter { $number } måned
       *[other] efter { $number } måneder
    }
   *[years] { $count ->
        [one] efter { $number } år
       *[other] efter { $number } år
    }
}
estimate-weeks = { $weeks ->
    [one] efter { $weeks } uge
   *[other] efter { $weeks } uger
}
unit-percent = procentpoint
unit-per_week = pr. uge
unit-minutes = minutter
unit-hours = timer
unit-days = døgn
unit-weeks = uger
unit-months = måneder
unit-years = år
unit-points = point
unit-percentage-points = { unit-percent }
unit-episodes = episoder
unit-episodes-a-month = episoder pr. måned
unit-episodes-per-4-months = episoder pr. 4 måneder
unit-attacks-year = anfald pr. år
unit-relapses-year = attakker pr. år
unit-lesions = læsioner
unit-doses = doser
unit-metres = meter
unit-mL-cycle = m{ sign-litre } pr. cyklus
studies = { $number ->
    [0] ingen studier
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
kind-systematic_review = systematisk review
kind-guideline = retningslinje
kind-svelic_answer = SVELIC-svar
kind-product_text = produktinformation
kind-randomised_trial = randomiseret forsøg
kind-non_randomised_study = ikke-randomiseret studie
kind-observational_study = observationsstudie
kind-single_arm_study = studie uden kontrolgruppe
kind-study = klinisk undersøgelse
kind-case_report = kasuistik
kind-article = fagartikel
kind-consumer_article = forbrugerartikel, den svageste type kilde
publication-retracted = TRUKKET TILBAGE
publication-expression_of_concern = udgiver har udtrykt bekymring
publication-protocol = protokol uden resultater
publication-erratum = rettet ved erratum
source-searched = litteratur søgt til og med { $date }
source-enquired = henvendelse fra { $date }, ikke opdateret efter publicering
source-year = { $year }
source-undated = uden dato
locator-place = »{ $begins } …«
locator-whole = kilden som helhed
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kilderne bag svarene indtil nu:

## Notices

notice-patient_identifier = Din besked så ud til at indeholde noget, der kan identificere en patient. Det blev fjernet, før spørgsmålet blev behandlet, og er hverken gemt eller logget. Slet venligst beskeden, og stil spørgsmålet uden det.
notice-stale_source = Evidensens alder: Den nyeste kilde bag svaret dækker litteraturen frem til { $year }. Senere studier er ikke med.
notice-conflicting_sources = Kilderne fremstiller dette forskelligt; se ovenfor.
notice-machine_translated = En kilde bag svaret er selv en oversættelse.
unchecked = udkast, endnu ikke kontrolleret
notice-unreviewed_card = En kilde bag svaret er endnu ikke kontrolleret af en anden læser.
notice-changed_source = Ændret kilde: { $title } er ændret, siden den blev indlæst. Tjek originalen.
notice-overdue_source = Overskredet kontrol: { $title } skulle senest { $date } være sammenholdt med kilden igen.
notice-quotation = Sætninger i anførselstegn er gengivet ordret fra kilden, på kildens eget sprog.
other-language = Jeg kan ikke svare på det sprog, du skrev på, så dette svar er på dansk.
other-language-unread = Jeg forstod ikke nok af beskeden til at lede efter et svar. Spørg på et af disse sprog: { $languages }.

## Not covered

not-covered-medicine = Biblioteket har intet om { $medicines }, så det kan jeg ikke svare på.
not-covered-pair = Biblioteket har intet om { $medicine } og { $subject } i denne sammenhæng, så det kan jeg ikke svare på.
not-covered-intent = Biblioteket nævner { $medicine }, men har intet, der besvarer dette spørgsmål.
not-covered-alternatives = Biblioteket indeholder ikke noget om, hvad der kan bruges i stedet for { $medicine }.
not-covered-subject = Biblioteket har intet om { $subject }, så det kan jeg ikke svare på.
not-covered-animals = Biblioteket dækker kun mennesker; spørg en dyrlæge.
not-covered-general = Biblioteket har intet, der besvarer dette.
not-covered-scope = Biblioteket dækker i dag: { $subjects }.
not-covered-known = Det, biblioteket rummer om lægemidlet eller lægemiddelgruppen: evidens ved { $subjects }.
not-covered-ask = Spørg her:
not-covered-greeting = Hej! Jeg besvarer sundhedspersoners spørgsmål om lægemidler ud fra kontrollerede kilder. Spørg mig for eksempel: { $example }
not-covered-thanks = Selv tak. Spørg endelig igen, når du har brug for det.

## Asking back

clarify-medicine = Hvad vil du gerne vide om { $medicine }?
clarify-subject = Hvad vil du gerne vide om { $subject }?
clarify-which = Hvilket lægemiddel tænker du på? Biblioteket dækker { $subjects }.
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
option-causes = Kan det være årsagen?
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
urgent-unserved-country = Her er ingen numre for { $country }. Ring 112, alarmnummeret i det meste af Europa, eller det lokale alarmnummer.
urgent-poison = Giftinformation: { $lines }
source-sums-up = Resumé af: { $work }
services-closed = lukket nu
urgent-choose-country = Vælg dit land for kun at se dets numre:
urgent-evidence = Fra kilderne, når hjælpen er på vej:
urgent-self-harm = Personen må ikke efterlades alene.

## The terminal

chat-welcome = Farmasvar besvarer spørgsmål om lægemidler ud fra kontrollerede kilder. Skriv et spørgsmål; et tal vælger en mulighed; Ctrl-D afslutter.
chat-prompt = Du:
chat-bye = Farvel.
building-index = Opbygger søgeindekset
