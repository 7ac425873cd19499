### Every text a reader sees, in Norwegian Nynorsk. Placeables stand for text that arrives ready in this language:
### $scope        "hos eldre med leggkrampar utan kjend årsak", followed by the verb; the composer makes its first letter a capital
### $intervention "magnesium gjennom munnen"; $outcome fits "skilnad i ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = skilnad { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1000 med behandlinga{ $interval }, { $comparator_value } per 1000 i kontrollgruppa
estimate-range_percent = { $low }–{ $high } % av deltakarane
estimate-interval = { $level } % KI { $low } til { $high }
estimate-risk_ratio = relativ risiko { $value }{ $interval }
estimate-odds_ratio = oddsratio { $value }{ $interval }
estimate-hazard_ratio = hasardratio { $value }{ $interval }
estimate-rate_ratio = rateratio { $value }{ $interval }
estimate-ratio_of_means = ratio mellom gjennomsnitt { $value }{ $interval }
estimate-risk_difference = risikoskilnad { $value }{ $interval }
estimate-standardised_mean_difference = standardisert gjennomsnittsskilnad { $value }{ $interval }
estimate-nnt_benefit = { $value } må behandlast for at éin til skal ha nytte{ $interval }
estimate-nnt_harm = { $value } må behandlast for at éin til skal ta skade{ $interval }
estimate-events = { $events } av { $total } med behandlinga, { $comparator_events } av { $comparator_total } i kontrollgruppa
estimate-events-alone = { $events } av { $total } med behandlinga
estimate-each_arm = { $value } { $unit } med behandlinga{ $interval }, { $comparator_value } { $unit } i kontrollgruppa
estimate-each_arm-alone = { $value } { $unit } med behandlinga{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] etter { $number } minutt
       *[other] etter { $number } minutt
    }
    [hours] { $count ->
        [one] etter { $number } time
       *[other] etter { $number } timar
    }
    [days] { $count ->
        [one] etter { $number } døgn
       *[other] etter { $number } døgn
    }
    [months] { $count ->
        [one] etter { $number } månad
       *[other] etter { $number } månader
    }
   *[years] { $count ->
        [one] etter { $number } år
       *[other] etter { $number } år
    }
}
estimate-weeks = { $weeks ->
    [one] etter { $weeks } veke
   *[other] etter { $weeks } veker
}
unit-percent = prosentpoeng
unit-per_week = per veke
unit-minutes = minutt
unit-hours = timar
unit-days = døgn
unit-weeks = veker
unit-months = månader
unit-years = år
unit-points = poeng
unit-percentage-points = { unit-percent }
unit-episodes = episodar
unit-episodes-a-month = episodar per månad
unit-episodes-per-4-months = episodar per 4 månader
unit-attacks-year = anfall per år
unit-relapses-year = attakk per år
unit-lesions = lesjonar
unit-doses = dosar
unit-metres = meter
unit-mL-cycle = m{ sign-litre } per syklus
studies = { $number ->
    [0] ingen studiar
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
kind-systematic_review = systematisk oversikt
kind-guideline = retningslinje
kind-svelic_answer = SVELIC-svar
kind-product_text = produktinformasjon
kind-randomised_trial = randomisert studie
kind-non_randomised_study = ikkje-randomisert studie
kind-observational_study = observasjonsstudie
kind-single_arm_study = studie utan samanlikningsgruppe
kind-study = klinisk studie
kind-case_report = kasuistikk
kind-article = fagartikkel
kind-consumer_article = artikkel for forbrukarar, den svakaste typen kjelde
publication-retracted = TREKT TILBAKE
publication-expression_of_concern = utgivaren har uttrykt uro
publication-protocol = protokoll utan resultat
publication-erratum = retta ved erratum
source-searched = litteratursøk til og med { $date }
source-enquired = førespurnad frå { $date }, ikkje oppdatert etter publisering
source-year = { $year }
source-undated = utan dato
locator-place = «{ $begins } …»
locator-whole = kjelda som heilskap
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dette er kjeldene bak svara så langt:

## Notices

notice-patient_identifier = Meldinga di såg ut til å innehalde noko som kan identifisere ein pasient. Det vart fjerna før spørsmålet vart behandla, og er verken lagra eller loggført. Slett meldinga, og spør utan slike opplysningar.
notice-stale_source = Alderen på kjeldene: Den nyaste kjelda bak dette svaret dekkjer litteraturen fram til { $year }. Seinare studiar er ikkje med.
notice-conflicting_sources = Kjeldene framstiller dette ulikt; sjå ovanfor.
notice-machine_translated = Ei av kjeldene bak dette svaret er sjølv ei omsetjing.
unchecked = utkast, enno ikkje kontrollert
notice-unreviewed_card = Ei av kjeldene bak dette svaret er enno ikkje kontrollert av ein annan lesar.
notice-changed_source = Endra kjelde: { $title } er endra etter at ho vart lesen inn. Sjekk originalen.
notice-overdue_source = Forfallen kontroll: { $title } skulle vore samanlikna med kjelda på nytt innan { $date }.
notice-quotation = Setningar i hermeteikn er gjengitte ordrett frå kjelda, på språket i kjelda.
other-language = Eg kan ikkje svare på språket du skreiv på, så svaret er på nynorsk.
other-language-unread = Eg forstod ikkje nok av meldinga til å leite etter eit svar. Spør på eit av desse språka: { $languages }.

## Not covered

not-covered-medicine = Biblioteket har ingenting om { $medicines }, så dette kan eg ikkje svare på.
not-covered-pair = Biblioteket har ingenting om { $medicine } og { $subject } i denne samanhengen, så dette kan eg ikkje svare på.
not-covered-intent = Biblioteket omtalar { $medicine }, men har ingenting som svarar på dette spørsmålet.
not-covered-alternatives = Biblioteket har ingenting om kva som kan brukast i staden for { $medicine }.
not-covered-subject = Biblioteket har ingenting om { $subject }, så dette kan eg ikkje svare på.
not-covered-animals = Biblioteket gjeld berre menneske; spør ein veterinær.
not-covered-general = Biblioteket har ingenting som svarar på dette.
not-covered-scope = Dette er dekt i dag: { $subjects }.
not-covered-known = Det som finst om legemiddelet eller legemiddelgruppa: dokumentasjon ved { $subjects }.
not-covered-ask = Spør her:
not-covered-greeting = Hei! Eg svarar helsepersonell på legemiddelspørsmål ut frå kontrollerte kjelder. Spør til dømes: { $example }
not-covered-thanks = Berre hyggeleg. Spør igjen når du treng det.

## Asking back

clarify-medicine = Kva vil du vite om { $medicine }?
clarify-subject = Kva vil du vite om { $subject }?
clarify-which = Kva legemiddel meiner du? Biblioteket omfattar { $subjects }.
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
option-causes = Kan det vere årsaka?
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
urgent-unserved-country = Her finst ingen nummer for { $country }. Ring 112, naudnummeret i det meste av Europa, eller det lokale naudnummeret.
urgent-poison = Giftinformasjon: { $lines }
source-sums-up = Samandrag av: { $work }
services-closed = stengt no
urgent-choose-country = Vel land for å sjå berre numra som gjeld der:
urgent-evidence = Frå kjeldene, når hjelpa er på veg:
urgent-self-harm = Ikkje la personen vere åleine.

## The terminal

chat-welcome = Farmasvar svarar på legemiddelspørsmål ut frå kontrollerte kjelder. Skriv eit spørsmål; eit tal vel eit alternativ; Ctrl-D avsluttar.
chat-prompt = Du:
chat-bye = Ha det.
building-index = Byggjer søkjeindeksen
