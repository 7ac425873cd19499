### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hei! Jeg svarer på legemiddelspørsmål fra helsepersonell ut fra kontrollerte kilder, og oppgir kilden til hvert utsagn. Er vi to alene, skriver du bare spørsmålet; er det flere til stede, nevner du meg, svarer på en melding fra meg eller skriver { $sign }spør og så spørsmålet. Utelat alt som kan identifisere en pasient. { $sign }help viser hva mer jeg kan gjøre.
talk-help =
    Skriv et legemiddelspørsmål på et av språkene mine. Når flere leser med, nevner du meg, svarer på en melding fra meg eller skriver { $sign }spør og så spørsmålet.

    Et tall velger fra en liste, «mer» viser resten av et svar, «figur» tegner det, og «utkast» lager et svarutkast. En tommel opp eller ned, eller «ikke til hjelp», sier fra til dem som kvalitetssikrer kortene. Retter du spørsmålet, endres svaret; sletter du det, forsvinner svaret også.

    { $sign }language velger språket jeg svarer på
    { $sign }country angir hvor du arbeider, for nødnumre og tjenester
    { $sign }sources viser hva svarene bygger på
    { $sign }privacy forteller hva jeg lagrer
    { $sign }export gir deg det jeg har lagret om deg, { $sign }forget sletter det
    { $sign }new begynner på nytt med et nytt tema
# $days is a number of days.
talk-privacy =
    Ikke send meg noe som kan identifisere en pasient. Skjer det likevel, fjerner jeg det jeg gjenkjenner, før noe blir lagret.

    I { $days } dager lagrer jeg spørsmålet ditt, uten identifiserende opplysninger, sammen med hva svaret bygde på, slik at du kan gå videre fra det og jeg kan si fra når en kilde endres. Like lenge beholder jeg temaet for samtalen. Språket og landet du har valgt, beholder jeg til du sletter dem. { $sign }new sletter samtalen.

    { $sign }export gir deg alt jeg har lagret om deg, { $sign }forget sletter det med en gang. Chatprogrammet selv lagrer meldinger etter sine egne regler.

## Choices

talk-language-choose = Hvilket språk vil du ha svar på?
talk-language-automatic = Samme språk som meldingen
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Språket i svarene: { $choice }
talk-country-choose = Hvilket land arbeider du i? Jeg bruker det til å vise riktige nødnumre og tjenester.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Dette er mer enn { $limit } tegn. Send et kortere spørsmål.
talk-only-text = Jeg kan bare lese tekst. Skriv spørsmålet ditt.
talk-failed = Noe gikk galt hos meg, og jeg har ikke noe svar. Prøv igjen; haster det, kan du spørre legemiddelinformasjonssenteret ditt.

## Figures, drafts, changed evidence

talk-no-figure = Det svaret har ingen tall jeg kan lage figur av.
talk-no-draft = Jeg kan ikke lage utkast av det svaret, for det gjengir ingen dokumentasjon.
talk-draft-choose = I hvilket format vil du ha svarutkastet?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Dokumentasjonen er oppdatert siden du fikk det svaret. Slik er svaret nå:
talk-button-again = Spør igjen

## What readers say of an answer

talk-ask-unhelpful = Takk for at du sier fra. Hva var galt med svaret?
talk-ask-error = Takk for at du sier fra. Hva er feilen?
talk-reason-wrong = Feil
talk-reason-outdated = Utdatert
talk-reason-aside = Svarer ikke på spørsmålet
talk-reason-unclear = Vanskelig å forstå
talk-reason-other = Med egne ord
talk-report-thanks = Takk. Tilbakemeldingen går til dem som kvalitetssikrer kunnskapskortene.
talk-report-reply = De som kvalitetssikrer kunnskapskortene, har svart på tilbakemeldingen din om «{ $question }»: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Den { $date } spurte du: { $question }

    Svaret bygde på noe som ikke lenger gjelder:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: en eldre versjon; kortet er senere revidert
talk-correction-withdrawn = • { $source }: kortet er trukket tilbake

## What is kept and what it rests on

talk-new = Da begynner vi på nytt. Hva vil du spørre om?
talk-sources =
    Svarene bygger på kunnskapskort laget av RELIS-utredninger, sammendrag av Cochrane-oversikter, studier, litteraturgjennomganger og noen artikler for forbrukere. Hvert svar viser kildene sine, hvor gamle de er, og hvor stor tillit man kan ha til resultatene. Når biblioteket ikke har noe om et spørsmål, sier jeg fra om det.

## Chats without forms of their own

talk-own-words = Skriv i neste melding hva som var galt, uten noe som kan identifisere en pasient.
talk-forgotten = Slettet. { $sign }export viser hva som er igjen. Antall slettet av hvert slag:
talk-encrypted = Jeg kunne ikke dekryptere meldingen din, så jeg vet ikke hva du skrev. Send den en gang til. Ring 112 i en nødsituasjon.
