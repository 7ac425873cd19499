### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkommen til Farmasvar. Jeg svarer helsepersonell på legemiddelspørsmål ut fra et bibliotek av kontrollerte kunnskapskort, og oppgir kilden til hvert utsagn.

    Skriv spørsmålet med dine egne ord, for eksempel: { $example }

    Utelat navn, fødselsdatoer og annet som kan identifisere en pasient. /help viser hva mer jeg kan gjøre.
telegram-added = Hei! Jeg svarer på legemiddelspørsmål fra helsepersonell ut fra kontrollerte kilder. Her i gruppen: skriv /spor og spørsmålet, nevn meg, eller svar på en av meldingene mine. Nevner du meg i et svar på et spørsmål, tar jeg det spørsmålet. Utelat alt som kan identifisere en pasient. Administratorer: /settings.
telegram-help =
    Skriv et legemiddelspørsmål på et av språkene mine. I en gruppe kan du nevne meg, svare på en melding fra meg eller skrive /ask og så spørsmålet.

    /language velger språket jeg svarer på
    /country angir hvor du arbeider, for nødnumre og tjenester
    /sources viser hva svarene bygger på
    /privacy forteller hva jeg lagrer
    /settings endrer dette for en hel chat
    /export gir deg det jeg har lagret om deg, /forget sletter det
    /new begynner på nytt med et nytt tema

    I alle chatter kan du skrive @-navnet mitt og noen ord, for eksempel { $medicine }, og få sammendrag å sette inn.
# $days is a number of days.
telegram-privacy =
    Ikke send meg noe som kan identifisere en pasient. Skjer det likevel, fjerner jeg det jeg gjenkjenner, før noe blir lagret.

    I { $days } dager lagrer jeg spørsmålet ditt, uten identifiserende opplysninger, sammen med hva svaret bygde på, slik at knappene virker og jeg kan si fra når en kilde endres. Like lenge beholder jeg temaet for samtalen. Språket og landet du har valgt, beholder jeg til du sletter dem. /new sletter samtalen.

    /export gir deg alt jeg har lagret om deg, /forget sletter det med en gang.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knappen er for gammel. Skriv spørsmålet i stedet.
telegram-repeated = Jeg ble avbrutt, så du kan ha fått dette svaret før.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figur
telegram-button-draft = Svarutkast
telegram-button-sources = Alle kilder
telegram-button-error = Meld feil
telegram-button-open = Åpne chatten

## Answers that go to the asker alone

telegram-sent-privately = Jeg har sendt deg svaret privat.
telegram-start-first = Her går svarene privat til deg, men jeg har ikke lov til å skrive til deg ennå. Åpne chatten vår og trykk Start, så kommer svaret.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Takk!
telegram-own-words = Skriv hva som var galt, som et svar på denne meldingen, uten noe som kan identifisere en pasient.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Tilbakemelding { $number }: { $kind }

    Begrunnelse: { $reason }

    Spørsmål: { $question }

    Kort: { $cards }

    Svar: { $answer }
telegram-report-not-helpful = ikke til hjelp
telegram-report-error = feil

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Fant ingenting; spør meg direkte
telegram-inline-closed = Bare for dem som står på listen

## The command menu: at most 256 characters each

telegram-command-start = Hva denne boten gjør
telegram-command-help = Slik spør du
telegram-command-language = Språket i svarene
telegram-command-country = Hvor du arbeider
telegram-command-sources = Hva svarene bygger på
telegram-command-privacy = Hva som lagres
telegram-command-new = Begynn på nytt
