### Every text a reader sees, in Dutch. Placeables stand for text that arrives ready in this language:
### $scope        "bij ouderen met beenkrampen zonder bekende oorzaak"; the verb follows it
### $intervention "magnesium via de mond"; $outcome fits "heeft weinig of geen effect op ..."; $compared is "" or the
### message `compared-with`. Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = verschil { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1.000 met de behandeling{ $interval }, { $comparator_value } per 1.000 in de controlegroep
estimate-range_percent = { $low }–{ $high }% van de deelnemers
estimate-interval = { $level }%-BI { $low } tot { $high }
estimate-risk_ratio = relatief risico { $value }{ $interval }
estimate-odds_ratio = oddsratio { $value }{ $interval }
estimate-hazard_ratio = hazardratio { $value }{ $interval }
estimate-rate_ratio = rateratio { $value }{ $interval }
estimate-ratio_of_means = ratio van gemiddelden { $value }{ $interval }
estimate-risk_difference = risicoverschil { $value }{ $interval }
estimate-standardised_mean_difference = gestandaardiseerd gemiddeld verschil { $value }{ $interval }
estimate-nnt_benefit = { $value } te behandelen voor één extra persoon met baat{ $interval }
estimate-nnt_harm = { $value } te behandelen voor één extra persoon met schade{ $interval }
estimate-events = { $events } van { $total } met de behandeling, { $comparator_events } van { $comparator_total } in de controlegroep
estimate-events-alone = { $events } van { $total } met de behandeling
estimate-each_arm = { $value } { $unit } met de behandeling{ $interval }, { $comparator_value } { $unit } in de controlegroep
estimate-each_arm-alone = { $value } { $unit } met de behandeling{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] na { $number } minuut
       *[other] na { $number } minuten
    }
    [hours] { $count ->
        [one] na { $number } uur
       *[other] na { $number } uur
    }
    [days] { $count ->
        [one] na { $number } dag
       *[other] na { $number } dagen
    }
    [months] { $count ->
        [one] na { $number } maand
       *[other] na { $number } maanden
    }
   *[years] { $count ->
        [one] na { $number } jaar
       *[other] na { $number } jaar
    }
}
estimate-weeks = { $weeks ->
    [one] na { $weeks } week
   *[other] na { $weeks } weken
}
unit-percent = procentpunten
unit-per_week = per week
unit-minutes = minuten
unit-hours = uur
unit-days = dagen
unit-weeks = weken
unit-months = maanden
unit-years = jaar
unit-points = punten
unit-percentage-points = { unit-percent }
unit-episodes = episoden
unit-episodes-a-month = episoden per maand
unit-episodes-per-4-months = episoden per 4 maanden
unit-attacks-year = aanvallen per jaar
unit-relapses-year = relapsen per jaar
unit-lesions = laesies
unit-doses = doses
unit-metres = meter
unit-mL-cycle = m{ sign-litre } per cyclus
studies = { $number ->
    [0] geen studies
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
kind-systematic_review = systematische review
kind-guideline = richtlijn
kind-svelic_answer = antwoord van SVELIC
kind-product_text = productinformatie
kind-randomised_trial = gerandomiseerde studie
kind-non_randomised_study = niet-gerandomiseerde studie
kind-observational_study = observationele studie
kind-single_arm_study = studie zonder controlegroep
kind-study = klinisch onderzoek
kind-case_report = casusbeschrijving
kind-article = wetenschappelijk artikel
kind-consumer_article = publieksartikel, de zwakste soort bron
publication-retracted = INGETROKKEN
publication-expression_of_concern = uitgever heeft bezorgdheid geuit
publication-protocol = protocol zonder resultaten
publication-erratum = gecorrigeerd met een erratum
source-searched = literatuur doorzocht tot en met { $date }
source-enquired = vraag van { $date }, na publicatie niet bijgewerkt
source-year = { $year }
source-undated = geen datum vermeld
locator-place = ‘{ $begins } …’
locator-whole = de bron als geheel
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Dit zijn de bronnen achter de antwoorden tot nu toe:

## Notices

notice-patient_identifier = Uw bericht leek iets te bevatten waarmee een patiënt herkend kan worden. Dat is verwijderd voordat de vraag werd verwerkt, en wordt niet bewaard of gelogd. Verwijder het bericht en stel de vraag opnieuw zonder die gegevens.
notice-stale_source = Ouderdom van het bewijs: de nieuwste bron achter dit antwoord is gebaseerd op literatuur tot in { $year }. Latere studies zijn niet meegenomen.
notice-conflicting_sources = De bronnen verschillen hierover; zie hierboven.
notice-machine_translated = Een bron achter dit antwoord is zelf een vertaling.
unchecked = concept, nog niet gecontroleerd
notice-unreviewed_card = Een bron achter dit antwoord is nog niet door een tweede lezer nagekeken.
notice-changed_source = Gewijzigde bron: { $title } is gewijzigd sinds de bron is ingelezen. Raadpleeg het origineel.
notice-overdue_source = Achterstallige controle: { $title } had uiterlijk op { $date } opnieuw met de bron vergeleken moeten worden.
notice-quotation = Zinnen tussen aanhalingstekens zijn woordelijk uit de bron overgenomen, in de taal van de bron.
other-language = Ik kan niet antwoorden in de taal waarin u schreef; daarom is dit antwoord in het Nederlands.
other-language-unread = Ik begreep te weinig van het bericht om een antwoord te zoeken. Stel de vraag in een van deze talen: { $languages }.

## Not covered

not-covered-medicine = De bibliotheek bevat niets over { $medicines }; ik kan deze vraag dus niet beantwoorden.
not-covered-pair = De bibliotheek bevat in dit verband niets over { $medicine } en { $subject }; ik kan deze vraag dus niet beantwoorden.
not-covered-intent = De bibliotheek noemt { $medicine } wel, maar bevat niets dat deze vraag beantwoordt.
not-covered-alternatives = De bibliotheek bevat niets over wat er in plaats van { $medicine } gebruikt kan worden.
not-covered-subject = De bibliotheek bevat niets over { $subject }; ik kan deze vraag dus niet beantwoorden.
not-covered-animals = De bibliotheek gaat alleen over mensen; raadpleeg een dierenarts.
not-covered-general = De bibliotheek bevat niets dat deze vraag beantwoordt.
not-covered-scope = De bibliotheek bevat nu: { $subjects }.
not-covered-known = Wat er wel is over dit geneesmiddel of deze geneesmiddelgroep: bewijs bij { $subjects }.
not-covered-ask = Raadpleeg:
not-covered-greeting = Hallo! Ik beantwoord geneesmiddelvragen van zorgverleners uit gecontroleerde bronnen. Vraag mij bijvoorbeeld: { $example }
not-covered-thanks = Graag gedaan. Stel gerust een nieuwe vraag.

## Asking back

clarify-medicine = Wat wilt u weten over { $medicine }?
clarify-subject = Wat wilt u weten over { $subject }?
clarify-which = Welk geneesmiddel bedoelt u? De bibliotheek gaat over { $subjects }.
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
option-causes = Kan het de oorzaak zijn?
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
urgent-unserved-country = Voor { $country } zijn hier geen nummers bekend. Bel 112, het alarmnummer in het grootste deel van Europa, of het lokale alarmnummer.
urgent-poison = Vergiftigingeninformatie: { $lines }
source-sums-up = Samenvatting van: { $work }
services-closed = nu gesloten
urgent-choose-country = Kies uw land om alleen de nummers van dat land te zien:
urgent-evidence = Uit de bronnen, zodra er hulp onderweg is:
urgent-self-harm = Laat de persoon niet alleen.

## The terminal

chat-welcome = Farmasvar beantwoordt geneesmiddelvragen uit gecontroleerde bronnen. Typ een vraag; een cijfer kiest een optie; Ctrl-D sluit af.
chat-prompt = U:
chat-bye = Tot ziens.
building-index = Zoekindex wordt opgebouwd
