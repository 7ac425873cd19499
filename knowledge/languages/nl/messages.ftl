### Every text a reader sees, in Dutch. Placeables stand for text that arrives ready in this language:
### $scope        "bij ouderen met beenkrampen zonder bekende oorzaak"; the verb follows it
### $intervention "magnesium via de mond"; $outcome fits "heeft weinig of geen effect op ..."; $compared is "" or the
### message `compared-with`. Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty

compared-with = in vergelijking met { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } heeft { $intervention } een gunstig effect op { $outcome } { $compared }.
    [moderate] { $scope } heeft { $intervention } waarschijnlijk een gunstig effect op { $outcome } { $compared }.
    [low] { $scope } heeft { $intervention } mogelijk een gunstig effect op { $outcome } { $compared }.
    [very_low] { $scope } is het zeer onzeker of { $intervention } een gunstig effect heeft op { $outcome } { $compared }.
   *[not_graded] { $scope } meldt de bron een gunstig effect van { $intervention } op { $outcome } { $compared }; de zekerheid van het bewijs is daarin niet beoordeeld.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } heeft { $intervention } weinig of geen effect op { $outcome } { $compared }.
    [moderate] { $scope } heeft { $intervention } waarschijnlijk weinig of geen effect op { $outcome } { $compared }.
    [low] { $scope } heeft { $intervention } mogelijk weinig of geen effect op { $outcome } { $compared }.
    [very_low] { $scope } is het zeer onzeker of { $intervention } verschil maakt voor { $outcome } { $compared }.
   *[not_graded] { $scope } meldt de bron weinig of geen effect van { $intervention } op { $outcome } { $compared }; de zekerheid van het bewijs is daarin niet beoordeeld.
}
effect-harm = { $certainty ->
    [high] { $scope } leidt { $intervention } tot een toename of verergering van { $outcome } { $compared }.
    [moderate] { $scope } leidt { $intervention } waarschijnlijk tot een toename of verergering van { $outcome } { $compared }.
    [low] { $scope } leidt { $intervention } mogelijk tot een toename of verergering van { $outcome } { $compared }.
    [very_low] { $scope } is het zeer onzeker of { $intervention } leidt tot een toename of verergering van { $outcome } { $compared }.
   *[not_graded] { $scope } meldt de bron een toename of verergering van { $outcome } met { $intervention } { $compared }; de zekerheid van het bewijs is daarin niet beoordeeld.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared } (hoge zekerheid dat ze verschillen).
    [moderate] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared } (matige zekerheid).
    [low] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared } (lage zekerheid).
    [very_low] { $scope } spreken de studies elkaar tegen en is het effect van { $intervention } op { $outcome } { $compared } zeer onzeker.
   *[not_graded] { $scope } spreken de studies elkaar tegen over het effect van { $intervention } op { $outcome } { $compared }; de zekerheid van het bewijs is in de bron niet beoordeeld.
}
effect-insufficient = { $certainty ->
    [high] { $scope } zijn er te weinig gegevens om te zeggen welk effect { $intervention } heeft op { $outcome } { $compared }.
    [moderate] { $scope } zijn er te weinig gegevens om te zeggen welk effect { $intervention } heeft op { $outcome } { $compared }.
    [low] { $scope } zijn er te weinig gegevens om te zeggen welk effect { $intervention } heeft op { $outcome } { $compared } (lage zekerheid).
    [very_low] { $scope } is het effect van { $intervention } op { $outcome } { $compared } zeer onzeker.
   *[not_graded] { $scope } kan de bron geen conclusie trekken over het effect van { $intervention } op { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = verschil { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1.000 met de behandeling{ $interval }, { $comparator_value } per 1.000 in de controlegroep
estimate-range_percent = { $low }–{ $high }% van de deelnemers
estimate-interval = 95%-BI { $low } tot { $high }
estimate-weeks = { $weeks ->
    [one] na { $weeks } week
   *[other] na { $weeks } weken
}
unit-percent = procentpunten
unit-cramps_per_week = krampen per week
studies = { $number ->
    [one] { $number } studie
   *[other] { $number } studies
}
participants = { $number ->
    [one] { $number } deelnemer
   *[other] { $number } deelnemers
}
certainty-high = hoge zekerheid
certainty-moderate = matige zekerheid
certainty-low = lage zekerheid
certainty-very_low = zeer lage zekerheid
certainty-not_graded = zekerheid niet beoordeeld

## Parts of an answer

label-short = Kort antwoord:
label-evidence = Bewijs
label-more = Meer uit de bronnen
label-harms = Bijwerkingen en risico's:
label-conflict = De bronnen spreken elkaar tegen:
label-sources = Bronnen
disclaimer = Beslisondersteuning voor zorgverleners, automatisch geselecteerd uit gepubliceerde bronnen; geen individueel advies en niet voor noodgevallen.

kind-cochrane_summary = samenvatting van een Cochrane-review
kind-relis_answer = antwoord van RELIS
kind-evidence_review = literatuuroverzicht
kind-trial = gerandomiseerde studie
kind-consumer_article = publieksartikel, de zwakste soort bron
source-searched = literatuur doorzocht tot en met { $date }
source-enquired = vraag van { $date }, na publicatie niet bijgewerkt
source-year = { $year }
source-undated = geen datum vermeld
locator = { $section }, regels { $lines }
locator-lines = regels { $lines }
locator-whole = de bron als geheel
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dit zijn de bronnen achter de antwoorden tot nu toe:

## Notices

notice-patient_identifier = Uw bericht leek iets te bevatten waarmee een patiënt herkend kan worden. Dat is verwijderd voordat de vraag werd verwerkt, en wordt niet bewaard of gelogd. Verwijder het bericht en stel de vraag opnieuw zonder die gegevens.
notice-stale_source = Ouderdom van het bewijs: de nieuwste bron achter dit antwoord is gebaseerd op literatuur tot in { $year }. Latere studies zijn niet meegenomen.
notice-conflicting_sources = De bronnen verschillen hierover; zie hierboven.
notice-machine_translated = Een bron achter dit antwoord is zelf een vertaling.
notice-unreviewed_card = Een bron achter dit antwoord is nog niet door een tweede lezer nagekeken.
other-language = Ik kan niet antwoorden in de taal waarin u schreef; daarom is dit antwoord in het Nederlands.

## Not covered

not-covered-medicine = De bibliotheek bevat niets over { $medicines }; ik kan deze vraag dus niet beantwoorden.
not-covered-pair = De bibliotheek bevat in dit verband niets over { $medicine } en { $subject }; ik kan deze vraag dus niet beantwoorden.
not-covered-intent = De bibliotheek noemt { $medicine } wel, maar bevat niets dat deze vraag beantwoordt.
not-covered-alternatives = De bibliotheek bevat niets over wat er in plaats van { $medicine } gebruikt kan worden.
not-covered-subject = De bibliotheek bevat niets over { $subject }; ik kan deze vraag dus niet beantwoorden.
not-covered-animals = De bibliotheek gaat alleen over mensen; raadpleeg een dierenarts.
not-covered-general = De bibliotheek bevat niets dat deze vraag beantwoordt.
not-covered-scope = De bibliotheek bevat nu: magnesium bij beenkrampen en rusteloze benen, de bijwerkingen, interacties en doseringen van magnesium, en de oorzaken van krampen.
not-covered-ask = Raadpleeg:
not-covered-greeting = Hallo! Ik beantwoord geneesmiddelvragen van zorgverleners uit gecontroleerde bronnen. Vraag mij bijvoorbeeld of magnesium helpt tegen beenkrampen.
not-covered-thanks = Graag gedaan. Stel gerust een nieuwe vraag.

## Asking back

clarify-medicine = Wat wilt u weten over { $medicine }?
clarify-subject = Wat wilt u weten over { $subject }?
clarify-which = Welk geneesmiddel bedoelt u? De bibliotheek gaat over magnesium.
clarify-general = Ik herkende hierin geen geneesmiddelvraag. U kunt bijvoorbeeld vragen:

## Options: a label for the button, and the question it stands for

option-efficacy = Effect: { $condition }
ask-efficacy = Helpt { $medicine } tegen { $condition }?
option-population = { $population }
ask-population = Helpt { $medicine } tegen { $condition } { $population }?
option-adverse_effects = Bijwerkingen
ask-adverse_effects = Welke bijwerkingen heeft { $medicine }?
option-toxicity = Overdosering
ask-toxicity = Wat zijn de tekenen van te veel { $medicine }?
option-interactions = Interacties
ask-interactions = Welke geneesmiddelen hebben een interactie met { $medicine }?
option-contraindications = Contra-indicaties
ask-contraindications = Wie mag geen { $medicine } gebruiken?
option-dosage = Doseringen
ask-dosage = Welke dagelijkse hoeveelheid { $medicine } wordt aanbevolen?
option-causes = Kan het krampen veroorzaken?
ask-causes = Kan { $medicine } { $condition } veroorzaken?
option-trials = De studies
ask-trials = Welke studies met { $medicine } tegen { $condition } zijn er?
option-treatment = Behandeling
ask-treatment = Wat is de behandeling van { $condition }?
option-medicines-causing = Geneesmiddelen als oorzaak
ask-medicines-causing = Welke geneesmiddelen kunnen { $condition } veroorzaken?
option-definition = Wat is het?
ask-definition = Wat verstaan we onder { $condition }?
option-sources = Bronnen
ask-sources = Toon de bronnen

## Danger now

urgent-first = Er is mogelijk iemand in gevaar: eerst handelen, daarna lezen.
urgent-emergency = Alarmnummer: { $numbers }
urgent-emergency-country = { $country }, alarmnummer: { $numbers }
urgent-unknown-country = Alarmnummer in alle landen hieronder: 112
urgent-poison = Vergiftigingeninformatie: { $lines }
urgent-choose-country = Kies uw land om alleen de nummers van dat land te zien:
urgent-evidence = Uit de bronnen, zodra er hulp onderweg is:
urgent-self-harm = Laat de persoon niet alleen.

## The terminal

chat-welcome = Farmasvar beantwoordt geneesmiddelvragen uit gecontroleerde bronnen. Typ een vraag; een cijfer kiest een optie; een lege regel of Ctrl-D sluit af.
chat-prompt = U:
chat-bye = Tot ziens.
building-index = Zoekindex wordt opgebouwd
