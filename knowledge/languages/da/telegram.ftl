### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkommen til Farmasvar. Jeg besvarer sundhedspersoners spørgsmål om lægemidler ud fra et bibliotek af kontrollerede evidenskort og oplyser kilden til hvert udsagn.

    Skriv spørgsmålet med dine egne ord, for eksempel: Hjælper magnesium mod lægkramper hos ældre?

    Udelad navne, fødselsdatoer og alt andet, der kan identificere en patient. /help viser, hvad jeg ellers kan.
telegram-help =
    Skriv et spørgsmål om lægemidler på et af mine sprog. I en gruppe kan du nævne mig, svare på en besked fra mig eller skrive /ask og derefter spørgsmålet.

    /language vælger det sprog, jeg svarer på
    /country angiver, hvor du arbejder, af hensyn til alarmnumre og tjenester
    /sources viser, hvad svarene bygger på
    /privacy fortæller, hvad jeg gemmer
    /new begynder forfra med et nyt emne
telegram-sources =
    Svarene bygger på evidenskort lavet ud fra RELIS-svar, resuméer af Cochrane-reviews, forsøg, litteraturgennemgange og enkelte forbrugerartikler. Hvert svar viser sine kilder, hvor gamle de er, og hvor stor tiltro man kan have til evidensen. Når biblioteket intet har om et spørgsmål, siger jeg det.
telegram-privacy =
    Send mig ikke noget, der kan identificere en patient. Sker det alligevel, fjerner jeg det, jeg genkender, før noget bliver gemt.

    Et spørgsmål gemmes, uden identificerende oplysninger, kun indtil det er besvaret. Derefter gemmer jeg emnet for samtalen i højst 30 dage, spørgsmålene bag knapperne i 7 dage og det sprog og land, du har valgt. /new sletter samtalen.
telegram-new = Så begynder vi forfra. Hvad vil du spørge om?

## Choices

telegram-language-choose = Hvilket sprog vil du have svar på?
telegram-language-automatic = Det sprog, jeg skriver på
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Jeg svarer på: { $choice }
telegram-country-choose = Hvilket land arbejder du i? Jeg bruger det til at vise de rigtige alarmnumre og tjenester.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

telegram-not-allowed = Beklager, denne bot er kun åben for bestemte chats, og dette er ikke en af dem. Intet af det, du skrev, er gemt.
# $limit is a number of characters, such as 4000.
telegram-too-long = Det er mere end { $limit } tegn. Send venligst et kortere spørgsmål.
telegram-only-text = Jeg kan kun læse tekst. Skriv venligst dit spørgsmål.
telegram-failed = Noget gik galt hos mig, og jeg har ikke noget svar. Prøv igen; haster det, så spørg dit lægemiddelinformationscenter.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knap er for gammel. Skriv venligst dit spørgsmål.
telegram-repeated = Jeg blev afbrudt, så du kan have fået dette svar før.

## The command menu: at most 256 characters each

telegram-command-start = Hvad botten kan
telegram-command-help = Sådan spørger du
telegram-command-language = Sproget i svarene
telegram-command-country = Hvor du arbejder
telegram-command-sources = Hvad svarene bygger på
telegram-command-privacy = Hvad der gemmes
telegram-command-new = Begynd forfra
