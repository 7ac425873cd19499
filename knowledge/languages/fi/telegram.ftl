### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Tervetuloa Farmasvariin. Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen näyttökorttien kirjaston pohjalta ja kerron jokaisen tiedon lähteen.

    Kirjoita kysymys omin sanoin, esimerkiksi: auttaako magnesium iäkkäiden pohjekramppeihin?

    Jätä pois nimet, syntymäajat ja kaikki muu, mistä potilaan voi tunnistaa. /help kertoo, mitä muuta osaan.
telegram-help =
    Kirjoita lääkekysymys jollakin osaamistani kielistä. Ryhmässä voit mainita minut, vastata viestiini tai kirjoittaa /ask ja sen perään kysymyksen.

    /language valitsee vastausten kielen
    /country asettaa maan, jossa työskentelet, hätänumeroita ja palveluja varten
    /sources näyttää, mihin vastaukset perustuvat
    /privacy kertoo, mitä tallennan
    /new aloittaa alusta uudella aiheella
telegram-sources =
    Vastaukset perustuvat näyttökortteihin, jotka on tehty RELIS-vastauksista, Cochrane-katsausten tiivistelmistä, tutkimuksista, kirjallisuuskatsauksista ja muutamasta kuluttajille suunnatusta artikkelista. Jokaisessa vastauksessa kerrotaan lähteet, niiden ajankohta ja näytön varmuus. Jos kirjastossa ei ole mitään kysymyksestä, sanon sen.
telegram-privacy =
    Älä lähetä mitään, mistä potilaan voi tunnistaa. Jos niin kuitenkin käy, poistan tunnistamani tiedot ennen kuin mitään tallennetaan.

    Kysymys säilytetään ilman tunnistetietoja vain siihen asti, kun siihen on vastattu. Sen jälkeen säilytän keskustelun aiheen enintään 30 päivää, painikkeiden kysymykset 7 päivää sekä valitsemasi kielen ja maan. /new poistaa keskustelun.
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

telegram-not-allowed = Valitettavasti tämä botti palvelee vain tiettyjä keskusteluja, eikä tämä ole yksi niistä. Mitään kirjoittamaasi ei tallennettu.
# $limit is a number of characters, such as 4000.
telegram-too-long = Viestissä on yli { $limit } merkkiä. Lähetä lyhyempi kysymys.
telegram-only-text = Pystyn lukemaan vain tekstiä. Kirjoita kysymyksesi.
telegram-failed = Jokin meni vikaan minun puolellani, eikä minulla ole vastausta. Yritä uudelleen; jos asia on kiireellinen, kysy lääkeinformaatiokeskuksesta.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = Tämä painike on liian vanha. Kirjoita kysymyksesi.
telegram-repeated = Toimintani keskeytyi, joten olet ehkä jo saanut tämän vastauksen.

## The command menu: at most 256 characters each

telegram-command-start = Mitä tämä botti tekee
telegram-command-help = Näin kysyt
telegram-command-language = Vastausten kieli
telegram-command-country = Missä työskentelet
telegram-command-sources = Mihin vastaukset perustuvat
telegram-command-privacy = Mitä tallennetaan
telegram-command-new = Aloita alusta
