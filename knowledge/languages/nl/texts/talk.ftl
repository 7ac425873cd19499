### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hallo! Ik beantwoord geneesmiddelvragen van zorgverleners vanuit gecontroleerde bronnen en noem bij elke uitspraak de bron. Zijn we met ons tweeën, dan typt u gewoon uw vraag; lezen anderen mee, dan noemt u mij, antwoordt u op een bericht van mij of typt u { $sign }vraag en daarna uw vraag. Laat alles weg waarmee een patiënt herkend kan worden. Met { $sign }help ziet u wat ik nog meer kan.
talk-help =
    Stel een geneesmiddelvraag in een van mijn talen. Lezen anderen mee, dan noemt u mij, antwoordt u op een bericht van mij of typt u { $sign }vraag en daarna uw vraag.

    Een nummer kiest uit een lijst, ‘meer’ toont de rest van een antwoord, ‘figuur’ tekent het en ‘concept’ maakt er een conceptantwoord van. Een duim omhoog of omlaag, of ‘niet nuttig’, laat de beoordelaars van de kaarten weten wat u ervan vindt. Wijzigt u uw vraag, dan verandert het antwoord; verwijdert u de vraag, dan verdwijnt ook het antwoord.

    { $sign }language kiest de taal van mijn antwoorden
    { $sign }country stelt in waar u werkt, voor alarmnummers en diensten
    { $sign }sources toont waarop mijn antwoorden berusten
    { $sign }privacy vertelt wat ik bewaar
    { $sign }export geeft u wat ik over u bewaar, { $sign }forget wist dat
    { $sign }new begint opnieuw met een nieuw onderwerp
# $days is a number of days.
talk-privacy =
    Stuur mij niets waarmee een patiënt herkend kan worden. Gebeurt dat toch, dan verwijder ik wat ik herken voordat er iets wordt bewaard.

    Gedurende { $days } dagen bewaar ik uw vraag, zonder identificerende gegevens, samen met datgene waarop het antwoord berustte, zodat u erop verder kunt gaan en ik u kan waarschuwen als een bron verandert. Even lang bewaar ik het onderwerp van ons gesprek. De taal en het land die u hebt gekozen, blijven bewaard totdat u ze wist. { $sign }new wist het gesprek.

    Met { $sign }export krijgt u alles wat ik over u bewaar, met { $sign }forget wordt het meteen gewist. Het chatprogramma zelf bewaart berichten volgens zijn eigen regels.

## Choices

talk-language-choose = In welke taal wilt u antwoord krijgen?
talk-language-automatic = De taal van mijn bericht
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Taal van mijn antwoorden: { $choice }
talk-country-choose = In welk land werkt u? Ik gebruik dit voor alarmnummers en diensten.
# $choice is the country's name in the reader's language.
talk-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Dat zijn meer dan { $limit } tekens. Stuur een kortere vraag.
talk-only-text = Ik kan alleen tekst lezen. Typ uw vraag.
talk-failed = Er ging bij mij iets mis en ik heb geen antwoord. Probeer het opnieuw; is het dringend, raadpleeg dan uw geneesmiddeleninformatiecentrum.

## Figures, drafts, changed evidence

talk-no-figure = Dat antwoord bevat geen getallen waarvan ik een figuur kan maken.
talk-no-draft = Van dat antwoord kan ik geen concept maken: het vermeldt geen bewijs.
talk-draft-choose = In welke vorm wilt u het conceptantwoord?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Het bewijs is sinds dat antwoord bijgewerkt. Zo luidt het antwoord nu:
talk-button-again = Opnieuw vragen

## What readers say of an answer

talk-ask-unhelpful = Dank voor uw melding. Wat was er mis met het antwoord?
talk-ask-error = Dank voor uw melding. Wat is de fout?
talk-reason-wrong = Onjuist
talk-reason-outdated = Verouderd
talk-reason-aside = Beantwoordt de vraag niet
talk-reason-unclear = Moeilijk te begrijpen
talk-reason-other = In eigen woorden
talk-report-thanks = Dank u wel. Uw melding gaat naar de beoordelaars van de kenniskaarten.
talk-report-reply = De beoordelaars hebben geantwoord op uw melding over ‘{ $question }’: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    Op { $date } vroeg u: { $question }

    Mijn antwoord berustte op iets wat niet meer geldt:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: een oudere versie; de kaart is sindsdien herzien
talk-correction-withdrawn = • { $source }: de kaart is ingetrokken

## What is kept and what it rests on

talk-new = We beginnen opnieuw. Wat is uw vraag?
talk-sources =
    Mijn antwoorden berusten op kenniskaarten, gemaakt uit antwoorden van RELIS, samenvattingen van Cochrane-reviews, studies, literatuuroverzichten en enkele publieksartikelen. Elk antwoord vermeldt de bronnen, hoe oud ze zijn en hoe zeker het bewijs is. Als de bibliotheek niets over een vraag bevat, zeg ik dat.

## Chats without forms of their own

talk-own-words = Schrijf in uw volgende bericht wat er mis was, zonder iets waarmee een patiënt herkend kan worden.
talk-forgotten = Gewist. { $sign }export toont wat er nog is. Gewiste aantallen:
talk-encrypted = Ik kon uw bericht niet ontsleutelen en weet dus niet wat u schreef. Stuur het nog eens. Bel 112 in een noodgeval.
