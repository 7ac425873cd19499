### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Velkomen til Farmasvar. Eg svarar helsepersonell på legemiddelspørsmål ut frå eit bibliotek av kontrollerte kunnskapskort, og oppgir kjelda til kvar utsegn.

    Skriv spørsmålet med dine eigne ord, til dømes: { $example }

    Utelat namn, fødselsdatoar og anna som kan identifisere ein pasient. /help viser kva meir eg kan gjere.
telegram-added = Hei! Eg svarar på legemiddelspørsmål frå helsepersonell ut frå kontrollerte kjelder. Her i gruppa: skriv /spor og spørsmålet, nemn meg, eller svar på ei av meldingane mine. Nemner du meg i eit svar på eit spørsmål, tek eg det spørsmålet. Utelat alt som kan identifisere ein pasient. Administratorar: /settings.
telegram-help =
    Skriv eit legemiddelspørsmål på eit av språka mine. I ei gruppe kan du nemne meg, svare på ei melding frå meg eller skrive /spor og så spørsmålet.

    /language vel språket eg svarar på
    /country fortel kvar du arbeider, for naudnummer og tenester
    /sources viser kva svara byggjer på
    /privacy fortel kva eg lagrar
    /settings endrar språk, land og anna for ein heil chat
    /export gir deg det eg har lagra om deg, /forget slettar det
    /new startar eit nytt tema

    I alle chattar kan du skrive @-namnet mitt og nokre ord, til dømes { $medicine }, og få samandrag å setje inn.
# $days is a number of days.
telegram-privacy =
    Ikkje send meg noko som kan identifisere ein pasient. Skjer det likevel, fjernar eg det eg kjenner att, før noko blir lagra.

    I { $days } dagar lagrar eg spørsmålet ditt, utan identifiserande opplysningar, saman med det svaret bygde på, slik at knappane verkar og eg kan seie frå når ei kjelde blir endra. Like lenge tek eg vare på temaet for samtalen. Språket og landet du har valt, tek eg vare på til du slettar dei. /new slettar samtalen.

    /export gir deg alt eg har lagra om deg, /forget slettar det med ein gong.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Denne knappen er for gammal. Skriv spørsmålet i staden.
telegram-repeated = Eg vart avbroten, så du kan ha fått dette svaret før.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figur
telegram-button-draft = Svarutkast
telegram-button-sources = Heile kjeldelista
telegram-button-error = Meld feil
telegram-button-open = Opne chatten

## Answers that go to the asker alone

telegram-sent-privately = Eg har sendt deg svaret privat.
telegram-start-first = Her går svara privat til deg, men eg har ikkje lov til å skrive til deg enno. Opne chatten vår og trykk Start, så kjem svaret.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Takk!
telegram-own-words = Skriv kva som var gale, som eit svar på denne meldinga, utan noko som kan identifisere ein pasient.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Tilbakemelding { $number }: { $kind }

    Grunngiving: { $reason }

    Spørsmål: { $question }

    Kort: { $cards }

    Svar: { $answer }
telegram-report-not-helpful = ikkje til hjelp
telegram-report-error = feil

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Fann ingenting; spør meg direkte
telegram-inline-closed = Berre for dei som står på lista

## The command menu: at most 256 characters each

telegram-command-start = Kva denne boten gjer
telegram-command-help = Slik spør du
telegram-command-language = Språket i svara
telegram-command-country = Kvar du arbeider
telegram-command-sources = Kva svara byggjer på
telegram-command-privacy = Kva som blir lagra
telegram-command-new = Start på nytt
