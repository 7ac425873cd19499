### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Välkommen till Farmasvar. Jag besvarar läkemedelsfrågor från vårdpersonal utifrån ett bibliotek av granskade evidenskort och anger källan till varje påstående.

    Skriv frågan med egna ord, till exempel: { $example }

    Utelämna namn, födelsedatum och annat som kan identifiera en patient. /help visar vad mer jag kan göra.
telegram-added = Hej! Jag svarar på läkemedelsfrågor från vårdpersonal utifrån granskade källor. Här i gruppen: skriv /fraga och din fråga, nämn mig, eller svara på ett av mina meddelanden. Nämner du mig i ett svar på en fråga besvarar jag den frågan. Utelämna allt som kan identifiera en patient. Administratörer: /settings.
telegram-help =
    Skriv en läkemedelsfråga på något av mina språk. I en grupp kan du nämna mig, svara på ett meddelande från mig eller skriva /ask och sedan frågan.

    /language väljer språket jag svarar på
    /country anger var du arbetar, för nödnummer och tjänster
    /sources visar vad svaren bygger på
    /privacy berättar vad jag sparar
    /settings ändrar detta för en hel chatt
    /export ger dig det jag har sparat om dig, /forget raderar det
    /new börjar om med ett nytt ämne

    I alla chattar kan du skriva mitt @-namn och några ord, till exempel { $medicine }, och få sammanfattningar att infoga.
# $days is a number of days.
telegram-privacy =
    Skicka mig inget som kan identifiera en patient. Om det ändå händer tar jag bort det jag känner igen innan något sparas.

    I { $days } dagar sparar jag din fråga, utan identifierande uppgifter, tillsammans med det som svaret byggde på, så att knapparna fungerar och jag kan säga till när en källa ändras. Lika länge sparar jag ämnet för samtalet. Språket och landet du har valt sparar jag tills du raderar dem. Med /new glömmer jag samtalet.

    /export ger dig allt jag har sparat om dig, /forget raderar det genast.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Den här knappen är för gammal. Skriv din fråga i stället.
telegram-repeated = Jag blev avbruten, så du kan ha fått det här svaret tidigare.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figur
telegram-button-draft = Svarsutkast
telegram-button-sources = Alla källor
telegram-button-error = Rapportera fel
telegram-button-open = Öppna chatten

## Answers that go to the asker alone

telegram-sent-privately = Jag har skickat svaret till dig privat.
telegram-start-first = Här går svaren privat till dig, men jag får inte skriva till dig ännu. Öppna vår chatt och tryck på Starta, så kommer svaret.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Tack!
telegram-own-words = Svara på det här meddelandet och skriv vad som var fel, utan något som kan identifiera en patient.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Rapport { $number }: { $kind }

    Orsak: { $reason }

    Fråga: { $question }

    Evidenskort: { $cards }

    Svar: { $answer }
telegram-report-not-helpful = inte till hjälp
telegram-report-error = fel

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Inga träffar; fråga mig direkt
telegram-inline-closed = Bara för dem som står på listan

## The command menu: at most 256 characters each

telegram-command-start = Vad boten gör
telegram-command-help = Så frågar du
telegram-command-language = Språket i svaren
telegram-command-country = Var du arbetar
telegram-command-sources = Vad svaren bygger på
telegram-command-privacy = Vad som sparas
telegram-command-new = Börja om
