### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Tervetuloa Farmasvariin. Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen näyttökorttien kirjaston pohjalta ja kerron jokaisen tiedon lähteen.

    Kirjoita kysymys omin sanoin, esimerkiksi: { $example }

    Jätä pois nimet, syntymäajat ja kaikki muu, mistä potilaan voi tunnistaa. /help kertoo, mitä muuta osaan.
telegram-added = Hei! Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen lähteiden pohjalta. Tässä ryhmässä: kirjoita /kysy ja kysymyksesi, mainitse minut tai vastaa johonkin viestiini. Jos mainitset minut vastauksessa kysymykseen, vastaan siihen kysymykseen. Jätä pois kaikki, mistä potilaan voisi tunnistaa. Ylläpitäjille: /settings.
telegram-help =
    Kirjoita lääkekysymys jollakin osaamistani kielistä. Ryhmässä voit mainita minut, vastata viestiini tai kirjoittaa /kysy ja sen perään kysymyksen.

    /language valitsee vastausten kielen
    /country asettaa maan, jossa työskentelet, hätänumeroita ja palveluja varten
    /sources näyttää, mihin vastaukset perustuvat
    /privacy kertoo, mitä tallennan
    /settings muuttaa nämä koko keskustelulle
    /export antaa sinusta tallennetut tiedot, /forget poistaa ne
    /new aloittaa alusta uudella aiheella

    Voit lisätä tiivistelmiä mihin tahansa keskusteluun: kirjoita @-nimeni ja muutama sana, esimerkiksi { $medicine }.
# $days is a number of days.
telegram-privacy =
    Älä lähetä mitään, mistä potilaan voi tunnistaa. Jos niin kuitenkin käy, poistan tunnistamani tiedot, ennen kuin mitään tallennetaan.

    Säilytän kysymyksesi ilman tunnistetietoja { $days } päivää yhdessä sen kanssa, mihin vastaus perustui, jotta painikkeet toimivat ja voin kertoa, jos lähde muuttuu. Yhtä kauan säilytän keskustelun aiheen. Valitsemasi kielen ja maan säilytän, kunnes poistat ne. /new poistaa keskustelun muististani.

    /export antaa kaiken, mitä sinusta on tallennettu, /forget poistaa sen heti.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Tämä painike on vanhentunut. Kirjoita kysymyksesi.
telegram-repeated = Toimintani keskeytyi, joten olet ehkä jo saanut tämän vastauksen.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Kuva
telegram-button-draft = Vastausluonnos
telegram-button-sources = Täydet lähdetiedot
telegram-button-error = Ilmoita virheestä
telegram-button-open = Avaa keskustelu

## Answers that go to the asker alone

telegram-sent-privately = Lähetin vastauksen sinulle yksityisesti.
telegram-start-first = Täällä vastaukset lähetetään yksityisesti, mutta en saa vielä kirjoittaa sinulle. Avaa keskustelumme ja paina Aloita, niin vastaus tulee.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Kiitos!
telegram-own-words = Kirjoita vastauksena tähän viestiin, mikä oli vikana. Jätä pois kaikki, mistä potilaan voi tunnistaa.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Ilmoitus { $number }: { $kind }

    Syy: { $reason }

    Kysymys: { $question }

    Kortit: { $cards }

    Vastaus: { $answer }
telegram-report-not-helpful = ei hyödyllinen
telegram-report-error = virhe

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Mitään ei löytynyt; kysy minulta suoraan
telegram-inline-closed = Vain luettelossa oleville

## The command menu: at most 256 characters each

telegram-command-start = Mitä tämä botti tekee
telegram-command-help = Näin kysyt
telegram-command-language = Vastausten kieli
telegram-command-country = Missä työskentelet
telegram-command-sources = Mihin vastaukset perustuvat
telegram-command-privacy = Mitä tallennetaan
telegram-command-new = Aloita alusta
