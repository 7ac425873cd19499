### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Tervetuloa Farmasvariin. Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen näyttökorttien kirjaston pohjalta ja kerron jokaisen tiedon lähteen.

    Kirjoita kysymys omin sanoin, esimerkiksi: { $example }

    Jätä pois nimet, syntymäajat ja kaikki muu, mistä potilaan voi tunnistaa. /help kertoo, mitä muuta osaan.
telegram-added = Hei! Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen lähteiden pohjalta. Tässä ryhmässä: kirjoita /kysy ja kysymyksesi, mainitse minut tai vastaa johonkin viestiini. Jos mainitset minut vastauksessa kysymykseen, vastaan siihen kysymykseen. Jätä pois kaikki, mistä potilaan voisi tunnistaa. Ylläpitäjille: /settings.
telegram-help =
    Kirjoita lääkekysymys jollakin osaamistani kielistä. Ryhmässä voit mainita minut, vastata viestiini tai kirjoittaa /ask ja sen perään kysymyksen.

    /language valitsee vastausten kielen
    /country asettaa maan, jossa työskentelet, hätänumeroita ja palveluja varten
    /sources näyttää, mihin vastaukset perustuvat
    /privacy kertoo, mitä tallennan
    /settings muuttaa nämä koko keskustelulle
    /export antaa sinusta tallennetut tiedot, /forget poistaa ne
    /new aloittaa alusta uudella aiheella

    Voit lisätä tiivistelmiä mihin tahansa keskusteluun: kirjoita @-nimeni ja muutama sana, esimerkiksi { $medicine }.
telegram-sources =
    Vastaukset perustuvat näyttökortteihin, jotka on tehty RELIS-vastauksista, Cochrane-katsausten tiivistelmistä, tutkimuksista, kirjallisuuskatsauksista ja muutamasta kuluttajille suunnatusta artikkelista. Jokaisessa vastauksessa kerrotaan lähteet, niiden ajankohta ja näytön varmuus. Jos kirjastossa ei ole mitään kysymykseesi, kerron sen.
# $days is a number of days.
telegram-privacy =
    Älä lähetä mitään, mistä potilaan voi tunnistaa. Jos niin kuitenkin käy, poistan tunnistamani tiedot, ennen kuin mitään tallennetaan.

    Säilytän kysymyksesi ilman tunnistetietoja { $days } päivää yhdessä sen kanssa, mihin vastaus perustui, jotta painikkeet toimivat ja voin kertoa, jos lähde muuttuu. Yhtä kauan säilytän keskustelun aiheen. Valitsemasi kielen ja maan säilytän, kunnes poistat ne. /new poistaa keskustelun muististani.

    /export antaa kaiken, mitä sinusta on tallennettu, /forget poistaa sen heti.
telegram-new = Aloitetaan alusta. Mitä haluat kysyä?

## Choices

telegram-language-choose = Millä kielellä haluat vastaukset?
telegram-language-automatic = Viestini kieli
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Vastausten kieli: { $choice }
telegram-country-choose = Missä maassa työskentelet? Tarvitsen tiedon hätänumeroita ja palveluja varten.
# $choice is the country's name in the reader's language.
telegram-country-set = Maa: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
telegram-too-long = Viestissä on yli { $limit } merkkiä. Lähetä lyhyempi kysymys.
telegram-only-text = Pystyn lukemaan vain tekstiä. Kirjoita kysymyksesi.
telegram-failed = Jokin meni vikaan minun puolellani, eikä minulla ole vastausta. Yritä uudelleen; jos asia on kiireellinen, kysy lääkeinformaatiokeskuksesta.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Tämä painike on vanhentunut. Kirjoita kysymyksesi.
telegram-repeated = Toimintani keskeytyi, joten olet ehkä jo saanut tämän vastauksen.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Kuva
telegram-button-draft = Vastausluonnos
telegram-button-sources = Täydet lähdetiedot
telegram-button-error = Ilmoita virheestä
telegram-button-word = Word
telegram-button-pdf = PDF
telegram-button-again = Kysy uudelleen
telegram-button-open = Avaa keskustelu

## Figures, drafts, changed evidence

telegram-no-figure = Siinä vastauksessa ei ole lukuja, joista voisin piirtää kuvan.
telegram-no-draft = Siitä vastauksesta ei voi tehdä luonnosta: siinä ei esitetä näyttöä.
telegram-draft-choose = Missä muodossa haluat vastausluonnoksen?
telegram-evidence-updated = Näyttö on päivittynyt sen vastauksen jälkeen. Vastaus on nyt tämä:

## Answers that go to the asker alone

telegram-sent-privately = Lähetin vastauksen sinulle yksityisesti.
telegram-start-first = Täällä vastaukset lähetetään yksityisesti, mutta en saa vielä kirjoittaa sinulle. Avaa keskustelumme ja paina Aloita, niin vastaus tulee.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Kiitos!
telegram-ask-unhelpful = Kiitos, että kerroit. Mikä vastauksessa oli vikana?
telegram-ask-error = Kiitos, että kerroit. Mikä on virhe?
telegram-reason-wrong = Virheellinen
telegram-reason-outdated = Vanhentunut
telegram-reason-aside = Ei vastaa kysymykseen
telegram-reason-unclear = Vaikea ymmärtää
telegram-reason-other = Omin sanoin
telegram-own-words = Kirjoita vastauksena tähän viestiin, mikä oli vikana. Jätä pois kaikki, mistä potilaan voi tunnistaa.
telegram-report-thanks = Kiitos. Ilmoituksesi menee näyttökorttien tarkistajille.
telegram-report-reply = Tarkistajat vastasivat ilmoitukseesi kysymyksestä ”{ $question }”: { $reply }
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Ilmoitus { $number }: { $kind }

    Syy: { $reason }

    Kysymys: { $question }

    Kortit: { $cards }

    Vastaus: { $answer }
telegram-report-not-helpful = ei hyödyllinen
telegram-report-error = virhe

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
telegram-correction =
    { $date } kysyit: { $question }

    Vastaukseni perustui johonkin, mikä ei ole enää ajan tasalla:

    { $changes }
# $source is the title of a source.
telegram-correction-changed = • { $source }: vanhempi versio; korttia on sittemmin muutettu
telegram-correction-withdrawn = • { $source }: kortti on poistettu käytöstä

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
