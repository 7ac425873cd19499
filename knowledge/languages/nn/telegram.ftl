### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkomen til Farmasvar. Eg svarar helsepersonell på legemiddelspørsmål ut frå eit bibliotek av kontrollerte kunnskapskort, og oppgir kjelda til kvar utsegn.

    Skriv spørsmålet med dine eigne ord, til dømes: Hjelper magnesium mot leggkrampar hos eldre?

    Utelat namn, fødselsdatoar og anna som kan identifisere ein pasient. /help viser kva meir eg kan gjere.
telegram-help =
    Skriv eit legemiddelspørsmål på eit av språka mine. I ei gruppe kan du nemne meg, svare på ei melding frå meg eller skrive /ask og så spørsmålet.

    /language vel språket eg svarar på
    /country fortel kvar du arbeider, for naudnummer og tenester
    /sources viser kva svara byggjer på
    /privacy fortel kva eg lagrar
    /new byrjar på nytt med eit nytt emne
telegram-sources =
    Svara byggjer på kunnskapskort laga på grunnlag av RELIS-utgreiingar, samandrag av Cochrane-oversikter, studiar, litteraturgjennomgangar og nokre artiklar for forbrukarar. Kvart svar viser kjeldene sine, kor gamle dei er, og kor stor tillit ein kan ha til resultata. Når biblioteket ikkje har noko om eit spørsmål, seier eg frå om det.
telegram-privacy =
    Ikkje send meg noko som kan identifisere ein pasient. Skjer det likevel, fjernar eg det eg kjenner att, før noko blir lagra.

    Eit spørsmål blir lagra, utan identifiserande opplysningar, berre til det er svara på. Deretter tek eg vare på emnet for samtalen i høgst 30 dagar, spørsmåla bak knappane i 7 dagar, og språket og landet du har valt. /new slettar samtalen.
telegram-new = Då byrjar vi på nytt. Kva vil du spørje om?

## Choices

telegram-language-choose = Kva språk vil du ha svar på?
telegram-language-automatic = Språket eg skriv på
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Eg svarar på: { $choice }
telegram-country-choose = Kva land arbeider du i? Eg brukar det til å vise rette naudnummer og tenester.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

telegram-not-allowed = Orsak, denne boten er berre open for visse chattar, og dette er ikkje ein av dei. Ingenting av det du skreiv, er lagra.
# $limit is a number of characters, such as 4000.
telegram-too-long = Dette er meir enn { $limit } teikn. Send eit kortare spørsmål.
telegram-only-text = Eg kan berre lese tekst. Skriv spørsmålet ditt.
telegram-failed = Noko gjekk gale hos meg, og eg har ikkje noko svar. Prøv igjen; hastar det, kan du spørje legemiddelinformasjonssenteret ditt.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knappen er for gammal. Skriv spørsmålet i staden.
telegram-repeated = Eg vart avbroten, så du kan ha fått dette svaret før.

## The command menu: at most 256 characters each

telegram-command-start = Kva denne boten gjer
telegram-command-help = Slik spør du
telegram-command-language = Språket i svara
telegram-command-country = Kvar du arbeider
telegram-command-sources = Kva svara byggjer på
telegram-command-privacy = Kva som blir lagra
telegram-command-new = Byrj på nytt
