### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkommen til Farmasvar. Jeg svarer helsepersonell på legemiddelspørsmål ut fra et bibliotek av kontrollerte kunnskapskort, og oppgir kilden til hvert utsagn.

    Skriv spørsmålet med dine egne ord, for eksempel: Hjelper magnesium mot leggkramper hos eldre?

    Utelat navn, fødselsdatoer og annet som kan identifisere en pasient. /help viser hva mer jeg kan gjøre.
telegram-help =
    Skriv et legemiddelspørsmål på et av språkene mine. I en gruppe kan du nevne meg, svare på en melding fra meg eller skrive /ask og så spørsmålet.

    /language velger språket jeg svarer på
    /country angir hvor du arbeider, for nødnumre og tjenester
    /sources viser hva svarene bygger på
    /privacy forteller hva jeg lagrer
    /new begynner på nytt med et nytt emne
telegram-sources =
    Svarene bygger på kunnskapskort laget av RELIS-utredninger, sammendrag av Cochrane-oversikter, studier, litteraturgjennomganger og noen artikler for forbrukere. Hvert svar viser kildene sine, hvor gamle de er, og hvor stor tillit man kan ha til resultatene. Når biblioteket ikke har noe om et spørsmål, sier jeg fra om det.
telegram-privacy =
    Ikke send meg noe som kan identifisere en pasient. Skjer det likevel, fjerner jeg det jeg gjenkjenner, før noe blir lagret.

    Et spørsmål lagres, uten identifiserende opplysninger, bare til det er besvart. Deretter beholder jeg emnet for samtalen i høyst 30 dager, spørsmålene bak knappene i 7 dager, og språket og landet du har valgt. /new sletter samtalen.
telegram-new = Da begynner vi på nytt. Hva vil du spørre om?

## Choices

telegram-language-choose = Hvilket språk vil du ha svar på?
telegram-language-automatic = Språket jeg skriver på
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Jeg svarer på: { $choice }
telegram-country-choose = Hvilket land arbeider du i? Jeg bruker det til å vise riktige nødnumre og tjenester.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

telegram-not-allowed = Beklager, denne boten er bare åpen for bestemte chatter, og dette er ikke en av dem. Ingenting av det du skrev, er lagret.
# $limit is a number of characters, such as 4000.
telegram-too-long = Dette er mer enn { $limit } tegn. Send et kortere spørsmål.
telegram-only-text = Jeg kan bare lese tekst. Skriv spørsmålet ditt.
telegram-failed = Noe gikk galt hos meg, og jeg har ikke noe svar. Prøv igjen; haster det, kan du spørre legemiddelinformasjonssenteret ditt.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knappen er for gammel. Skriv spørsmålet i stedet.
telegram-repeated = Jeg ble avbrutt, så du kan ha fått dette svaret før.

## The command menu: at most 256 characters each

telegram-command-start = Hva denne boten gjør
telegram-command-help = Slik spør du
telegram-command-language = Språket i svarene
telegram-command-country = Hvor du arbeider
telegram-command-sources = Hva svarene bygger på
telegram-command-privacy = Hva som lagres
telegram-command-new = Begynn på nytt
