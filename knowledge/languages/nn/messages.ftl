### Every text a reader sees, in Norwegian Nynorsk. Placeables stand for text that arrives ready in this language:
### $scope        "hos eldre med leggkrampar utan kjend årsak", followed by the verb; the composer makes its first letter a capital
### $intervention "magnesium gjennom munnen"; $outcome fits "skilnad i ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty (moderate: truleg; low: moglegvis)

compared-with = samanlikna med { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } betrar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } betrar { $intervention } truleg { $outcome } { $compared }.
    [low] { $scope } betrar { $intervention } moglegvis { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } betrar { $outcome } { $compared }.
   *[not_graded] { $scope } betra { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } gir { $intervention } liten eller ingen skilnad i { $outcome } { $compared }.
    [moderate] { $scope } gir { $intervention } truleg liten eller ingen skilnad i { $outcome } { $compared }.
    [low] { $scope } gir { $intervention } moglegvis liten eller ingen skilnad i { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } gir nokon skilnad i { $outcome } { $compared }.
   *[not_graded] { $scope } gav { $intervention } liten eller ingen skilnad i { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
}
effect-harm = { $certainty ->
    [high] { $scope } forverrar eller aukar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } forverrar eller aukar { $intervention } truleg { $outcome } { $compared }.
    [low] { $scope } forverrar eller aukar { $intervention } moglegvis { $outcome } { $compared }.
    [very_low] { $scope } er det svært usikkert om { $intervention } forverrar eller aukar { $outcome } { $compared }.
   *[not_graded] { $scope } forverra eller auka { $intervention } { $outcome } { $compared } ifølgje kjelda, som ikkje har gradert dokumentasjonen.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared } (høg tillit til at dei er ulike).
    [moderate] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared } (middels tillit).
    [low] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared } (låg tillit).
    [very_low] { $scope } sprikjer studiane, og effekten av { $intervention } på { $outcome } { $compared } er svært usikker.
   *[not_graded] { $scope } sprikjer studiane når det gjeld effekten av { $intervention } på { $outcome } { $compared }; kjelda har ikkje gradert dokumentasjonen.
}
effect-insufficient = { $certainty ->
    [high] { $scope } er det for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared }.
    [moderate] { $scope } er det for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared }.
    [low] { $scope } er det for få data til å seie korleis { $intervention } påverkar { $outcome } { $compared } (låg tillit).
    [very_low] { $scope } er det svært usikkert kva effekt { $intervention } har på { $outcome } { $compared }.
   *[not_graded] { $scope } kan kjelda ikkje trekkje nokon konklusjon om effekten av { $intervention } på { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = skilnad { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1000 med behandlinga{ $interval }, { $comparator_value } per 1000 i kontrollgruppa
estimate-range_percent = { $low }–{ $high } % av deltakarane
estimate-interval = 95 % KI { $low } til { $high }
estimate-weeks = { $weeks ->
    [one] etter { $weeks } veke
   *[other] etter { $weeks } veker
}
unit-percent = prosentpoeng
unit-cramps_per_week = krampar per veke
studies = { $number ->
    [one] { $number } studie
   *[other] { $number } studiar
}
participants = { $number ->
    [one] { $number } deltakar
   *[other] { $number } deltakarar
}
certainty-high = høg tillit til resultatet
certainty-moderate = middels tillit til resultatet
certainty-low = låg tillit til resultatet
certainty-very_low = svært låg tillit til resultatet
certainty-not_graded = ikkje gradert

## Parts of an answer

label-short = Kort svar:
label-evidence = Dokumentasjon
label-more = Meir frå kjeldene
label-harms = Biverknader og risiko:
label-conflict = Kjeldene er usamde:
label-sources = Kjelder
disclaimer = Avgjerdsstøtte for helsepersonell, automatisk henta frå publiserte kjelder; ikkje individuell rådgiving og ikkje for naudsituasjonar.

kind-cochrane_summary = samandrag av ei Cochrane-oversikt
kind-relis_answer = RELIS-utgreiing
kind-evidence_review = litteraturgjennomgang
kind-trial = randomisert studie
kind-consumer_article = artikkel for forbrukarar, den svakaste typen kjelde
source-searched = litteratursøk til og med { $date }
source-enquired = førespurnad frå { $date }, ikkje oppdatert etter publisering
source-year = { $year }
source-undated = utan dato
locator = { $section }, linje { $lines }
locator-lines = linje { $lines }
locator-whole = kjelda som heilskap
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kjeldene bak svara så langt:

## Notices

notice-patient_identifier = Meldinga di såg ut til å innehalde noko som kan identifisere ein pasient. Det vart fjerna før spørsmålet vart behandla, og er verken lagra eller loggført. Slett meldinga, og spør utan slike opplysningar.
notice-stale_source = Alderen på kjeldene: Den nyaste kjelda bak dette svaret dekkjer litteraturen fram til { $year }. Seinare studiar er ikkje med.
notice-conflicting_sources = Kjeldene framstiller dette ulikt; sjå ovanfor.
notice-machine_translated = Ei av kjeldene bak dette svaret er sjølv ei omsetjing.
notice-unreviewed_card = Ei av kjeldene bak dette svaret er enno ikkje kontrollert av ein annan lesar.
other-language = Eg kan ikkje svare på språket du skreiv på, så svaret er på nynorsk.

## Not covered

not-covered-medicine = Biblioteket har ingenting om { $medicines }, så dette kan eg ikkje svare på.
not-covered-pair = Biblioteket har ingenting om { $medicine } og { $subject } i denne samanhengen, så dette kan eg ikkje svare på.
not-covered-intent = Biblioteket omtalar { $medicine }, men har ingenting som svarar på dette spørsmålet.
not-covered-alternatives = Biblioteket har ingenting om kva som kan brukast i staden for { $medicine }.
not-covered-subject = Biblioteket har ingenting om { $subject }, så dette kan eg ikkje svare på.
not-covered-animals = Biblioteket gjeld berre menneske; spør ein veterinær.
not-covered-general = Biblioteket har ingenting som svarar på dette.
not-covered-scope = Dette er dekt i dag: magnesium ved leggkrampar og rastlause bein, biverknader, interaksjonar og dosar av magnesium, og kva som gir krampar.
not-covered-ask = Spør her:
not-covered-greeting = Hei! Eg svarar helsepersonell på legemiddelspørsmål ut frå kontrollerte kjelder. Spør til dømes om magnesium hjelper mot leggkrampar.
not-covered-thanks = Berre hyggeleg. Spør igjen når du treng det.

## Asking back

clarify-medicine = Kva vil du vite om { $medicine }?
clarify-subject = Kva vil du vite om { $subject }?
clarify-which = Kva legemiddel meiner du? Biblioteket omfattar magnesium.
clarify-general = Eg oppfatta ikkje dette som eit legemiddelspørsmål. Du kan til dømes spørje:

## Options: a label for the button, and the question it stands for

option-efficacy = Effekt: { $condition }
ask-efficacy = Hjelper { $medicine } mot { $condition }?
option-population = { $population }
ask-population = Hjelper { $medicine } mot { $condition } { $population }?
option-adverse_effects = Biverknader
ask-adverse_effects = Kva biverknader har { $medicine }?
option-toxicity = Overdose
ask-toxicity = Kva er teikna på for mykje { $medicine }?
option-interactions = Interaksjonar
ask-interactions = Kva legemiddel interagerer med { $medicine }?
option-contraindications = Varsemd
ask-contraindications = Kven bør ikkje ta { $medicine }?
option-dosage = Dosar
ask-dosage = Kor mykje { $medicine } er tilrådd per dag?
option-causes = Kan det gi krampar?
ask-causes = Kan { $medicine } gi { $condition }?
option-trials = Studiane
ask-trials = Kva studiar finst av { $medicine } mot { $condition }?
option-treatment = Behandling
ask-treatment = Korleis blir { $condition } behandla?
option-medicines-causing = Legemiddel som årsak
ask-medicines-causing = Kva legemiddel kan gi { $condition }?
option-definition = Kva er det?
ask-definition = Kva er { $condition }?
option-sources = Kjelder
ask-sources = Vis kjeldene

## Danger now

urgent-first = Nokon kan vere i fare: handle først, les etterpå.
urgent-emergency = Naudnummer: { $numbers }
urgent-emergency-country = { $country }, naudnummer: { $numbers }
urgent-unknown-country = Naudnummer i alle landa nedanfor: 112
urgent-poison = Giftinformasjon: { $lines }
urgent-choose-country = Vel land for å sjå berre numra som gjeld der:
urgent-evidence = Frå kjeldene, når hjelpa er på veg:
urgent-self-harm = Ikkje la personen vere åleine.

## The terminal

chat-welcome = Farmasvar svarar på legemiddelspørsmål ut frå kontrollerte kjelder. Skriv eit spørsmål; eit tal vel eit alternativ; tom linje eller Ctrl-D avsluttar.
chat-prompt = Du:
chat-bye = Ha det.
building-index = Byggjer søkjeindeksen
