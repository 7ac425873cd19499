### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hej! Jeg svarer på spørgsmål om lægemidler fra sundhedspersoner ud fra kontrollerede kilder og oplyser kilden til hvert udsagn. Er vi alene, skriver du bare spørgsmålet; er der flere til stede, nævner du mig, svarer på en af mine beskeder eller skriver { $sign }spørg og derefter spørgsmålet. Udelad alt, der kan identificere en patient. { $sign }help viser, hvad jeg ellers kan.
talk-help =
    Skriv et spørgsmål om lægemidler på et af mine sprog. Når andre læser med, nævner du mig, svarer på en besked fra mig eller skriver { $sign }spørg og derefter spørgsmålet.

    Et tal vælger fra en liste, »mere« viser resten af et svar, »figur« tegner det, og »udkast« laver et svarudkast. En tommel op eller ned, eller »ikke til hjælp«, giver besked til dem, der kvalitetssikrer kortene. Retter du spørgsmålet, ændres svaret; sletter du det, forsvinder svaret også.

    { $sign }language vælger det sprog, jeg svarer på
    { $sign }country angiver, hvor du arbejder, af hensyn til alarmnumre og tjenester
    { $sign }sources viser, hvad svarene bygger på
    { $sign }privacy fortæller, hvad jeg gemmer
    { $sign }export giver dig det, jeg har gemt om dig, { $sign }forget sletter det
    { $sign }new begynder forfra med et nyt emne
# $days is a number of days.
talk-privacy =
    Send mig ikke noget, der kan identificere en patient. Sker det alligevel, fjerner jeg det, jeg genkender, før noget bliver gemt.

    I { $days } dage gemmer jeg dit spørgsmål, uden identificerende oplysninger, sammen med det, svaret byggede på, så du kan gå videre derfra, og jeg kan give besked, når en kilde ændres. Lige så længe gemmer jeg emnet for samtalen. Det sprog og land, du har valgt, gemmer jeg, indtil du sletter dem. { $sign }new glemmer samtalen.

    { $sign }export giver dig alt, hvad jeg har gemt om dig, { $sign }forget sletter det med det samme. Chatprogrammet selv gemmer beskeder efter sine egne regler.

## Choices

talk-language-choose = Hvilket sprog vil du have svar på?
talk-language-automatic = Samme som i beskeden
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Sproget i svarene: { $choice }
talk-country-choose = Hvilket land arbejder du i? Jeg bruger det til at vise de rigtige alarmnumre og tjenester.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Det er mere end { $limit } tegn. Send venligst et kortere spørgsmål.
talk-only-text = Jeg kan kun læse tekst. Skriv venligst dit spørgsmål.
talk-failed = Noget gik galt hos mig, og jeg har ikke noget svar. Prøv igen; haster det, så spørg dit lægemiddelinformationscenter.

## Figures, drafts, changed evidence

talk-no-figure = Svaret indeholder ingen tal, som jeg kan tegne.
talk-no-draft = Jeg kan ikke lave et udkast ud fra det svar, for det gengiver ingen evidens.
talk-draft-choose = I hvilket format vil du have svarudkastet?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Evidensen er opdateret, siden du fik svaret. Sådan lyder svaret nu:
talk-button-again = Spørg igen

## What readers say of an answer

talk-ask-unhelpful = Tak for tilbagemeldingen. Hvad var der galt med svaret?
talk-ask-error = Tak, fordi du gør opmærksom på det. Hvad er fejlen?
talk-reason-wrong = Forkert
talk-reason-outdated = Forældet
talk-reason-aside = Svarer ikke på spørgsmålet
talk-reason-unclear = Svært at forstå
talk-reason-other = Med egne ord
talk-report-thanks = Tak. Din tilbagemelding går til dem, der kvalitetssikrer evidenskortene.
talk-report-reply = De, der kvalitetssikrer evidenskortene, har svaret på din tilbagemelding om »{ $question }«: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Den { $date } spurgte du: { $question }

    Svaret byggede på noget, der ikke længere gælder:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: en ældre version; kortet er siden blevet revideret
talk-correction-withdrawn = • { $source }: kortet er trukket tilbage

## What is kept and what it rests on

talk-new = Så begynder vi forfra. Hvad vil du spørge om?
talk-sources =
    Svarene bygger på evidenskort lavet ud fra RELIS-svar, resuméer af Cochrane-reviews, forsøg, litteraturgennemgange og enkelte forbrugerartikler. Hvert svar viser sine kilder, hvor gamle de er, og hvor stor tiltro man kan have til evidensen. Hvis biblioteket intet har om et spørgsmål, siger jeg det.

## Chats without forms of their own

talk-own-words = Skriv i din næste besked, hvad der var galt, uden noget, der kan identificere en patient.
talk-forgotten = Slettet. { $sign }export viser, hvad der er tilbage. Antal slettede:
talk-encrypted = Jeg kunne ikke dekryptere din besked, så jeg ved ikke, hvad du skrev. Send den igen. Ring 112 i en nødsituation.
