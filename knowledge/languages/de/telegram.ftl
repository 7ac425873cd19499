### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Willkommen bei Farmasvar. Ich beantworte Arzneimittelfragen von Gesundheitsberufen aus einer Bibliothek geprüfter Evidenzkarten und nenne zu jeder Aussage die Quelle.

    Stellen Sie Ihre Frage in eigenen Worten, zum Beispiel: Hilft Magnesium älteren Menschen gegen Wadenkrämpfe?

    Lassen Sie bitte Namen, Geburtsdaten und alles weg, worüber ein Patient erkennbar wäre. /help zeigt, was ich sonst noch kann.
telegram-help =
    Stellen Sie eine Arzneimittelfrage in einer meiner Sprachen. In einer Gruppe erwähnen Sie mich, antworten auf eine meiner Nachrichten oder schreiben /ask und dann Ihre Frage.

    /language wählt die Sprache meiner Antworten
    /country legt fest, wo Sie arbeiten, für Notrufnummern und Auskunftsstellen
    /sources zeigt, worauf meine Antworten beruhen
    /privacy erklärt, was ich speichere
    /new beginnt mit einem neuen Thema von vorn
telegram-sources =
    Meine Antworten beruhen auf Evidenzkarten aus Antworten von RELIS, Zusammenfassungen von Cochrane-Reviews, Studien, Literaturübersichten und einigen Verbraucherartikeln. Jede Antwort nennt ihre Quellen, deren Stand und die Vertrauenswürdigkeit der Evidenz. Enthält die Bibliothek nichts zu einer Frage, sage ich das.
telegram-privacy =
    Senden Sie mir nichts, worüber ein Patient erkennbar wäre. Geschieht es doch, entferne ich, was ich erkenne, bevor etwas gespeichert wird.

    Eine Frage wird ohne identifizierende Angaben nur so lange gespeichert, bis sie beantwortet ist. Danach speichere ich das Thema unseres Gesprächs höchstens 30 Tage, die Fragen hinter den Schaltflächen 7 Tage sowie die gewählte Sprache und das gewählte Land. /new löscht das Gespräch.
telegram-new = Wir beginnen von vorn. Wie lautet Ihre Frage?

## Choices

telegram-language-choose = In welcher Sprache soll ich antworten?
telegram-language-automatic = Sprache meiner Nachricht
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Sprache meiner Antworten: { $choice }
telegram-country-choose = In welchem Land arbeiten Sie? Ich brauche es für Notrufnummern und Auskunftsstellen.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

telegram-not-allowed = Dieser Bot steht leider nur bestimmten Chats zur Verfügung, und dieser gehört nicht dazu. Nichts von dem, was Sie geschrieben haben, wurde gespeichert.
# $limit is a number of characters, such as 4000.
telegram-too-long = Das sind mehr als { $limit } Zeichen. Bitte senden Sie eine kürzere Frage.
telegram-only-text = Ich kann nur Text lesen. Bitte schreiben Sie Ihre Frage.
telegram-failed = Bei mir ist etwas schiefgegangen, und ich habe keine Antwort. Bitte versuchen Sie es noch einmal; wenn es eilt, wenden Sie sich an Ihre Arzneimittelinformationsstelle.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Diese Schaltfläche ist zu alt. Bitte schreiben Sie Ihre Frage.
telegram-repeated = Ich wurde unterbrochen; möglicherweise haben Sie diese Antwort schon erhalten.

## The command menu: at most 256 characters each

telegram-command-start = Was dieser Bot kann
telegram-command-help = So fragen Sie
telegram-command-language = Sprache der Antworten
telegram-command-country = Wo Sie arbeiten
telegram-command-sources = Worauf die Antworten beruhen
telegram-command-privacy = Was gespeichert wird
telegram-command-new = Von vorn beginnen
