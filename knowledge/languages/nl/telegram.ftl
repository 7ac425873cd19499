### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Welkom bij Farmasvar. Ik beantwoord geneesmiddelvragen van zorgverleners uit een bibliotheek van gecontroleerde kenniskaarten en noem bij elke uitspraak de bron.

    Stel uw vraag in uw eigen woorden, bijvoorbeeld: helpt magnesium tegen beenkrampen bij ouderen?

    Laat namen, geboortedatums en al het andere waarmee een patiënt herkend kan worden weg. Met /help ziet u wat ik nog meer kan.
telegram-help =
    Stel een geneesmiddelvraag in een van mijn talen. In een groep kunt u mij noemen, op een bericht van mij antwoorden of /ask en daarna uw vraag typen.

    /language kiest de taal van mijn antwoorden
    /country stelt in waar u werkt, voor alarmnummers en diensten
    /sources toont waarop mijn antwoorden berusten
    /privacy vertelt wat ik bewaar
    /new begint opnieuw met een nieuw onderwerp
telegram-sources =
    Mijn antwoorden berusten op kenniskaarten, gemaakt uit antwoorden van RELIS, samenvattingen van Cochrane-reviews, studies, literatuuroverzichten en enkele publieksartikelen. Elk antwoord vermeldt de bronnen, hoe oud ze zijn en hoe zeker het bewijs is. Als de bibliotheek niets over een vraag bevat, zeg ik dat.
telegram-privacy =
    Stuur mij niets waarmee een patiënt herkend kan worden. Gebeurt dat toch, dan verwijder ik wat ik herken voordat er iets wordt bewaard.

    Een vraag wordt, zonder identificerende gegevens, alleen bewaard tot die is beantwoord. Daarna bewaar ik het onderwerp van ons gesprek ten hoogste 30 dagen, de vragen achter de knoppen 7 dagen, en de taal en het land die u hebt gekozen. /new wist het gesprek.
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

telegram-not-allowed = Deze bot is helaas alleen beschikbaar voor bepaalde chats, en deze hoort daar niet bij. Niets van wat u schreef, is bewaard.
# $limit is a number of characters, such as 4000.
telegram-too-long = Dat zijn meer dan { $limit } tekens. Stuur een kortere vraag.
telegram-only-text = Ik kan alleen tekst lezen. Typ uw vraag.
telegram-failed = Er ging bij mij iets mis en ik heb geen antwoord. Probeer het opnieuw; is het dringend, raadpleeg dan uw geneesmiddeleninformatiecentrum.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Deze knop is te oud. Typ uw vraag.
telegram-repeated = Ik werd onderbroken; mogelijk hebt u dit antwoord al eerder gezien.

## The command menu: at most 256 characters each

telegram-command-start = Wat deze bot doet
telegram-command-help = Hoe u een vraag stelt
telegram-command-language = Taal van de antwoorden
telegram-command-country = Waar u werkt
telegram-command-sources = Waarop de antwoorden berusten
telegram-command-privacy = Wat er bewaard wordt
telegram-command-new = Opnieuw beginnen
