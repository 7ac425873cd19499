### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Willkommen bei Farmasvar. Ich beantworte Arzneimittelfragen von Angehörigen der Gesundheitsberufe aus einer Bibliothek geprüfter Evidenzkarten und nenne zu jeder Aussage die Quelle.

    Stellen Sie Ihre Frage in eigenen Worten, zum Beispiel: { $example }

    Lassen Sie bitte Namen, Geburtsdaten und alles andere weg, was Rückschlüsse auf die Identität eines Patienten zulässt. /help zeigt, was ich sonst noch kann.
telegram-added = Hallo! Ich beantworte Arzneimittelfragen von Fachpersonal aus geprüften Quellen. In dieser Gruppe: /frage und die Frage schreiben, mich erwähnen oder auf eine meiner Nachrichten antworten. Wer mich in der Antwort auf eine Frage erwähnt, bekommt diese Frage beantwortet. Bitte alles weglassen, woran Patienten zu erkennen wären. Für Administratoren: /settings.
telegram-help =
    Stellen Sie eine Arzneimittelfrage in einer meiner Sprachen. In einer Gruppe erwähnen Sie mich, antworten Sie auf eine meiner Nachrichten oder schreiben Sie /frage und dann Ihre Frage.

    /language wählt die Sprache meiner Antworten
    /country legt fest, wo Sie arbeiten, für Notrufnummern und Auskunftsstellen
    /sources zeigt, worauf meine Antworten beruhen
    /privacy erklärt, was ich speichere
    /settings ändert diese Einstellungen für einen ganzen Chat
    /export gibt heraus, was ich über Sie gespeichert habe, /forget löscht es
    /new beginnt mit einem neuen Thema von vorn

    Mit meinem @Namen und ein paar Stichwörtern, etwa { $medicine }, finden Sie in jedem Chat Zusammenfassungen zum Einfügen.
# $days is a number of days.
telegram-privacy =
    Senden Sie mir nichts, was Rückschlüsse auf die Identität eines Patienten zulässt. Geschieht es doch, entferne ich, was ich erkenne, bevor etwas gespeichert wird.

    Ich speichere Ihre Frage, ohne identifizierende Angaben, { $days } Tage lang zusammen mit dem, worauf die Antwort beruhte, damit die Schaltflächen funktionieren und ich Sie benachrichtigen kann, wenn sich eine Quelle ändert. Ebenso lange speichere ich das Thema unseres Gesprächs. Sprache und Land, die Sie gewählt haben, bleiben gespeichert, bis Sie sie löschen. /new löscht das Gespräch.

    /export gibt Ihnen alles heraus, was ich über Sie gespeichert habe, /forget löscht es sofort.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Diese Schaltfläche ist zu alt. Bitte schreiben Sie Ihre Frage.
telegram-repeated = Ich wurde unterbrochen; möglicherweise haben Sie diese Antwort schon erhalten.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Abbildung
telegram-button-draft = Antwortentwurf
telegram-button-sources = Alle Quellen
telegram-button-error = Fehler melden
telegram-button-open = Chat öffnen

## Answers that go to the asker alone

telegram-sent-privately = Ich habe Ihnen die Antwort privat geschickt.
telegram-start-first = Antworten gehen hier privat an Sie, aber ich darf Ihnen noch nicht schreiben. Öffnen Sie unseren Chat und tippen Sie auf „Starten“: Dann folgt die Antwort.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Danke!
telegram-own-words = Bitte antworten Sie auf diese Nachricht und schreiben Sie, was nicht stimmt, ohne Angaben, die Rückschlüsse auf die Identität eines Patienten zulassen.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Meldung { $number }: { $kind }

    Grund: { $reason }

    Frage: { $question }

    Karten: { $cards }

    Antwort: { $answer }
telegram-report-not-helpful = nicht hilfreich
telegram-report-error = Fehler

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Nichts gefunden; fragen Sie mich direkt
telegram-inline-closed = Nur für Personen auf der Liste

## The command menu: at most 256 characters each

telegram-command-start = Was dieser Bot kann
telegram-command-help = So fragen Sie
telegram-command-language = Sprache der Antworten
telegram-command-country = Wo Sie arbeiten
telegram-command-sources = Worauf die Antworten beruhen
telegram-command-privacy = Was gespeichert wird
telegram-command-new = Von vorn beginnen
