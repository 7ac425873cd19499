### Every text a reader sees, in German. Placeables stand for text that arrives ready in this language:
### $scope        "bei älteren Menschen mit Wadenkrämpfen ohne bekannte Ursache", followed by the verb
### $intervention "Magnesium zum Einnehmen"; $outcome stands in the dative ("der Häufigkeit der Krämpfe"), so "bei" precedes it
### $compared     is "" or the message `compared-with`. Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty

compared-with = im Vergleich zu { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope } führt { $intervention } zu einer Verbesserung bei { $outcome } { $compared }.
    [moderate] { $scope } führt { $intervention } wahrscheinlich zu einer Verbesserung bei { $outcome } { $compared }.
    [low] { $scope } führt { $intervention } möglicherweise zu einer Verbesserung bei { $outcome } { $compared }.
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Verbesserung bei { $outcome } führt.
   *[not_graded] { $scope } beschreibt die Quelle mit { $intervention } eine Verbesserung bei { $outcome } { $compared }; die Vertrauenswürdigkeit der Evidenz bewertet sie nicht.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope } macht { $intervention } { $compared } kaum einen oder gar keinen Unterschied bei { $outcome }.
    [moderate] { $scope } macht { $intervention } { $compared } wahrscheinlich kaum einen oder gar keinen Unterschied bei { $outcome }.
    [low] { $scope } macht { $intervention } { $compared } möglicherweise kaum einen oder gar keinen Unterschied bei { $outcome }.
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } einen Unterschied bei { $outcome } macht.
   *[not_graded] { $scope } beschreibt die Quelle mit { $intervention } { $compared } kaum einen oder gar keinen Unterschied bei { $outcome }; die Vertrauenswürdigkeit der Evidenz bewertet sie nicht.
}
effect-harm = { $certainty ->
    [high] { $scope } führt { $intervention } zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [moderate] { $scope } führt { $intervention } wahrscheinlich zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [low] { $scope } führt { $intervention } möglicherweise zu einer Zunahme oder Verschlechterung bei { $outcome } { $compared }.
    [very_low] { $scope } ist es sehr unsicher, ob { $intervention } { $compared } zu einer Zunahme oder Verschlechterung bei { $outcome } führt.
   *[not_graded] { $scope } beschreibt die Quelle mit { $intervention } eine Zunahme oder Verschlechterung bei { $outcome } { $compared }; die Vertrauenswürdigkeit der Evidenz bewertet sie nicht.
}
effect-inconsistent = { $certainty ->
    [high] { $scope } widersprechen sich die Studien zur Wirkung von { $intervention } bei { $outcome } { $compared } (hohe Vertrauenswürdigkeit).
    [moderate] { $scope } widersprechen sich die Studien zur Wirkung von { $intervention } bei { $outcome } { $compared } (moderate Vertrauenswürdigkeit).
    [low] { $scope } widersprechen sich die Studien zur Wirkung von { $intervention } bei { $outcome } { $compared } (niedrige Vertrauenswürdigkeit).
    [very_low] { $scope } widersprechen sich die Studien, und die Wirkung von { $intervention } bei { $outcome } { $compared } ist sehr unsicher.
   *[not_graded] { $scope } widersprechen sich die Studien zur Wirkung von { $intervention } bei { $outcome } { $compared }; die Vertrauenswürdigkeit der Evidenz bewertet die Quelle nicht.
}
effect-insufficient = { $certainty ->
    [high] { $scope } reichen die Daten nicht aus, um die Wirkung von { $intervention } bei { $outcome } { $compared } zu beurteilen.
    [moderate] { $scope } reichen die Daten nicht aus, um die Wirkung von { $intervention } bei { $outcome } { $compared } zu beurteilen.
    [low] { $scope } reichen die Daten nicht aus, um die Wirkung von { $intervention } bei { $outcome } { $compared } zu beurteilen (niedrige Vertrauenswürdigkeit).
    [very_low] { $scope } ist die Evidenz zur Wirkung von { $intervention } bei { $outcome } { $compared } sehr unsicher.
   *[not_graded] { $scope } kann die Quelle keinen Schluss zur Wirkung von { $intervention } bei { $outcome } { $compared } ziehen.
}

## Numbers behind a claim

