### Every text a reader sees, in Norwegian Bokmål. Placeables stand for text that arrives ready in this language:
### $scope        "hos eldre med leggkramper uten kjent årsak", followed by the verb; the composer makes its first letter a capital
### $intervention "magnesium gjennom munnen"; $outcome fits "forskjell i ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty (moderate: trolig; low: muligens)

compared-with = sammenlignet med { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } bedrer { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } bedrer { $intervention } trolig { $outcome } { $compared }.
    [low] { $scope } bedrer { $intervention } muligens { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } bedrer { $outcome } { $compared }.
   *[not_graded] { $scope } bedret { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gir { $intervention } liten eller ingen forskjell i { $outcome } { $compared }.
    [moderate] { $scope } gir { $intervention } trolig liten eller ingen forskjell i { $outcome } { $compared }.
    [low] { $scope } gir { $intervention } muligens liten eller ingen forskjell i { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } gir noen forskjell i { $outcome } { $compared }.
   *[not_graded] { $scope } ga { $intervention } liten eller ingen forskjell i { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
}
effect-harm = { $certainty ->
    [high] { $scope } forverrer eller øker { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forverrer eller øker { $intervention } trolig { $outcome } { $compared }.
    [low] { $scope } forverrer eller øker { $intervention } muligens { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrer eller øker { $outcome } { $compared }.
   *[not_graded] { $scope } forverret eller økte { $intervention } { $outcome } { $compared } ifølge kilden, som ikke har gradert dokumentasjonen.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared } (høy tillit til at de er ulike).
    [moderate] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared } (middels tillit).
    [low] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared } (lav tillit).
    [very_low] { $scope } spriker studiene, og effekten av { $intervention } på { $outcome } { $compared } er svært usikker.
   *[not_graded] { $scope } spriker studiene når det gjelder effekten av { $intervention } på { $outcome } { $compared }; kilden har ikke gradert dokumentasjonen.
}
effect-insufficient = { $certainty ->
    [high] { $scope } er det for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared }.
    [moderate] { $scope } er det for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared }.
    [low] { $scope } er det for få data til å si hvordan { $intervention } påvirker { $outcome } { $compared } (lav tillit).
    [very_low] { $scope } er det svært usikkert hvilken effekt { $intervention } har på { $outcome } { $compared }.
   *[not_graded] { $scope } kan kilden ikke trekke noen konklusjon om effekten av { $intervention } på { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = forskjell { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1000 med behandlingen{ $interval }, { $comparator_value } per 1000 i kontrollgruppen
estimate-range_percent = { $low }–{ $high } % av deltakerne
estimate-interval = 95 % KI { $low } til { $high }
estimate-weeks = { $weeks ->
    [one] etter { $weeks } uke
   *[other] etter { $weeks } uker
}
unit-percent = prosentpoeng
unit-cramps_per_week = kramper per uke
studies = { $number ->
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
kind-consumer_article = artikkel for forbrukere, den svakeste typen kilde
source-searched = litteratursøk til og med { $date }
source-enquired = henvendelse fra { $date }, ikke oppdatert etter publisering
source-year = { $year }
source-undated = uten dato
locator = { $section }, linje { $lines }
locator-lines = linje { $lines }
locator-whole = kilden som helhet
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kildene bak svarene så langt:

## Notices

notice-patient_identifier = Meldingen din så ut til å inneholde noe som kan identifisere en pasient. Det ble fjernet før spørsmålet ble behandlet, og er verken lagret eller loggført. Slett meldingen, og spør uten slike opplysninger.
notice-stale_source = Kildenes alder: Den nyeste kilden bak dette svaret kjenner litteraturen fram til { $year }. Senere studier er ikke med.
notice-conflicting_sources = Kildene framstiller dette ulikt; se over.
notice-machine_translated = En av kildene bak dette svaret er selv en oversettelse.
notice-unreviewed_card = En av kildene bak dette svaret er ennå ikke kontrollert av en annen leser.
other-language = Jeg kan ikke svare på språket du skrev på, så svaret er på norsk.

## Not covered

not-covered-medicine = Biblioteket har ingenting om { $medicines }, så dette kan jeg ikke svare på.
not-covered-pair = Biblioteket har ingenting om { $medicine } og { $subject } i denne sammenhengen, så dette kan jeg ikke svare på.
not-covered-intent = Biblioteket omtaler { $medicine }, men har ingenting som besvarer dette spørsmålet.
not-covered-alternatives = Biblioteket har ingenting om hva som kan brukes i stedet for { $medicine }.
not-covered-subject = Biblioteket har ingenting om { $subject }, så dette kan jeg ikke svare på.
not-covered-animals = Biblioteket gjelder bare mennesker; spør en veterinær.
not-covered-general = Biblioteket har ingenting som besvarer dette.
not-covered-scope = Dette dekkes i dag: magnesium ved leggkramper og rastløse bein, bivirkninger, interaksjoner og doser av magnesium, og hva som gir kramper.
not-covered-ask = Spør her:
not-covered-greeting = Hei! Jeg svarer helsepersonell på legemiddelspørsmål ut fra kontrollerte kilder. Spør for eksempel om magnesium hjelper mot leggkramper.
not-covered-thanks = Bare hyggelig. Spør igjen når du trenger det.

## Asking back

clarify-medicine = Hva vil du vite om { $medicine }?
clarify-subject = Hva vil du vite om { $subject }?
clarify-which = Hvilket legemiddel mener du? Biblioteket omfatter magnesium.
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
option-causes = Kan det gi kramper?
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
urgent-poison = Giftinformasjon: { $lines }
urgent-choose-country = Velg land for å se bare numrene som gjelder der:
urgent-evidence = Fra kildene, når hjelpen er på vei:
urgent-self-harm = Ikke la personen være alene.

## The terminal

chat-welcome = Farmasvar svarer på legemiddelspørsmål ut fra kontrollerte kilder. Skriv et spørsmål; et tall velger et alternativ; tom linje eller Ctrl-D avslutter.
chat-prompt = Du:
chat-bye = Ha det.
building-index = Bygger søkeindeksen
