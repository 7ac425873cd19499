### Every text a reader sees, in German. Placeables stand for text that arrives ready in this language:
### $scope        "bei älteren Menschen mit Wadenkrämpfen ohne bekannte Ursache", followed by the verb
### $intervention "Magnesium zum Einnehmen"; $outcome stands in the dative ("der Häufigkeit der Krämpfe"), so "bei" precedes it
### $compared     is "" or the message `compared-with`. Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = Differenz { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } von 1.000 mit der Behandlung{ $interval }, { $comparator_value } von 1.000 in der Kontrollgruppe
estimate-range_percent = { $low }–{ $high } % der Teilnehmenden
estimate-interval = { $level }-%-KI { $low } bis { $high }
estimate-risk_ratio = relatives Risiko { $value }{ $interval }
estimate-odds_ratio = Odds Ratio { $value }{ $interval }
estimate-hazard_ratio = Hazard Ratio { $value }{ $interval }
estimate-rate_ratio = Ratenverhältnis { $value }{ $interval }
estimate-ratio_of_means = Verhältnis der Mittelwerte { $value }{ $interval }
estimate-risk_difference = Risikodifferenz { $value }{ $interval }
estimate-standardised_mean_difference = standardisierte Mittelwertdifferenz { $value }{ $interval }
estimate-nnt_benefit = { $value } zu behandeln, damit eine Person mehr profitiert{ $interval }
estimate-nnt_harm = { $value } zu behandeln, damit eine Person mehr Schaden nimmt{ $interval }
estimate-events = { $events } von { $total } mit der Behandlung, { $comparator_events } von { $comparator_total } in der Kontrollgruppe
estimate-events-alone = { $events } von { $total } mit der Behandlung
estimate-each_arm = { $value } { $unit } mit der Behandlung{ $interval }, { $comparator_value } { $unit } in der Kontrollgruppe
estimate-each_arm-alone = { $value } { $unit } mit der Behandlung{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] nach { $number } Minute
       *[other] nach { $number } Minuten
    }
    [hours] { $count ->
        [one] nach { $number } Stunde
       *[other] nach { $number } Stunden
    }
    [days] { $count ->
        [one] nach { $number } Tag
       *[other] nach { $number } Tagen
    }
    [months] { $count ->
        [one] nach { $number } Monat
       *[other] nach { $number } Monaten
    }
   *[years] { $count ->
        [one] nach { $number } Jahr
       *[other] nach { $number } Jahren
    }
}
estimate-weeks = { $weeks ->
    [one] nach { $weeks } Woche
   *[other] nach { $weeks } Wochen
}
unit-percent = Prozentpunkte
unit-per_week = pro Woche
unit-minutes = Minuten
unit-hours = Stunden
unit-days = Tage
unit-weeks = Wochen
unit-months = Monate
unit-years = Jahre
unit-points = Punkte
unit-percentage-points = { unit-percent }
unit-episodes = Episoden
unit-episodes-a-month = Episoden pro Monat
unit-episodes-per-4-months = Episoden pro 4 Monate
unit-attacks-year = Anfälle pro Jahr
unit-relapses-year = Schübe pro Jahr
unit-lesions = Läsionen
unit-doses = Dosen
unit-metres = Meter
unit-mL-cycle = m{ sign-litre } pro Zyklus
studies = { $number ->
    [0] keine Studien
    [one] { $number } Studie
   *[other] { $number } Studien
}
participants = { $number ->
    [one] { $number } teilnehmende Person
   *[other] { $number } Teilnehmende
}
certainty-high = hohe Vertrauenswürdigkeit
certainty-moderate = moderate Vertrauenswürdigkeit
certainty-low = niedrige Vertrauenswürdigkeit
certainty-very_low = sehr niedrige Vertrauenswürdigkeit
certainty-not_graded = Vertrauenswürdigkeit nicht bewertet

## Parts of an answer

