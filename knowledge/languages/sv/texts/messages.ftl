### Every text a reader sees, in Swedish. Placeables stand for text that arrives ready in this language:
### $scope        "hos äldre med vadkramper utan känd orsak" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium genom munnen"; $outcome fits "liten eller ingen skillnad i ..."; $compared is "" or `compared-with`
### Numbers and dates arrive formatted. The verb comes second, so it follows $scope at once.

## Numbers behind a claim

estimate-mean_difference = skillnad { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1 000 med behandlingen{ $interval }, { $comparator_value } per 1 000 i kontrollgruppen
estimate-range_percent = { $low }–{ $high } % av deltagarna
estimate-interval = { $level } % KI { $low } till { $high }
estimate-risk_ratio = relativ risk { $value }{ $interval }
estimate-odds_ratio = oddskvot { $value }{ $interval }
estimate-hazard_ratio = hazardkvot { $value }{ $interval }
estimate-rate_ratio = ratkvot { $value }{ $interval }
estimate-ratio_of_means = kvot mellan medelvärden { $value }{ $interval }
estimate-risk_difference = riskskillnad { $value }{ $interval }
estimate-standardised_mean_difference = standardiserad medelvärdesskillnad { $value }{ $interval }
estimate-nnt_benefit = { $value } behöver behandlas för att en till ska ha nytta{ $interval }
estimate-nnt_harm = { $value } behöver behandlas för att en till ska skadas{ $interval }
estimate-events = { $events } av { $total } med behandlingen, { $comparator_events } av { $comparator_total } i kontrollgruppen
estimate-events-alone = { $events } av { $total } med behandlingen
estimate-each_arm = { $value } { $unit } med behandlingen{ $interval }, { $comparator_value } { $unit } i kontrollgruppen
estimate-each_arm-alone = { $value } { $unit } med behandlingen{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] efter { $number } minut
       *[other] efter { $number } minuter
    }
    [hours] { $count ->
        [one] efter { $number } timme
       *[other] efter { $number } timmar
    }
    [days] { $count ->
        [one] efter { $number } dygn
       *[other] efter { $number } dygn
    }
    [months] { $count ->
        [one] efter { $number } månad
       *[other] efter { $number } månader
    }
   *[years] { $count ->
        [one] efter { $number } år
       *[other] efter { $number } år
    }
}
estimate-weeks = { $weeks ->
    [one] efter { $weeks } vecka
   *[other] efter { $weeks } veckor
}
unit-percent = procentenheter
unit-per_week = per vecka
unit-minutes = minuter
unit-hours = timmar
unit-days = dygn
unit-weeks = veckor
unit-months = månader
unit-years = år
unit-points = poäng
unit-percentage-points = { unit-percent }
unit-episodes = episoder
unit-episodes-a-month = episoder per månad
unit-episodes-per-4-months = episoder per 4 månader
unit-attacks-year = anfall per år
unit-relapses-year = skov per år
unit-lesions = lesioner
unit-doses = doser
unit-metres = meter
unit-mL-cycle = m{ sign-litre } per cykel
studies = { $number ->
    [0] inga studier
    [one] { $number } studie
   *[other] { $number } studier
}
participants = { $number ->
    [one] { $number } deltagare
   *[other] { $number } deltagare
}
certainty-high = hög tillförlitlighet
certainty-moderate = måttlig tillförlitlighet
certainty-low = låg tillförlitlighet
certainty-very_low = mycket låg tillförlitlighet
certainty-not_graded = inte graderad

## Parts of an answer

label-short = Kort svar:
label-evidence = Evidens
label-more = Mer från källorna
label-harms = Biverkningar och risker:
label-conflict = Källorna är oense:
label-sources = Källor
disclaimer = Beslutsstöd för hälso- och sjukvårdspersonal, automatiskt utvalt ur publicerade källor; ingen individuell rådgivning och inte avsett för akuta situationer.

kind-cochrane_summary = sammanfattning av en Cochraneöversikt
kind-relis_answer = RELIS-svar
kind-evidence_review = litteraturgenomgång
kind-trial = randomiserad prövning
kind-systematic_review = systematisk översikt
kind-guideline = riktlinje
kind-svelic_answer = SVELIC-svar
kind-product_text = produktinformation
kind-randomised_trial = randomiserad prövning
kind-non_randomised_study = icke-randomiserad studie
kind-observational_study = observationsstudie
kind-single_arm_study = studie utan jämförelsegrupp
kind-study = klinisk studie
kind-case_report = fallrapport
kind-article = vetenskaplig artikel
kind-consumer_article = konsumentartikel, den svagaste typen av källa
publication-retracted = INDRAGEN
publication-expression_of_concern = utgivaren har uttryckt oro
publication-protocol = protokoll utan resultat
publication-erratum = rättad genom erratum
source-searched = litteraturen genomsökt till och med { $date }
source-enquired = fråga från { $date }, inte uppdaterad efter publicering
source-year = { $year }
source-undated = inget datum angivet
locator-place = ”{ $begins } …”
locator-whole = källan som helhet
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Detta är källorna bakom svaren hittills:

## Notices

