### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hej! Jag svarar på läkemedelsfrågor från vårdpersonal utifrån granskade källor och anger källan till varje påstående. När vi är ensamma skriver du bara din fråga; när fler är med nämner du mig, svarar på ett av mina meddelanden eller skriver { $sign }fråga och sedan frågan. Utelämna allt som kan identifiera en patient. { $sign }help visar vad mer jag kan göra.
talk-help =
    Skriv en läkemedelsfråga på något av mina språk. När andra läser med nämner du mig, svarar på ett meddelande från mig eller skriver { $sign }fråga och sedan frågan.

    En siffra väljer ur en lista, ”mer” visar resten av ett svar, ”figur” visar det som figur och ”utkast” gör ett svarsutkast. En tumme upp eller ner, eller ”inte till hjälp”, meddelas dem som granskar korten. Ändrar du frågan ändras svaret; tar du bort den försvinner svaret också.

    { $sign }language väljer språket jag svarar på
    { $sign }country anger var du arbetar, för nödnummer och tjänster
    { $sign }sources visar vad svaren bygger på
    { $sign }privacy berättar vad jag sparar
    { $sign }export ger dig det jag har sparat om dig, { $sign }forget raderar det
    { $sign }new börjar om med ett nytt ämne
# $days is a number of days.
talk-privacy =
    Skicka mig inget som kan identifiera en patient. Om det ändå händer tar jag bort det jag känner igen innan något sparas.

    I { $days } dagar sparar jag din fråga, utan identifierande uppgifter, tillsammans med det som svaret byggde på, så att du kan gå vidare från det och jag kan säga till när en källa ändras. Lika länge sparar jag ämnet för samtalet. Språket och landet du har valt sparar jag tills du raderar dem. Med { $sign }new glömmer jag samtalet.

    { $sign }export ger dig allt jag har sparat om dig, { $sign }forget raderar det genast. Chattprogrammet självt sparar meddelanden enligt sina egna regler.

## Choices

talk-language-choose = Vilket språk vill du ha svar på?
talk-language-automatic = Samma språk som frågan
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Jag svarar på: { $choice }
talk-country-choose = I vilket land arbetar du? Jag använder det för att visa rätt nödnummer och tjänster.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Det är mer än { $limit } tecken. Skicka en kortare fråga.
talk-only-text = Jag kan bara läsa text. Skriv din fråga.
talk-failed = Något gick fel hos mig och jag har inget svar. Försök igen; är det bråttom kan du fråga din läkemedelsinformationscentral.

## Figures, drafts, changed evidence

talk-no-figure = Det svaret innehåller inga siffror som jag kan göra en figur av.
talk-no-draft = Jag kan inte göra ett utkast av det svaret: det återger ingen evidens.
talk-draft-choose = I vilket format vill du ha svarsutkastet?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Evidensen har uppdaterats sedan du fick det svaret. Så här lyder det nu:
talk-button-again = Fråga igen

## What readers say of an answer

talk-ask-unhelpful = Tack för att du säger till. Vad var fel med svaret?
talk-ask-error = Tack för att du säger till. Vad är det som är fel?
talk-reason-wrong = Felaktigt
talk-reason-outdated = Inaktuellt
talk-reason-aside = Besvarar inte frågan
talk-reason-unclear = Svårt att förstå
talk-reason-other = Med egna ord
talk-report-thanks = Tack. Din rapport går till dem som granskar evidenskorten.
talk-report-reply = Granskarna har svarat på din rapport om ”{ $question }”: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Den { $date } frågade du: { $question }

    Svaret byggde på något som inte längre gäller:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: en äldre version; kortet har reviderats sedan dess
talk-correction-withdrawn = • { $source }: kortet har dragits tillbaka

## What is kept and what it rests on

talk-new = Då börjar vi om. Vad vill du fråga om?
talk-sources =
    Svaren bygger på evidenskort som har tagits fram ur RELIS-svar, sammanfattningar av Cochraneöversikter, prövningar, litteraturgenomgångar och några konsumentartiklar. Varje svar redovisar sina källor, deras datum och hur tillförlitlig evidensen är. När biblioteket inte innehåller något om en fråga säger jag det.

## Chats without forms of their own

talk-own-words = Skriv i ditt nästa meddelande vad som var fel, utan något som kan identifiera en patient.
talk-forgotten = Raderat. { $sign }export visar vad som finns kvar. Antal raderade:
talk-encrypted = Jag kunde inte dekryptera ditt meddelande, så jag vet inte vad du skrev. Skicka det igen. Ring 112 i en nödsituation.
