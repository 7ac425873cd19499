### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hei! Eg svarar på legemiddelspørsmål frå helsepersonell ut frå kontrollerte kjelder, og oppgir kjelda til kvar utsegn. Er vi to åleine, skriv du berre spørsmålet; er det fleire til stades, nemner du meg, svarar på ei melding frå meg eller skriv { $sign }spør og så spørsmålet. Utelat alt som kan identifisere ein pasient. { $sign }help viser kva meir eg kan gjere.
talk-help =
    Skriv eit legemiddelspørsmål på eit av språka mine. Når fleire les med, nemner du meg, svarar på ei melding frå meg eller skriv { $sign }spør og så spørsmålet.

    Eit tal vel frå ei liste, «meir» viser resten av eit svar, «figur» teiknar det, og «utkast» lagar eit svarutkast. Ein tommel opp eller ned, eller «ikkje til hjelp», seier frå til dei som kvalitetssikrar korta. Rettar du spørsmålet, blir svaret endra; slettar du det, blir svaret òg borte.

    { $sign }language vel språket eg svarar på
    { $sign }country fortel kvar du arbeider, for naudnummer og tenester
    { $sign }sources viser kva svara byggjer på
    { $sign }privacy fortel kva eg lagrar
    { $sign }export gir deg det eg har lagra om deg, { $sign }forget slettar det
    { $sign }new startar eit nytt tema
# $days is a number of days.
talk-privacy =
    Ikkje send meg noko som kan identifisere ein pasient. Skjer det likevel, fjernar eg det eg kjenner att, før noko blir lagra.

    I { $days } dagar lagrar eg spørsmålet ditt, utan identifiserande opplysningar, saman med det svaret bygde på, slik at du kan gå vidare frå det og eg kan seie frå når ei kjelde blir endra. Like lenge tek eg vare på temaet for samtalen. Språket og landet du har valt, tek eg vare på til du slettar dei. { $sign }new slettar samtalen.

    { $sign }export gir deg alt eg har lagra om deg, { $sign }forget slettar det med ein gong. Chatprogrammet sjølv lagrar meldingar etter sine eigne reglar.

## Choices

talk-language-choose = Kva språk vil du ha svar på?
talk-language-automatic = Same språk som meldinga
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Språket i svara: { $choice }
talk-country-choose = Kva land arbeider du i? Eg brukar det til å vise rette naudnummer og tenester.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Dette er meir enn { $limit } teikn. Send eit kortare spørsmål.
talk-only-text = Eg kan berre lese tekst. Skriv spørsmålet ditt.
talk-failed = Noko gjekk gale hos meg, og eg har ikkje noko svar. Prøv igjen; hastar det, kan du spørje legemiddelinformasjonssenteret ditt.

## Figures, drafts, changed evidence

talk-no-figure = Det svaret har ingen tal eg kan lage figur av.
talk-no-draft = Eg kan ikkje lage utkast av det svaret, for det viser ikkje til nokon dokumentasjon.
talk-draft-choose = I kva format vil du ha svarutkastet?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Dokumentasjonen er oppdatert sidan du fekk det svaret. Slik er svaret no:
talk-button-again = Spør på nytt

## What readers say of an answer

talk-ask-unhelpful = Takk for at du seier frå. Kva var gale med svaret?
talk-ask-error = Takk for at du seier frå. Kva er feilen?
talk-reason-wrong = Feil
talk-reason-outdated = Utdatert
talk-reason-aside = Svarar ikkje på spørsmålet
talk-reason-unclear = Vanskeleg å forstå
talk-reason-other = Med eigne ord
talk-report-thanks = Takk. Tilbakemeldinga går til dei som kvalitetssikrar kunnskapskorta.
talk-report-reply = Dei som kvalitetssikrar kunnskapskorta, har svara på tilbakemeldinga di om «{ $question }»: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Den { $date } spurde du: { $question }

    Svaret bygde på noko som ikkje lenger gjeld:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: ein eldre versjon; kortet er seinare revidert
talk-correction-withdrawn = • { $source }: kortet er trekt tilbake

## What is kept and what it rests on

talk-new = Då byrjar vi på nytt. Kva vil du spørje om?
talk-sources =
    Svara byggjer på kunnskapskort laga på grunnlag av RELIS-utgreiingar, samandrag av Cochrane-oversikter, studiar, litteraturgjennomgangar og nokre artiklar for forbrukarar. Kvart svar viser kjeldene sine, kor gamle dei er, og kor stor tillit ein kan ha til resultata. Når biblioteket ikkje har noko om eit spørsmål, seier eg frå om det.

## Chats without forms of their own

talk-own-words = Skriv i neste melding kva som var gale, utan noko som kan identifisere ein pasient.
talk-forgotten = Sletta. { $sign }export viser kva som er att. Så mykje av kvart slag er sletta:
talk-encrypted = Eg klarte ikkje å dekryptere meldinga di, så eg veit ikkje kva du skreiv. Send ho ein gong til. Ring 112 i ein naudsituasjon.