label-short = Kurze Antwort:
label-evidence = Evidenz
label-more = Weiteres aus den Quellen
label-harms = Nebenwirkungen und Risiken:
label-conflict = Die Quellen widersprechen sich:
label-sources = Quellen
disclaimer = Entscheidungshilfe für Gesundheitsberufe, automatisch aus veröffentlichten Quellen ausgewählt; keine individuelle Beratung und nicht für Notfälle.

kind-cochrane_summary = Zusammenfassung eines Cochrane-Reviews
kind-relis_answer = Antwort von RELIS
kind-evidence_review = Literaturübersicht
kind-trial = randomisierte Studie
kind-systematic_review = systematische Übersicht
kind-guideline = Leitlinie
kind-svelic_answer = Antwort von SVELIC
kind-product_text = Produktinformation
kind-randomised_trial = randomisierte Studie
kind-non_randomised_study = nicht randomisierte Studie
kind-observational_study = Beobachtungsstudie
kind-single_arm_study = Studie ohne Vergleichsgruppe
kind-study = klinische Studie
kind-case_report = Fallbericht
kind-article = Fachartikel
kind-consumer_article = Verbraucherartikel, die schwächste Art von Quelle
publication-retracted = ZURÜCKGEZOGEN
publication-expression_of_concern = Bedenken des Herausgebers veröffentlicht
publication-protocol = Protokoll ohne Ergebnisse
publication-erratum = durch Erratum berichtigt
source-searched = Literatursuche bis { $date }
source-enquired = Anfrage vom { $date }, nach der Veröffentlichung nicht aktualisiert
source-year = { $year }
source-undated = ohne Datumsangabe
locator-place = „{ $begins } …“
locator-whole = die Quelle insgesamt
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Auf diese Quellen stützen sich die bisherigen Antworten:

## Notices

notice-patient_identifier = Ihre Nachricht enthielt anscheinend Angaben, über die ein Patient erkennbar wäre. Sie wurden vor der Bearbeitung der Frage entfernt und werden weder gespeichert noch protokolliert. Bitte löschen Sie die Nachricht und fragen Sie ohne diese Angaben.
notice-stale_source = Alter der Evidenz: Die neueste Quelle dieser Antwort kennt die Literatur bis { $year }. Spätere Studien sind nicht berücksichtigt.
notice-conflicting_sources = Die Quellen stellen dies unterschiedlich dar; siehe oben.
notice-machine_translated = Eine Quelle dieser Antwort ist selbst eine Übersetzung.
unchecked = Entwurf, noch nicht geprüft
notice-unreviewed_card = Eine Quelle dieser Antwort wurde noch nicht von einer zweiten Person geprüft.
notice-changed_source = Geänderte Quelle: { $title } wurde seit dem Einlesen geändert. Bitte im Original nachsehen.
notice-overdue_source = Überfällige Prüfung: { $title } sollte bis zum { $date } erneut mit der Quelle verglichen werden.
notice-quotation = Sätze in Anführungszeichen sind wörtlich aus der Quelle zitiert, in der Sprache der Quelle.
other-language = In der Sprache Ihrer Nachricht kann ich nicht antworten, daher diese Antwort auf Deutsch.
other-language-unread = Ich habe zu wenig von der Nachricht verstanden, um eine Antwort zu suchen. Bitte fragen Sie in einer dieser Sprachen: { $languages }.

## Not covered

