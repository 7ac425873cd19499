### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Weiterhin zum Thema { $subject }.
subject-medicine-condition = { $medicine } und { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Die Ergebnisse hier beziehen sich nicht eigens auf diese Gruppe: { $group }.
no-nnt = Die Quellen hier nennen nicht, wie viele behandelt werden müssen (NNT oder NNH).
nothing-on-disease = Die Ergebnisse hier berücksichtigen nicht: { $conditions }.

## Asking back

clarify-whom = Welches Arzneimittel meinen Sie, und für wen? Die Bibliothek behandelt { $subjects }.
clarify-condition = Wogegen soll { $medicine } helfen?
clarify-instead = Gegen welche Beschwerden suchen Sie etwas anderes als { $medicine }?
clarify-population = Was möchten Sie über { $medicine } { $population } wissen?
clarify-route = Was möchten Sie über die Verabreichung von { $medicine } wissen?

## Wishes

new-subject = Gut, ein neues Thema. Wie lautet Ihre Frage?
language-noted = Ich antworte ab jetzt auf Deutsch. Wie lautet Ihre Frage?
country-noted = Notiert: { $country }. Ab jetzt nenne ich die dortigen Auskunftsstellen und Rufnummern.
nothing-to-draw = Es gibt noch keine Antwort, aus der sich eine Abbildung oder ein Antwortentwurf machen ließe. Sie könnten fragen:
not-helpful-thanks = Danke für die Rückmeldung.
report-error-thanks = Danke für die Meldung.

## Options: a label for the button, and the question it stands for

option-calm = Niemand ist in Gefahr: bitte antworten
calm-reminder = Falls doch jemand in Gefahr ist, rufen Sie { $numbers } an.
option-safety = Sicherheit
ask-safety = Ist { $medicine } { $population } sicher?
option-trial-dose = Dosen in den Studien
ask-trial-dose = Welche Dosis { $medicine } wurde in den Studien { $population } verwendet?
option-complaint = { $condition }
ask-alternatives = Welche Alternativen zu { $medicine } gibt es gegen { $condition }?
ask-trials-population = Welche Studien zu { $medicine } gegen { $condition } { $population } gibt es?
option-route = { $route }
ask-route = Hilft { $medicine } { $route } gegen { $condition }?

## The terminal

chat-help = Tippen Sie eine Frage ein. Eine Zahl wählt eine Option; „Abbildung“ speichert ein Bild der Antwort, „Entwurf“ einen Antwortentwurf als Dokument; /new beginnt ein neues Thema; Strg-D beendet.
chat-saved = Gespeichert: { $path }
chat-nothing-to-draw = Zu dieser Antwort lässt sich keine Abbildung zeichnen.
chat-no-draft = Aus dieser Antwort lässt sich kein Antwortentwurf erstellen.
chat-not-saved = { $path } konnte nicht gespeichert werden ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = mehr
chat-more = Mehr dazu: „mehr“ eingeben.