estimate-mean_difference = Differenz { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } von 1.000 mit der Behandlung{ $interval }, { $comparator_value } von 1.000 in der Kontrollgruppe
estimate-range_percent = { $low }–{ $high } % der Teilnehmenden
estimate-interval = 95-%-KI { $low } bis { $high }
estimate-weeks = { $weeks ->
    [one] nach { $weeks } Woche
   *[other] nach { $weeks } Wochen
}
unit-percent = Prozentpunkte
unit-cramps_per_week = Krämpfe pro Woche
studies = { $number ->
    [one] { $number } Studie
   *[other] { $number } Studien
}
participants = { $number ->
    [one] { $number } Teilnehmer
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
kind-consumer_article = Verbraucherartikel, die schwächste Art von Quelle
source-searched = Literatursuche bis { $date }
source-enquired = Anfrage vom { $date }, nach der Veröffentlichung nicht aktualisiert
source-year = { $year }
source-undated = ohne Datumsangabe
locator = { $section }, Zeilen { $lines }
locator-lines = Zeilen { $lines }
locator-whole = die Quelle insgesamt
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Auf diese Quellen stützen sich die bisherigen Antworten:

## Notices

notice-patient_identifier = Ihre Nachricht enthielt anscheinend Angaben, über die ein Patient erkennbar wäre. Sie wurden vor der Bearbeitung der Frage entfernt und werden weder gespeichert noch protokolliert. Bitte löschen Sie die Nachricht und fragen Sie ohne diese Angaben.
notice-stale_source = Alter der Evidenz: Die neueste Quelle dieser Antwort kennt die Literatur bis { $year }. Spätere Studien sind nicht berücksichtigt.
notice-conflicting_sources = Die Quellen stellen dies unterschiedlich dar; siehe oben.
notice-machine_translated = Eine Quelle dieser Antwort ist selbst eine Übersetzung.
notice-unreviewed_card = Eine Quelle dieser Antwort wurde noch nicht von einer zweiten Person geprüft.
other-language = In der Sprache Ihrer Nachricht kann ich nicht antworten, daher diese Antwort auf Deutsch.

## Not covered

not-covered-medicine = Die Bibliothek enthält nichts zu { $medicines }; deshalb kann ich das nicht beantworten.
not-covered-pair = Die Bibliothek enthält nichts über { $medicine } und { $subject } in diesem Zusammenhang; deshalb kann ich das nicht beantworten.
not-covered-intent = Die Bibliothek nennt { $medicine }, enthält aber nichts, was diese Frage beantwortet.
not-covered-alternatives = Die Bibliothek enthält nichts dazu, was statt { $medicine } eingesetzt werden kann.
not-covered-subject = Die Bibliothek enthält nichts über { $subject }; deshalb kann ich das nicht beantworten.
not-covered-animals = Die Bibliothek behandelt nur Menschen; fragen Sie bitte in einer Tierarztpraxis nach.
not-covered-general = Die Bibliothek enthält nichts, was diese Frage beantwortet.
not-covered-scope = Die Bibliothek umfasst heute: Magnesium bei Wadenkrämpfen und unruhigen Beinen, dessen Nebenwirkungen, Wechselwirkungen und Dosierung sowie die Ursachen von Krämpfen.
not-covered-ask = Fragen Sie hier nach:
not-covered-greeting = Guten Tag! Ich beantworte Arzneimittelfragen von Gesundheitsberufen aus geprüften Quellen. Fragen Sie mich zum Beispiel, ob Magnesium gegen Wadenkrämpfe hilft.
not-covered-thanks = Gern geschehen. Fragen Sie jederzeit wieder.

## Asking back

clarify-medicine = Was möchten Sie über { $medicine } wissen?
clarify-subject = Was möchten Sie über { $subject } wissen?
clarify-which = Welches Arzneimittel meinen Sie? Die Bibliothek behandelt Magnesium.
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
option-contraindications = Vorsicht
ask-contraindications = Wer sollte { $medicine } nicht einnehmen?
option-dosage = Dosierung
ask-dosage = Welche Tagesmenge { $medicine } wird empfohlen?
option-causes = Kann es Krämpfe auslösen?
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
urgent-poison = Giftnotruf: { $lines }
urgent-choose-country = Wählen Sie Ihr Land, um nur dessen Nummern zu sehen:
urgent-evidence = Aus den Quellen, sobald Hilfe unterwegs ist:
urgent-self-harm = Die Person darf nicht allein gelassen werden.

## The terminal

chat-welcome = Farmasvar beantwortet Arzneimittelfragen aus geprüften Quellen. Tippen Sie eine Frage ein; eine Zahl wählt eine Option; eine leere Zeile oder Strg-D beendet.
chat-prompt = Sie:
chat-bye = Auf Wiedersehen.
building-index = Suchindex wird aufgebaut
