### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Welkom bij Farmasvar. Ik beantwoord geneesmiddelvragen van zorgverleners uit een bibliotheek van gecontroleerde kenniskaarten en noem bij elke uitspraak de bron.

    Stel uw vraag in uw eigen woorden, bijvoorbeeld: { $example }

    Laat namen, geboortedatums en al het andere waarmee een patiënt herkend kan worden weg. Met /help ziet u wat ik nog meer kan.
telegram-added = Hallo! Ik beantwoord geneesmiddelvragen van zorgverleners vanuit gecontroleerde bronnen. In deze groep: typ /vraag met je vraag, noem mij, of antwoord op een van mijn berichten. Noem je mij in een antwoord op een vraag, dan beantwoord ik die vraag. Laat alles weg waaraan een patiënt te herkennen is. Beheerders: /settings.
telegram-help =
    Stel een geneesmiddelvraag in een van mijn talen. In een groep kunt u mij noemen, op een bericht van mij antwoorden of /ask en daarna uw vraag typen.

    /language kiest de taal van mijn antwoorden
    /country stelt in waar u werkt, voor alarmnummers en diensten
    /sources toont waarop mijn antwoorden berusten
    /privacy vertelt wat ik bewaar
    /settings wijzigt deze instellingen voor een hele chat
    /export geeft u wat ik over u bewaar, /forget wist dat
    /new begint opnieuw met een nieuw onderwerp

    In elke chat kunt u mijn @naam typen met een paar woorden erachter, zoals { $medicine }, en dan een samenvatting invoegen.
telegram-sources =
    Mijn antwoorden berusten op kenniskaarten, gemaakt uit antwoorden van RELIS, samenvattingen van Cochrane-reviews, studies, literatuuroverzichten en enkele publieksartikelen. Elk antwoord vermeldt de bronnen, hoe oud ze zijn en hoe zeker het bewijs is. Als de bibliotheek niets over een vraag bevat, zeg ik dat.
# $days is a number of days.
telegram-privacy =
    Stuur mij niets waarmee een patiënt herkend kan worden. Gebeurt dat toch, dan verwijder ik wat ik herken voordat er iets wordt bewaard.

    Gedurende { $days } dagen bewaar ik uw vraag, zonder identificerende gegevens, samen met datgene waarop het antwoord berustte, zodat de knoppen werken en ik u kan waarschuwen als een bron verandert. Even lang bewaar ik het onderwerp van ons gesprek. De taal en het land die u hebt gekozen, blijven bewaard totdat u ze wist. /new wist het gesprek.

    Met /export krijgt u alles wat ik over u bewaar, met /forget wordt het meteen gewist.
telegram-new = We beginnen opnieuw. Wat is uw vraag?

## Choices

telegram-language-choose = In welke taal wilt u antwoord krijgen?
telegram-language-automatic = De taal van mijn bericht
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Taal van mijn antwoorden: { $choice }
telegram-country-choose = In welk land werkt u? Ik gebruik dit voor alarmnummers en diensten.
# $choice is the country's name in the reader's language.
telegram-country-set = Land: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
telegram-too-long = Dat zijn meer dan { $limit } tekens. Stuur een kortere vraag.
telegram-only-text = Ik kan alleen tekst lezen. Typ uw vraag.
telegram-failed = Er ging bij mij iets mis en ik heb geen antwoord. Probeer het opnieuw; is het dringend, raadpleeg dan uw geneesmiddeleninformatiecentrum.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Deze knop is te oud. Typ uw vraag.
telegram-repeated = Ik werd onderbroken; mogelijk hebt u dit antwoord al eerder gezien.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figuur
telegram-button-draft = Conceptantwoord
telegram-button-sources = Alle bronnen
telegram-button-error = Fout melden
telegram-button-word = Word
telegram-button-pdf = PDF
telegram-button-again = Opnieuw vragen
telegram-button-open = Chat openen

## Figures, drafts, changed evidence

telegram-no-figure = Dat antwoord bevat geen getallen waarvan ik een figuur kan maken.
telegram-no-draft = Van dat antwoord kan ik geen concept maken: het vermeldt geen bewijs.
telegram-draft-choose = In welke vorm wilt u het conceptantwoord?
telegram-evidence-updated = Het bewijs is sinds dat antwoord bijgewerkt. Zo luidt het antwoord nu:

## Answers that go to the asker alone

telegram-sent-privately = Ik heb u het antwoord privé gestuurd.
telegram-start-first = Antwoorden gaan hier privé naar u, maar ik mag u nog geen berichten sturen. Open onze chat en druk op Start; dan volgt het antwoord.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Dank u wel!
telegram-ask-unhelpful = Dank voor uw melding. Wat was er mis met het antwoord?
telegram-ask-error = Dank voor uw melding. Wat is de fout?
telegram-reason-wrong = Onjuist
telegram-reason-outdated = Verouderd
telegram-reason-aside = Beantwoordt de vraag niet
telegram-reason-unclear = Moeilijk te begrijpen
telegram-reason-other = In eigen woorden
telegram-own-words = Beantwoord dit bericht en schrijf daarin wat er mis was, zonder iets waarmee een patiënt herkend kan worden.
telegram-report-thanks = Dank u wel. Uw melding gaat naar de beoordelaars van de kenniskaarten.
telegram-report-reply = De beoordelaars hebben geantwoord op uw melding over ‘{ $question }’: { $reply }
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Melding { $number }: { $kind }

    Reden: { $reason }

    Vraag: { $question }

    Kaarten: { $cards }

    Antwoord: { $answer }
telegram-report-not-helpful = niet nuttig
telegram-report-error = fout

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
telegram-correction =
    Op { $date } vroeg u: { $question }

    Mijn antwoord berustte op iets wat niet meer geldt:

    { $changes }
# $source is the title of a source.
telegram-correction-changed = • { $source }: een oudere versie; de kaart is sindsdien herzien
telegram-correction-withdrawn = • { $source }: de kaart is ingetrokken

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Niets gevonden; vraag het mij rechtstreeks
telegram-inline-closed = Alleen voor wie op de lijst staat

## The command menu: at most 256 characters each

telegram-command-start = Wat deze bot doet
telegram-command-help = Hoe u een vraag stelt
telegram-command-language = Taal van de antwoorden
telegram-command-country = Waar u werkt
telegram-command-sources = Waarop de antwoorden berusten
telegram-command-privacy = Wat er bewaard wordt
telegram-command-new = Opnieuw beginnen
