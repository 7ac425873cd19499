### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Välkommen till Farmasvar. Jag besvarar läkemedelsfrågor från vårdpersonal utifrån ett bibliotek av granskade evidenskort och anger källan till varje påstående.

    Skriv frågan med egna ord, till exempel: Hjälper magnesium mot vadkramper hos äldre?

    Utelämna namn, födelsedatum och annat som kan identifiera en patient. /help visar vad mer jag kan göra.
telegram-help =
    Skriv en läkemedelsfråga på något av mina språk. I en grupp kan du nämna mig, svara på ett meddelande från mig eller skriva /ask och sedan frågan.

    /language väljer språket jag svarar på
    /country anger var du arbetar, för nödnummer och tjänster
    /sources visar vad svaren bygger på
    /privacy berättar vad jag sparar
    /new börjar om med ett nytt ämne
telegram-sources =
    Svaren bygger på evidenskort som har tagits fram ur RELIS-svar, sammanfattningar av Cochraneöversikter, prövningar, litteraturgenomgångar och några konsumentartiklar. Varje svar redovisar sina källor, hur gamla de är och hur tillförlitlig evidensen är. När biblioteket inte innehåller något om en fråga säger jag det.
telegram-privacy =
    Skicka mig inget som kan identifiera en patient. Om det ändå händer tar jag bort det jag känner igen innan något sparas.

    En fråga sparas, utan identifierande uppgifter, bara tills den är besvarad. Därefter sparar jag ämnet för samtalet i högst 30 dagar, frågorna bakom knapparna i 7 dagar samt det språk och land du har valt. /new raderar samtalet.
telegram-new = Då börjar vi om. Vad vill du fråga om?

## Choices

telegram-language-choose = Vilket språk vill du ha svar på?
telegram-language-automatic = Samma språk som frågan
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Jag svarar på: { $choice }
telegram-country-choose = I vilket land arbetar du? Jag använder det för att visa rätt nödnummer och tjänster.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

telegram-not-allowed = Tyvärr är den här boten bara öppen för vissa chattar, och det här är inte en av dem. Inget av det du skrev har sparats.
# $limit is a number of characters, such as 4000.
telegram-too-long = Det är mer än { $limit } tecken. Skicka en kortare fråga.
telegram-only-text = Jag kan bara läsa text. Skriv din fråga.
telegram-failed = Något gick fel hos mig och jag har inget svar. Försök igen; är det bråttom kan du fråga din läkemedelsinformationscentral.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Den här knappen är för gammal. Skriv din fråga i stället.
telegram-repeated = Jag blev avbruten, så du kan ha fått det här svaret tidigare.

## The command menu: at most 256 characters each

telegram-command-start = Vad boten gör
telegram-command-help = Så frågar du
telegram-command-language = Språket i svaren
telegram-command-country = Var du arbetar
telegram-command-sources = Vad svaren bygger på
telegram-command-privacy = Vad som sparas
telegram-command-new = Börja om