notice-patient_identifier = Ditt meddelande verkade innehålla något som kan identifiera en patient. Det togs bort innan frågan behandlades och varken sparas eller loggas. Radera meddelandet och ställ frågan utan uppgiften.
notice-stale_source = Evidensens ålder: den nyaste källan bakom svaret täcker litteraturen fram till { $year }. Senare studier ingår inte.
notice-conflicting_sources = Källorna uttrycker detta olika; se ovan.
notice-machine_translated = En källa bakom svaret är själv en översättning.
unchecked = utkast, ännu inte kontrollerat
notice-unreviewed_card = En källa bakom svaret har ännu inte kontrollerats av en andra läsare.
notice-changed_source = Ändrad källa: { $title } har ändrats sedan den lästes in. Kontrollera originalet.
notice-overdue_source = Försenad kontroll: { $title } skulle ha jämförts med källan på nytt senast { $date }.
notice-quotation = Meningar inom citattecken är ordagrant återgivna ur källan, på källans eget språk.
other-language = Jag kan inte svara på det språk du skrev på, så det här svaret är på svenska.
other-language-unread = Jag förstod inte tillräckligt av meddelandet för att söka efter ett svar. Fråga på något av dessa språk: { $languages }.

## Not covered

not-covered-medicine = Biblioteket innehåller inget om { $medicines }, så jag kan inte svara på detta.
not-covered-pair = Biblioteket innehåller inget om { $medicine } och { $subject } i det sammanhanget, så jag kan inte svara på detta.
not-covered-intent = Biblioteket nämner { $medicine } men innehåller inget som besvarar den här frågan.
not-covered-alternatives = Biblioteket innehåller inget om vad som kan användas i stället för { $medicine }.
not-covered-subject = Biblioteket innehåller inget om { $subject }, så jag kan inte svara på detta.
not-covered-animals = Biblioteket gäller bara människor; fråga en veterinär.
not-covered-general = Biblioteket innehåller inget som besvarar detta.
not-covered-scope = Det som täcks i dag: { $subjects }.
not-covered-known = Det som finns om läkemedlet eller läkemedelsgruppen: evidens vid { $subjects }.
not-covered-ask = Fråga här:
not-covered-greeting = Hej! Jag besvarar läkemedelsfrågor från vårdpersonal med hjälp av granskade källor. Fråga till exempel: { $example }
not-covered-thanks = Varsågod. Fråga gärna igen när du behöver.

## Asking back

clarify-medicine = Vad vill du veta om { $medicine }?
clarify-subject = Vad vill du veta om { $subject }?
clarify-which = Vilket läkemedel menar du? Biblioteket omfattar { $subjects }.
clarify-general = Jag uppfattade inte detta som en läkemedelsfråga. Du kan till exempel fråga:

## Options: a label for the button, and the question it stands for

option-efficacy = Effekt: { $condition }
ask-efficacy = Hjälper { $medicine } mot { $condition }?
option-population = { $population }
ask-population = Hjälper { $medicine } mot { $condition } { $population }?
option-adverse_effects = Biverkningar
ask-adverse_effects = Vilka biverkningar har { $medicine }?
option-toxicity = Överdosering
ask-toxicity = Vilka är tecknen på överdosering av { $medicine }?
option-interactions = Interaktioner
ask-interactions = Vilka läkemedel interagerar med { $medicine }?
option-contraindications = Försiktighet
ask-contraindications = Vilka bör inte ta { $medicine }?
option-dosage = Doser
ask-dosage = Vad är rekommenderat dagligt intag av { $medicine }?
option-causes = Kan det vara orsaken?
ask-causes = Kan { $medicine } orsaka { $condition }?
option-trials = Prövningarna
ask-trials = Vilka prövningar av { $medicine } mot { $condition } finns det?
option-treatment = Behandling
ask-treatment = Hur behandlas { $condition }?
option-medicines-causing = Läkemedel som orsak
ask-medicines-causing = Vilka läkemedel kan orsaka { $condition }?
option-definition = Vad är det?
ask-definition = Vad är { $condition }?
option-sources = Källor
ask-sources = Visa källorna

## Danger now

urgent-first = Någon kan vara i fara: agera först, läs sedan.
urgent-emergency = Nödnummer: { $numbers }
urgent-emergency-country = { $country }, nödnummer: { $numbers }
urgent-unknown-country = Nödnummer i alla länder nedan: 112
urgent-unserved-country = Här finns inga nummer för { $country }. Ring 112, nödnumret i större delen av Europa, eller det lokala nödnumret.
urgent-poison = Giftinformation: { $lines }
source-sums-up = Sammanfattning av: { $work }
services-closed = stängt nu
urgent-choose-country = Välj land för att bara se dess nummer:
urgent-evidence = Från källorna, när hjälp är på väg:
urgent-self-harm = Personen får inte lämnas ensam.

## The terminal

chat-welcome = Farmasvar besvarar läkemedelsfrågor utifrån granskade källor. Skriv en fråga; en siffra väljer ett alternativ; Ctrl-D avslutar.
chat-prompt = Du:
chat-bye = Hej då.
building-index = Bygger sökindexet