not-covered-medicine = Die Bibliothek enthält nichts zu { $medicines }; deshalb kann ich das nicht beantworten.
not-covered-pair = Die Bibliothek enthält nichts über { $medicine } und { $subject } in diesem Zusammenhang; deshalb kann ich das nicht beantworten.
not-covered-intent = Die Bibliothek nennt { $medicine }, enthält aber nichts, was diese Frage beantwortet.
not-covered-alternatives = Die Bibliothek enthält nichts dazu, was statt { $medicine } eingesetzt werden kann.
not-covered-subject = Die Bibliothek enthält nichts über { $subject }; deshalb kann ich das nicht beantworten.
not-covered-animals = Die Bibliothek behandelt nur Menschen; fragen Sie bitte in einer Tierarztpraxis nach.
not-covered-general = Die Bibliothek enthält nichts, was diese Frage beantwortet.
not-covered-scope = Die Bibliothek umfasst derzeit: { $subjects }.
not-covered-known = Zu diesem Arzneimittel oder seiner Wirkstoffgruppe liegt Evidenz vor bei: { $subjects }.
not-covered-ask = Fragen Sie hier nach:
not-covered-greeting = Guten Tag! Ich beantworte Arzneimittelfragen von Angehörigen der Gesundheitsberufe aus geprüften Quellen. Fragen Sie mich zum Beispiel: { $example }
not-covered-thanks = Gern geschehen. Fragen Sie jederzeit wieder.

## Asking back

clarify-medicine = Was möchten Sie über { $medicine } wissen?
clarify-subject = Was möchten Sie über { $subject } wissen?
clarify-which = Welches Arzneimittel meinen Sie? Die Bibliothek behandelt { $subjects }.
clarify-general = Das habe ich nicht als Arzneimittelfrage verstanden. Sie könnten fragen:

## Options: a label for the button, and the question it stands for

option-efficacy = Wirkung: { $condition }
ask-efficacy = Hilft { $medicine } gegen { $condition }?
option-population = { $population }
ask-population = Hilft { $medicine } { $population } gegen { $condition }?
option-adverse_effects = Nebenwirkungen
ask-adverse_effects = Welche Nebenwirkungen hat { $medicine }?
option-toxicity = Überdosierung
ask-toxicity = Was sind die Anzeichen einer Überdosierung von { $medicine }?
option-interactions = Wechselwirkungen
ask-interactions = Welche Arzneimittel haben Wechselwirkungen mit { $medicine }?
option-contraindications = Gegenanzeigen
ask-contraindications = Wer sollte { $medicine } nicht einnehmen?
option-dosage = Dosierung
ask-dosage = Welche Tagesmenge { $medicine } wird empfohlen?
option-causes = Kann es die Ursache sein?
ask-causes = Kann { $medicine } { $condition } verursachen?
option-trials = Die Studien
ask-trials = Welche Studien zu { $medicine } gegen { $condition } gibt es?
option-treatment = Behandlung
ask-treatment = Wie behandelt man { $condition }?
option-medicines-causing = Arzneimittel als Ursache
ask-medicines-causing = Welche Arzneimittel können { $condition } verursachen?
option-definition = Was ist das?
ask-definition = { $condition }: Was ist das?
option-sources = Quellen
ask-sources = Zeigen Sie mir die Quellen

## Danger now

urgent-first = Möglicherweise ist jemand in Gefahr: erst handeln, dann lesen.
urgent-emergency = Notruf: { $numbers }
urgent-emergency-country = { $country }, Notruf: { $numbers }
urgent-unknown-country = Notruf in allen unten genannten Ländern: 112
urgent-unserved-country = Für { $country } sind hier keine Nummern hinterlegt. Rufen Sie 112 an, den Notruf in den meisten Ländern Europas, oder den örtlichen Notruf.
urgent-poison = Giftnotruf: { $lines }
source-sums-up = Zusammenfassung von: { $work }
services-closed = derzeit geschlossen
urgent-choose-country = Wählen Sie Ihr Land, um nur dessen Nummern zu sehen:
urgent-evidence = Aus den Quellen, sobald Hilfe unterwegs ist:
urgent-self-harm = Die Person darf nicht allein gelassen werden.

## The terminal

chat-welcome = Farmasvar beantwortet Arzneimittelfragen aus geprüften Quellen. Tippen Sie eine Frage ein; eine Zahl wählt eine Option; Strg-D beendet.
chat-prompt = Sie:
chat-bye = Auf Wiedersehen.
building-index = Suchindex wird aufgebaut
