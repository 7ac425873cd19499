### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Welkom bij Farmasvar. Ik beantwoord geneesmiddelvragen van zorgverleners uit een bibliotheek van gecontroleerde kenniskaarten en noem bij elke uitspraak de bron.

    Stel uw vraag in uw eigen woorden, bijvoorbeeld: { $example }

    Laat namen, geboortedatums en al het andere waarmee een patiënt herkend kan worden weg. Met /help ziet u wat ik nog meer kan.
telegram-added = Hallo! Ik beantwoord geneesmiddelvragen van zorgverleners vanuit gecontroleerde bronnen. In deze groep: typ /vraag met uw vraag, noem mij, of antwoord op een van mijn berichten. Noemt u mij in een antwoord op een vraag, dan beantwoord ik die vraag. Laat alles weg waaraan een patiënt te herkennen is. Beheerders: /settings.
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
# $days is a number of days.
telegram-privacy =
    Stuur mij niets waarmee een patiënt herkend kan worden. Gebeurt dat toch, dan verwijder ik wat ik herken voordat er iets wordt bewaard.

    Gedurende { $days } dagen bewaar ik uw vraag, zonder identificerende gegevens, samen met datgene waarop het antwoord berustte, zodat de knoppen werken en ik u kan waarschuwen als een bron verandert. Even lang bewaar ik het onderwerp van ons gesprek. De taal en het land die u hebt gekozen, blijven bewaard totdat u ze wist. /new wist het gesprek.

    Met /export krijgt u alles wat ik over u bewaar, met /forget wordt het meteen gewist.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Deze knop is te oud. Typ uw vraag.
telegram-repeated = Ik werd onderbroken; mogelijk hebt u dit antwoord al eerder gezien.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figuur
telegram-button-draft = Conceptantwoord
telegram-button-sources = Alle bronnen
telegram-button-error = Fout melden
telegram-button-open = Chat openen

## Answers that go to the asker alone

telegram-sent-privately = Ik heb u het antwoord privé gestuurd.
telegram-start-first = Antwoorden gaan hier privé naar u, maar ik mag u nog geen berichten sturen. Open onze chat en druk op Start; dan volgt het antwoord.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Dank u wel!
telegram-own-words = Beantwoord dit bericht en schrijf daarin wat er mis was, zonder iets waarmee een patiënt herkend kan worden.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Melding { $number }: { $kind }

    Reden: { $reason }

    Vraag: { $question }

    Kaarten: { $cards }

    Antwoord: { $answer }
telegram-report-not-helpful = niet nuttig
telegram-report-error = fout

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
