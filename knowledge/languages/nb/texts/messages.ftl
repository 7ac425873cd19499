### Every text a reader sees, in Norwegian Bokmål. Placeables stand for text that arrives ready in this language:
### $scope        "hos eldre med leggkramper uten kjent årsak", followed by the verb; the composer makes its first letter a capital
### $intervention "magnesium gjennom munnen"; $outcome fits "forskjell i ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = forskjell { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1000 med behandlingen{ $interval }, { $comparator_value } per 1000 i kontrollgruppen
estimate-range_percent = { $low }–{ $high } % av deltakerne
estimate-interval = { $level } % KI { $low } til { $high }
estimate-risk_ratio = relativ risiko { $value }{ $interval }
estimate-odds_ratio = oddsratio { $value }{ $interval }
estimate-hazard_ratio = hasardratio { $value }{ $interval }
estimate-rate_ratio = rateratio { $value }{ $interval }
estimate-ratio_of_means = ratio mellom gjennomsnitt { $value }{ $interval }
estimate-risk_difference = risikoforskjell { $value }{ $interval }
estimate-standardised_mean_difference = standardisert gjennomsnittsforskjell { $value }{ $interval }
estimate-nnt_benefit = { $value } må behandles for at én til skal ha nytte{ $interval }
estimate-nnt_harm = { $value } må behandles for at én til skal ta skade{ $interval }
estimate-events = { $events } av { $total } med behandlingen, { $comparator_events } av { $comparator_total } i kontrollgruppen
estimate-events-alone = { $events } av { $total } med behandlingen
estimate-each_arm = { $value } { $unit } med behandlingen{ $interval }, { $comparator_value } { $unit } i kontrollgruppen
estimate-each_arm-alone = { $value } { $unit } med behandlingen{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] etter { $number } minutt
       *[other] etter { $number } minutter
    }
    [hours] { $count ->
        [one] etter { $number } time
       *[other] etter { $number } timer
    }
    [days] { $count ->
        [one] etter { $number } døgn
       *[other] etter { $number } døgn
    }
    [months] { $count ->
        [one] etter { $number } måned
       *[other] etter { $number } måneder
    }
   *[years] { $count ->
        [one] etter { $number } år
       *[other] etter { $number } år
    }
}
estimate-weeks = { $weeks ->
    [one] etter { $weeks } uke
   *[other] etter { $weeks } uker
}
unit-percent = prosentpoeng
unit-per_week = per uke
unit-minutes = minutter
unit-hours = timer
unit-days = døgn
unit-weeks = uker
unit-months = måneder
unit-years = år
unit-points = poeng
unit-percentage-points = { unit-percent }
unit-episodes = episoder
unit-episodes-a-month = episoder per måned
unit-episodes-per-4-months = episoder per 4 måneder
unit-attacks-year = anfall per år
unit-relapses-year = attakker per år
unit-lesions = lesjoner
unit-doses = doser
unit-metres = meter
unit-mL-cycle = m{ sign-litre } per syklus
studies = { $number ->
    [0] ingen studier
    [one] { $number } studie
   *[other] { $number } studier
}
participants = { $number ->
    [one] { $number } deltaker
   *[other] { $number } deltakere
}
certainty-high = høy tillit til resultatet
certainty-moderate = middels tillit til resultatet
certainty-low = lav tillit til resultatet
certainty-very_low = svært lav tillit til resultatet
certainty-not_graded = ikke gradert

## Parts of an answer

label-short = Kort svar:
label-evidence = Dokumentasjon
label-more = Mer fra kildene
label-harms = Bivirkninger og risiko:
label-conflict = Kildene er uenige:
label-sources = Kilder
disclaimer = Beslutningsstøtte for helsepersonell, automatisk hentet fra publiserte kilder; ikke individuell rådgivning og ikke for nødsituasjoner.

kind-cochrane_summary = sammendrag av en Cochrane-oversikt
kind-relis_answer = RELIS-utredning
kind-evidence_review = litteraturgjennomgang
kind-trial = randomisert studie
kind-systematic_review = systematisk oversikt
kind-guideline = retningslinje
kind-svelic_answer = SVELIC-svar
kind-product_text = produktinformasjon
kind-randomised_trial = randomisert studie
kind-non_randomised_study = ikke-randomisert studie
kind-observational_study = observasjonsstudie
kind-single_arm_study = studie uten sammenligningsgruppe
kind-study = klinisk studie
kind-case_report = kasuistikk
kind-article = fagartikkel
kind-consumer_article = artikkel for forbrukere, den svakeste typen kilde
publication-retracted = TRUKKET TILBAKE
publication-expression_of_concern = utgiveren har uttrykt bekymring
publication-protocol = protokoll uten resultater
publication-erratum = rettet ved erratum
source-searched = litteratursøk til og med { $date }
source-enquired = henvendelse fra { $date }, ikke oppdatert etter publisering
source-year = { $year }
source-undated = uten dato
locator-place = «{ $begins } …»
locator-whole = kilden som helhet
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kildene bak svarene så langt:

## Notices

