### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hei! Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen lähteiden pohjalta ja kerron jokaisen tiedon lähteen. Kahden kesken riittää, että kirjoitat kysymyksesi; muiden seurassa mainitse minut, vastaa johonkin viestiini tai kirjoita { $sign }kysy ja sen perään kysymys. Jätä pois kaikki, mistä potilaan voisi tunnistaa. { $sign }help kertoo, mitä muuta osaan.
talk-help =
    Kirjoita lääkekysymys jollakin osaamistani kielistä. Jos muut lukevat mukana, mainitse minut, vastaa viestiini tai kirjoita { $sign }kysy ja sen perään kysymys.

    Numero valitsee luettelosta, ”lisää” näyttää vastauksen loput, ”kuva” piirtää siitä kuvan ja ”luonnos” tekee siitä vastausluonnoksen. Peukku ylös tai alas tai ”ei ollut hyödyllinen” kertoo mielipiteesi korttien tarkistajille. Jos muokkaat kysymystä, vastaus muuttuu; jos poistat sen, vastauskin poistuu.

    { $sign }language valitsee vastausten kielen
    { $sign }country asettaa maan, jossa työskentelet, hätänumeroita ja palveluja varten
    { $sign }sources näyttää, mihin vastaukset perustuvat
    { $sign }privacy kertoo, mitä tallennan
    { $sign }export antaa sinusta tallennetut tiedot, { $sign }forget poistaa ne
    { $sign }new aloittaa alusta uudella aiheella
# $days is a number of days.
talk-privacy =
    Älä lähetä mitään, mistä potilaan voi tunnistaa. Jos niin kuitenkin käy, poistan tunnistamani tiedot, ennen kuin mitään tallennetaan.

    Säilytän kysymyksesi ilman tunnistetietoja { $days } päivää yhdessä sen kanssa, mihin vastaus perustui, jotta voit jatkaa siitä ja voin kertoa, jos lähde muuttuu. Yhtä kauan säilytän keskustelun aiheen. Valitsemasi kielen ja maan säilytän, kunnes poistat ne. { $sign }new poistaa keskustelun muististani.

    { $sign }export antaa kaiken, mitä sinusta on tallennettu, { $sign }forget poistaa sen heti. Viestiohjelma itse säilyttää viestejä omien sääntöjensä mukaan.

## Choices

talk-language-choose = Millä kielellä haluat vastaukset?
talk-language-automatic = Viestini kieli
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Vastausten kieli: { $choice }
talk-country-choose = Missä maassa työskentelet? Tarvitsen tiedon hätänumeroita ja palveluja varten.
# $choice is the country's name in the reader's language.
talk-country-set = Maa: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = Viestissä on yli { $limit } merkkiä. Lähetä lyhyempi kysymys.
talk-only-text = Pystyn lukemaan vain tekstiä. Kirjoita kysymyksesi.
talk-failed = Jokin meni vikaan minun puolellani, eikä minulla ole vastausta. Yritä uudelleen; jos asia on kiireellinen, kysy lääkeinformaatiokeskuksesta.

## Figures, drafts, changed evidence

talk-no-figure = Tuossa vastauksessa ei ole lukuja, joista voisin piirtää kuvan.
talk-no-draft = Tuosta vastauksesta ei voi tehdä luonnosta: siinä ei esitetä näyttöä.
talk-draft-choose = Missä muodossa haluat vastausluonnoksen?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = Näyttö on päivittynyt tuon vastauksen jälkeen. Vastaus on nyt tämä:
talk-button-again = Kysy uudelleen

## What readers say of an answer

talk-ask-unhelpful = Kiitos, että kerroit. Mikä vastauksessa oli vikana?
talk-ask-error = Kiitos, että kerroit. Mikä on virhe?
talk-reason-wrong = Virheellinen
talk-reason-outdated = Vanhentunut
talk-reason-aside = Ei vastaa kysymykseen
talk-reason-unclear = Vaikea ymmärtää
talk-reason-other = Omin sanoin
talk-report-thanks = Kiitos. Ilmoituksesi menee näyttökorttien tarkistajille.
talk-report-reply = Tarkistajat vastasivat ilmoitukseesi kysymyksestä ”{ $question }”: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    { $date } kysyit: { $question }

    Vastaukseni perustui johonkin, mikä ei ole enää ajan tasalla:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: vanhempi versio; korttia on sittemmin muutettu
talk-correction-withdrawn = • { $source }: kortti on poistettu käytöstä

## What is kept and what it rests on

talk-new = Aloitetaan alusta. Mitä haluat kysyä?
talk-sources =
    Vastaukset perustuvat näyttökortteihin, jotka on tehty RELIS-vastauksista, Cochrane-katsausten tiivistelmistä, tutkimuksista, kirjallisuuskatsauksista ja muutamasta kuluttajille suunnatusta artikkelista. Jokaisessa vastauksessa kerrotaan lähteet, niiden ajankohta ja näytön varmuus. Jos kirjastossa ei ole mitään kysymykseesi, kerron sen.

## Chats without forms of their own

talk-own-words = Kirjoita seuraavassa viestissäsi, mikä oli vikana. Jätä pois kaikki, mistä potilaan voi tunnistaa.
talk-forgotten = Poistettu. { $sign }export näyttää, mitä on jäljellä. Poistettujen määrät:
talk-encrypted = En pystynyt purkamaan viestisi salausta, joten en tiedä, mitä kirjoitit. Lähetä se uudelleen. Soita hätätilanteessa numeroon 112.
