### Every text a reader sees, in Swedish. Placeables stand for text that arrives ready in this language:
### $scope        "hos äldre med vadkramper utan känd orsak" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium genom munnen"; $outcome fits "liten eller ingen skillnad i ..."; $compared is "" or `compared-with`
### Numbers and dates arrive formatted. The verb comes second, so it follows $scope at once.

## Hedging: the wording of a coded claim, by finding and certainty (GRADE guidelines 26, informative statements)

compared-with = jämfört med { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } förbättrar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } förbättrar { $intervention } troligen { $outcome } { $compared }.
    [low] { $scope } förbättrar { $intervention } möjligen { $outcome } { $compared }.
    [very_low] { $scope } är det mycket osäkert om { $intervention } förbättrar { $outcome } { $compared }.
   *[not_graded] { $scope } rapporterar källan att { $intervention } förbättrade { $outcome } { $compared }; den graderar inte evidensen.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } ger { $intervention } liten eller ingen skillnad i { $outcome } { $compared }.
    [moderate] { $scope } ger { $intervention } troligen liten eller ingen skillnad i { $outcome } { $compared }.
    [low] { $scope } ger { $intervention } möjligen liten eller ingen skillnad i { $outcome } { $compared }.
    [very_low] { $scope } är det mycket osäkert om { $intervention } gör någon skillnad i { $outcome } { $compared }.
   *[not_graded] { $scope } rapporterar källan liten eller ingen skillnad i { $outcome } med { $intervention } { $compared }; den graderar inte evidensen.
}
effect-harm = { $certainty ->
    [high] { $scope } förvärrar eller ökar { $intervention } { $outcome } { $compared }.
    [moderate] { $scope } förvärrar eller ökar { $intervention } troligen { $outcome } { $compared }.
    [low] { $scope } förvärrar eller ökar { $intervention } möjligen { $outcome } { $compared }.
    [very_low] { $scope } är det mycket osäkert om { $intervention } förvärrar eller ökar { $outcome } { $compared }.
   *[not_graded] { $scope } rapporterar källan att { $intervention } förvärrade eller ökade { $outcome } { $compared }; den graderar inte evidensen.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } motsäger studierna varandra i frågan om hur { $intervention } påverkar { $outcome } { $compared } (hög tillförlitlighet i att de skiljer sig åt).
    [moderate] { $scope } motsäger studierna varandra i frågan om hur { $intervention } påverkar { $outcome } { $compared } (måttlig tillförlitlighet).
    [low] { $scope } motsäger studierna varandra i frågan om hur { $intervention } påverkar { $outcome } { $compared } (låg tillförlitlighet).
    [very_low] { $scope } motsäger studierna varandra, och det är mycket osäkert hur { $intervention } påverkar { $outcome } { $compared }.
   *[not_graded] { $scope } motsäger studierna varandra i frågan om hur { $intervention } påverkar { $outcome } { $compared }; källan graderar inte evidensen.
}
effect-insufficient = { $certainty ->
    [high] { $scope } finns det för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared }.
    [moderate] { $scope } finns det för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared }.
    [low] { $scope } finns det för lite data för att säga hur { $intervention } påverkar { $outcome } { $compared } (låg tillförlitlighet).
    [very_low] { $scope } är det mycket osäkert hur { $intervention } påverkar { $outcome } { $compared }.
   *[not_graded] { $scope } kan källan inte dra någon slutsats om hur { $intervention } påverkar { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = skillnad { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1 000 med behandlingen{ $interval }, { $comparator_value } per 1 000 i kontrollgruppen
estimate-range_percent = { $low }–{ $high } % av deltagarna
estimate-interval = 95 % KI { $low } till { $high }
estimate-weeks = { $weeks ->
    [one] efter { $weeks } vecka
   *[other] efter { $weeks } veckor
}
unit-percent = procentenheter
unit-cramps_per_week = kramper per vecka
studies = { $number ->
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
kind-consumer_article = konsumentartikel, den svagaste typen av källa
source-searched = litteraturen genomsökt till och med { $date }
source-enquired = fråga från { $date }, inte uppdaterad efter publicering
source-year = { $year }
source-undated = inget datum angivet
locator = { $section }, raderna { $lines }
locator-lines = raderna { $lines }
locator-whole = källan som helhet
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Detta är källorna bakom svaren hittills:

## Notices

notice-patient_identifier = Ditt meddelande verkade innehålla något som kan identifiera en patient. Det togs bort innan frågan behandlades och varken sparas eller loggas. Radera meddelandet och ställ frågan utan uppgiften.
notice-stale_source = Evidensens ålder: den nyaste källan bakom svaret täcker litteraturen fram till { $year }. Senare studier ingår inte.
notice-conflicting_sources = Källorna uttrycker detta olika; se ovan.
notice-machine_translated = En källa bakom svaret är själv en översättning.
notice-unreviewed_card = En källa bakom svaret har ännu inte kontrollerats av en andra läsare.
other-language = Jag kan inte svara på det språk du skrev på, så det här svaret är på svenska.

## Not covered

not-covered-medicine = Biblioteket innehåller inget om { $medicines }, så jag kan inte svara på detta.
not-covered-pair = Biblioteket innehåller inget om { $medicine } och { $subject } i det sammanhanget, så jag kan inte svara på detta.
not-covered-intent = Biblioteket nämner { $medicine } men innehåller inget som besvarar den här frågan.
not-covered-alternatives = Biblioteket innehåller inget om vad som kan användas i stället för { $medicine }.
not-covered-subject = Biblioteket innehåller inget om { $subject }, så jag kan inte svara på detta.
not-covered-animals = Biblioteket gäller bara människor; fråga en veterinär.
not-covered-general = Biblioteket innehåller inget som besvarar detta.
not-covered-scope = Det som täcks i dag: magnesium vid vadkramper och restless legs, magnesiums biverkningar, interaktioner och doser samt vad som orsakar kramper.
not-covered-ask = Fråga här:
not-covered-greeting = Hej! Jag besvarar läkemedelsfrågor från vårdpersonal med hjälp av granskade källor. Fråga till exempel om magnesium hjälper mot vadkramper.
not-covered-thanks = Varsågod. Fråga gärna igen när du behöver.

## Asking back

clarify-medicine = Vad vill du veta om { $medicine }?
clarify-subject = Vad vill du veta om { $subject }?
clarify-which = Vilket läkemedel menar du? Biblioteket omfattar magnesium.
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
option-causes = Kan det orsaka kramper?
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
urgent-poison = Giftinformation: { $lines }
urgent-choose-country = Välj land för att bara se dess nummer:
urgent-evidence = Från källorna, när hjälp är på väg:
urgent-self-harm = Personen får inte lämnas ensam.

## The terminal

chat-welcome = Farmasvar besvarar läkemedelsfrågor utifrån granskade källor. Skriv en fråga; en siffra väljer ett alternativ; en tom rad eller Ctrl-D avslutar.
chat-prompt = Du:
chat-bye = Hej då.
building-index = Bygger sökindexet
