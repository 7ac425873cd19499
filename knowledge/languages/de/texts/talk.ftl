### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hallo! Ich beantworte Arzneimittelfragen von Angehörigen der Gesundheitsberufe aus geprüften Quellen und nenne zu jeder Aussage die Quelle. Sind wir unter uns, schreiben Sie einfach Ihre Frage; lesen andere mit, erwähnen Sie mich, antworten Sie auf eine meiner Nachrichten oder schreiben Sie { $sign }frage und dann Ihre Frage. Lassen Sie bitte alles weg, was Rückschlüsse auf die Identität eines Patienten zulässt. { $sign }help zeigt, was ich sonst noch kann.
talk-help =
    Stellen Sie eine Arzneimittelfrage in einer meiner Sprachen. Lesen andere mit, erwähnen Sie mich, antworten Sie auf eine meiner Nachrichten oder schreiben Sie { $sign }frage und dann Ihre Frage.

    Eine Zahl wählt aus einer Liste, „mehr“ zeigt den Rest einer Antwort, „Abbildung“ zeichnet sie, und „Entwurf“ macht daraus einen Antwortentwurf. Ein Daumen hoch oder runter oder „nicht hilfreich“ sagt denen Bescheid, die die Karten prüfen. Ändern Sie Ihre Frage, ändert sich die Antwort; löschen Sie sie, verschwindet auch die Antwort.

    { $sign }language wählt die Sprache meiner Antworten
    { $sign }country legt fest, wo Sie arbeiten, für Notrufnummern und Auskunftsstellen
    { $sign }sources zeigt, worauf meine Antworten beruhen
    { $sign }privacy erklärt, was ich speichere
    { $sign }export gibt heraus, was ich über Sie gespeichert habe, { $sign }forget löscht es
    { $sign }new beginnt mit einem neuen Thema von vorn
# $days is a number of days.
talk-privacy =
    Senden Sie mir nichts, was Rückschlüsse auf die Identität eines Patienten zulässt. Geschieht es doch, entferne ich, was ich erkenne, bevor etwas gespeichert wird.

    Ich speichere Ihre Frage, ohne identifizierende Angaben, { $days } Tage lang zusammen mit dem, worauf die Antwort beruhte, damit Sie daran anknüpfen können und ich Sie benachrichtigen kann, wenn sich eine Quelle ändert. Ebenso lange speichere ich das Thema unseres Gesprächs. Sprache und Land, die Sie gewählt haben, bleiben gespeichert, bis Sie sie löschen. { $sign }new löscht das Gespräch.

    { $sign }export gibt Ihnen alles heraus, was ich über Sie gespeichert habe, { $sign }forget löscht es sofort. Das Chatprogramm selbst bewahrt Nachrichten nach eigenen Regeln auf.

## Choices

talk-language-choose = In welcher Sprache soll ich antworten?
talk-language-automatic = Sprache der Nachricht
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Sprache meiner Antworten: { $choice }
talk-country-choose = In welchem Land arbeiten Sie? Ich brauche es für Notrufnummern und Auskunftsstellen.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Das sind mehr als { $limit } Zeichen. Bitte senden Sie eine kürzere Frage.
talk-only-text = Ich kann nur Text lesen. Bitte schreiben Sie Ihre Frage.
talk-failed = Bei mir ist etwas schiefgegangen, und ich habe keine Antwort. Bitte versuchen Sie es noch einmal; wenn es eilt, wenden Sie sich an Ihre Arzneimittelinformationsstelle.

## Figures, drafts, changed evidence

talk-no-figure = Diese Antwort enthält keine Zahlen, die sich als Abbildung zeigen lassen.
talk-no-draft = Aus dieser Antwort lässt sich kein Antwortentwurf erstellen: Sie gibt keine Evidenz wieder.
talk-draft-choose = In welchem Format möchten Sie den Antwortentwurf?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Die Evidenz wurde seit dieser Antwort aktualisiert. So lautet die Antwort jetzt:
talk-button-again = Erneut fragen

## What readers say of an answer

talk-ask-unhelpful = Danke für die Rückmeldung. Was war an der Antwort nicht gut?
talk-ask-error = Danke für den Hinweis. Was ist der Fehler?
talk-reason-wrong = Falsch
talk-reason-outdated = Veraltet
talk-reason-aside = An der Frage vorbei
talk-reason-unclear = Schwer verständlich
talk-reason-other = In eigenen Worten
talk-report-thanks = Danke. Ihre Meldung geht an diejenigen, die die Evidenzkarten prüfen.
talk-report-reply = Die Prüfenden haben auf Ihre Meldung zu „{ $question }“ geantwortet: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Am { $date } fragten Sie: { $question }

    Meine Antwort beruhte auf etwas, das nicht mehr gilt:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: eine ältere Fassung; die Karte wurde seither überarbeitet
talk-correction-withdrawn = • { $source }: die Karte wurde zurückgezogen

## What is kept and what it rests on

talk-new = Wir beginnen von vorn. Wie lautet Ihre Frage?
talk-sources =
    Meine Antworten beruhen auf Evidenzkarten, erstellt aus Antworten von RELIS, Zusammenfassungen von Cochrane-Reviews, Studien, Literaturübersichten und einigen Verbraucherartikeln. Jede Antwort nennt ihre Quellen, deren Stand und die Vertrauenswürdigkeit der Evidenz. Enthält die Bibliothek nichts zu einer Frage, sage ich das.

## Chats without forms of their own

talk-own-words = Bitte schreiben Sie in Ihrer nächsten Nachricht, was nicht stimmt, ohne Angaben, die Rückschlüsse auf die Identität eines Patienten zulassen.
talk-forgotten = Gelöscht. { $sign }export zeigt, was noch da ist. Anzahl der gelöschten Einträge:
talk-encrypted = Ich konnte Ihre Nachricht nicht entschlüsseln und weiß daher nicht, was Sie geschrieben haben. Bitte senden Sie sie noch einmal. Im Notfall rufen Sie 112 an.
