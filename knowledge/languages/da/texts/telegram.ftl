### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkommen til Farmasvar. Jeg besvarer sundhedspersoners spørgsmål om lægemidler ud fra et bibliotek af kontrollerede evidenskort og oplyser kilden til hvert udsagn.

    Skriv spørgsmålet med dine egne ord, for eksempel: { $example }

    Udelad navne, fødselsdatoer og alt andet, der kan identificere en patient. /help viser, hvad jeg ellers kan.
telegram-added = Hej! Jeg svarer på medicinspørgsmål fra sundhedspersonale ud fra kontrollerede kilder. Her i gruppen: skriv /sporg og spørgsmålet, nævn mig, eller svar på en af mine beskeder. Nævner du mig i et svar på et spørgsmål, besvarer jeg det spørgsmål. Udelad alt, der kan identificere en patient. Administratorer: /settings.
telegram-help =
    Skriv et spørgsmål om lægemidler på et af mine sprog. I en gruppe kan du nævne mig, svare på en besked fra mig eller skrive /ask og derefter spørgsmålet.

    /language vælger det sprog, jeg svarer på
    /country angiver, hvor du arbejder, af hensyn til alarmnumre og tjenester
    /sources viser, hvad svarene bygger på
    /privacy fortæller, hvad jeg gemmer
    /settings ændrer indstillingerne for en hel chat
    /export giver dig det, jeg har gemt om dig, /forget sletter det
    /new begynder forfra med et nyt emne

    I alle chats kan du skrive mit @navn og et par ord, f.eks. { $medicine }, og få resuméer, du kan sætte ind.
# $days is a number of days.
telegram-privacy =
    Send mig ikke noget, der kan identificere en patient. Sker det alligevel, fjerner jeg det, jeg genkender, før noget bliver gemt.

    I { $days } dage gemmer jeg dit spørgsmål, uden identificerende oplysninger, sammen med det, svaret byggede på, så knapperne virker, og jeg kan give besked, når en kilde ændres. Lige så længe gemmer jeg emnet for samtalen. Det sprog og land, du har valgt, gemmer jeg, indtil du sletter dem. /new glemmer samtalen.

    /export giver dig alt, hvad jeg har gemt om dig, /forget sletter det med det samme.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knap er for gammel. Skriv venligst dit spørgsmål.
telegram-repeated = Jeg blev afbrudt, så du kan have fået dette svar før.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figur
telegram-button-draft = Svarudkast
telegram-button-sources = Alle kilder
telegram-button-error = Meld en fejl
telegram-button-open = Åbn chatten

## Answers that go to the asker alone

telegram-sent-privately = Jeg har sendt dig svaret privat.
telegram-start-first = Her får du svarene privat, men jeg må ikke skrive til dig endnu. Åbn vores chat, og tryk på Start, så kommer svaret.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Tak!
telegram-own-words = Svar på denne besked, og skriv, hvad der var galt. Skriv ikke noget, der kan identificere en patient.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Tilbagemelding { $number }: { $kind }

    Begrundelse: { $reason }

    Spørgsmål: { $question }

    Evidenskort: { $cards }

    Svar: { $answer }
telegram-report-not-helpful = ikke til hjælp
telegram-report-error = fejl

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Intet fundet; spørg mig direkte
telegram-inline-closed = Kun for dem, der står på listen

## The command menu: at most 256 characters each

telegram-command-start = Hvad botten kan
telegram-command-help = Sådan spørger du
telegram-command-language = Sproget i svarene
telegram-command-country = Hvor du arbejder
telegram-command-sources = Hvad svarene bygger på
telegram-command-privacy = Hvad der gemmes
telegram-command-new = Begynd forfra