notice-patient_identifier = Meldingen din så ut til å inneholde noe som kan identifisere en pasient. Det ble fjernet før spørsmålet ble behandlet, og er verken lagret eller loggført. Slett meldingen, og spør uten slike opplysninger.
notice-stale_source = Kildenes alder: Den nyeste kilden bak dette svaret dekker litteraturen fram til { $year }. Senere studier er ikke med.
notice-conflicting_sources = Kildene framstiller dette ulikt; se over.
notice-machine_translated = En av kildene bak dette svaret er selv en oversettelse.
unchecked = utkast, ennå ikke kontrollert
notice-unreviewed_card = En av kildene bak dette svaret er ennå ikke kontrollert av en annen leser.
notice-changed_source = Endret kilde: { $title } er endret siden den ble lest inn. Sjekk originalen.
notice-overdue_source = Forfalt kontroll: { $title } skulle vært sammenholdt med kilden på nytt innen { $date }.
notice-quotation = Setninger i anførselstegn er ordrett gjengitt fra kilden, på kildens språk.
other-language = Jeg kan ikke svare på språket du skrev på, så svaret er på norsk.
other-language-unread = Jeg forsto ikke nok av meldingen til å lete etter et svar. Spør på et av disse språkene: { $languages }.

## Not covered

not-covered-medicine = Biblioteket har ingenting om { $medicines }, så dette kan jeg ikke svare på.
not-covered-pair = Biblioteket har ingenting om { $medicine } og { $subject } i denne sammenhengen, så dette kan jeg ikke svare på.
not-covered-intent = Biblioteket omtaler { $medicine }, men har ingenting som besvarer dette spørsmålet.
not-covered-alternatives = Biblioteket har ingenting om hva som kan brukes i stedet for { $medicine }.
not-covered-subject = Biblioteket har ingenting om { $subject }, så dette kan jeg ikke svare på.
not-covered-animals = Biblioteket gjelder bare mennesker; spør en veterinær.
not-covered-general = Biblioteket har ingenting som besvarer dette.
not-covered-scope = Dette dekkes i dag: { $subjects }.
not-covered-known = Det som finnes om legemidlet eller legemiddelgruppen: dokumentasjon ved { $subjects }.
not-covered-ask = Spør her:
not-covered-greeting = Hei! Jeg svarer helsepersonell på legemiddelspørsmål ut fra kontrollerte kilder. Spør for eksempel: { $example }
not-covered-thanks = Bare hyggelig. Spør igjen når du trenger det.

## Asking back

clarify-medicine = Hva vil du vite om { $medicine }?
clarify-subject = Hva vil du vite om { $subject }?
clarify-which = Hvilket legemiddel mener du? Biblioteket omfatter { $subjects }.
clarify-general = Jeg oppfattet ikke dette som et legemiddelspørsmål. Du kan for eksempel spørre:

## Options: a label for the button, and the question it stands for

option-efficacy = Effekt: { $condition }
ask-efficacy = Hjelper { $medicine } mot { $condition }?
option-population = { $population }
ask-population = Hjelper { $medicine } mot { $condition } { $population }?
option-adverse_effects = Bivirkninger
ask-adverse_effects = Hvilke bivirkninger har { $medicine }?
option-toxicity = Overdose
ask-toxicity = Hva er tegnene på for mye { $medicine }?
option-interactions = Interaksjoner
ask-interactions = Hvilke legemidler interagerer med { $medicine }?
option-contraindications = Forsiktighet
ask-contraindications = Hvem bør ikke ta { $medicine }?
option-dosage = Doser
ask-dosage = Hvor mye { $medicine } anbefales per dag?
option-causes = Kan det være årsaken?
ask-causes = Kan { $medicine } gi { $condition }?
option-trials = Studiene
ask-trials = Hvilke studier finnes av { $medicine } mot { $condition }?
option-treatment = Behandling
ask-treatment = Hvordan behandles { $condition }?
option-medicines-causing = Legemidler som årsak
ask-medicines-causing = Hvilke legemidler kan gi { $condition }?
option-definition = Hva er det?
ask-definition = Hva er { $condition }?
option-sources = Kilder
ask-sources = Vis kildene

## Danger now

urgent-first = Noen kan være i fare: handle først, les etterpå.
urgent-emergency = Nødnummer: { $numbers }
urgent-emergency-country = { $country }, nødnummer: { $numbers }
urgent-unknown-country = Nødnummer i alle landene nedenfor: 112
urgent-unserved-country = Her finnes ingen numre for { $country }. Ring 112, nødnummeret i det meste av Europa, eller det lokale nødnummeret.
urgent-poison = Giftinformasjon: { $lines }
source-sums-up = Sammendrag av: { $work }
services-closed = stengt nå
urgent-choose-country = Velg land for å se bare numrene som gjelder der:
urgent-evidence = Fra kildene, når hjelpen er på vei:
urgent-self-harm = Ikke la personen være alene.

## The terminal

chat-welcome = Farmasvar svarer på legemiddelspørsmål ut fra kontrollerte kilder. Skriv et spørsmål; et tall velger et alternativ; Ctrl-D avslutter.
chat-prompt = Du:
chat-bye = Ha det.
building-index = Bygger søkeindeksen
