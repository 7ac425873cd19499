### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Siirry sisältöön
web-nav = Sivut
web-nav-ask = Kysy
web-nav-library = Kirjasto
web-nav-own = Omat kysymykset ja asetukset
web-nav-gaps = Puuttuu kirjastosta
web-nav-reports = Ilmoitukset
web-nav-access = Käyttöoikeudet
web-nav-use = Käyttötilasto
web-nav-status = Palvelun tila
web-sign-out = Kirjaudu ulos
web-join-title = Kirjaudu sisään
web-join-text = Tällä linkillä yksi henkilö voi kirjautua sisään yhden kerran. Jatka vain, jos linkki on tarkoitettu sinulle.
web-join = Kirjaudu sisään
web-not-signed-in = Et ole kirjautunut sisään. Palvelun ylläpito voi antaa sinulle kirjautumislinkin.
web-not-signed-in-yet = Et ole kirjautunut sisään.
web-provider-sign-in = Kirjaudu sisään: { $provider }
web-provider-link-text = Jos haluat jatkossa kirjautua omalla tililläsi, käytä sitä tässä. Tämä linkki yhdistää tilin nimeesi.
web-provider-unknown = Tilisi tunnetaan siellä, mutta sillä ei ole pääsyä tänne. Pyydä palvelun ylläpidolta linkki ja avaa se ensin.
web-provider-failed = Kirjautuminen siellä ei onnistunut. Yritä uudelleen, ja jos vika jatkuu, kerro siitä palvelun ylläpidolle.
web-emergency = Jos joku on nyt vaarassa, soita ensin hätänumeroon 112.

## Asking

web-ask-title = Kysy lääkkeestä
web-ask-text = Saat lyhyen vastauksen lähteineen. Se, mistä lähteet eivät kerro, mainitaan.
web-question = Kysymyksesi
web-question-further = Kysy lisää
web-question-hint = Ikä, sukupuoli ja laboratorioarvot auttavat; nimet ja henkilötunnukset eivät kuulu tähän.
web-ask = Kysy
web-new-conversation = Aloita uusi aihe
web-answer = Vastaus
web-answer-gone = Vastausta ei voi enää näyttää: jokin sen lähteistä on muuttunut, tai vastaus on liian vanha. Kysymys on alla; kysy uudelleen.
web-more = Lisää: näyttö, haittavaikutukset, ristiriidat
web-options = Jatkokysymyksiä
web-figures = Kuviot
web-as-picture = Avaa kuvana
web-sources = Lähteet
web-show-card = Mitä kirjastossa on tästä lähteestä
web-with-answer = Tämä vastaus
web-copy = Kopioi tekstinä
web-copied = Kopioitu
web-draft-docx = Vastausluonnos (Word)
web-draft-pdf = Vastausluonnos (PDF)
web-feedback = Oliko tästä apua?
web-helpful = Oli apua
web-not_helpful = Ei ollut apua
web-error = Ilmoitettu virhe
web-report = Ilmoita virheestä
web-report-label = Mikä on väärin?
web-report-send = Lähetä ilmoitus

## One's own data

web-choices = Kieli ja maa
web-language = Kieli
web-language-automatic = Kunkin kysymyksen kieli
web-country = Maa
web-save = Tallenna
web-history = Viimeaikaiset kysymykset
web-history-text = Kukaan muu ei näe niitä. Ne poistetaan muutaman päivän kuluttua.
web-own-data = Mitä minusta on tallennettu
web-export = Tallenna tiedostona
web-forget = Poista
web-forget-text = Tämä poistaa saamasi vastaukset, keskustelusi, valitsemasi kielen ja maan sekä sen, mikä yhdistää ilmoitukset sinuun. Poistoa ei voi perua. Pysyt kirjautuneena.
web-nothing = Täällä ei ole mitään.
web-status-answered = vastattu
web-status-clarify = kysytty tarkennusta
web-status-not_covered = ei lähteissä
web-status-urgent = kiireellinen

## The library

web-search-label = Lääke, vaiva tai otsikko
web-search = Hae
web-kind = Tyyppi
web-state = Tila
web-any = Kaikki
web-state-draft = luonnos
web-state-reviewed = tarkistettu
web-state-withdrawn = poistettu käytöstä
web-found = Löytyi: { $number }
web-open-source = Avaa lähde
web-version = Versio
web-answers-on-it = Tähän perustuvat tallennetut vastaukset
web-show = Näytä
web-card-says = Mitä siinä sanotaan

## Overseeing

web-gaps-text = Mitä viimeisten { $days } päivän aikana on kysytty mutta kirjastossa ei ole. Vain aiheet näytetään, ei kysymyksiä.
web-subject = Aihe
web-unnamed = ei tunnettua aihetta
web-times = Määrä
web-by-week = Viikoittain
web-gap-week = { $week }: { $times } ({ $people ->
    [one] yksi kysyjä
   *[other] { $people } kysyjää
    })
web-last = Viimeksi
web-close = Merkitse käsitellyksi
web-people = Henkilöt
web-person = Nimi
web-person-label = Nimi pienillä kirjaimilla, numeroilla, pisteillä ja yhdysmerkeillä
web-role = Rooli
web-since = Alkaen
web-sessions = Avoimet istunnot
web-actions = Toiminnot
web-end-sessions = Kirjaa ulos kaikkialta
web-remove = Poista
web-invite = Kutsu henkilö
web-make-link = Luo linkki
web-link-made = Tällä linkillä henkilö voi kirjautua sisään yhden kerran viikon kuluessa. Linkki näytetään vain nyt.
web-clinics = HTTP-rajapintaa käyttävät toimipaikat
web-clinic = Toimipaikka
web-clinic-label = Toimipaikan nimi pienillä kirjaimilla, numeroilla ja yhdysmerkeillä
web-tokens = Avaimet
web-token-add = Luo avain
web-token-made = Tämä on toimipaikan avain. Se näytetään vain nyt.
web-token-withdraw = Poista avaimet käytöstä
web-use-text = Vastaukset viimeisten { $days } päivän ajalta. Kysymyksiä ei lasketa henkilöittäin eikä näytetä.
web-check-library = Kirjasto
web-check-database = Tietokanta
web-check-index = Hakuindeksi
web-works = toimii
web-broken = ei toimi

## Faults

web-fault = Se ei onnistunut
web-fault-forbidden = Roolisi ei salli tätä, tai lomake on liian vanha. Avaa sivu uudelleen ja yritä uudestaan.
web-fault-nothing = Tässä osoitteessa ei ole mitään, tai sitä ei enää säilytetä.
web-fault-outdated = Vastauksen lähde on muuttunut. Kysy uudelleen.
web-fault-nothing-to-draft = Vastaus ei perustu lähteisiin, joten siitä ei voi tehdä luonnosta.
web-fault-busy = Kysymyksiä tuli minuutissa paljon. Odota hetki ja yritä uudelleen. Hätätilanteelta kuulostavaan kysymykseen vastataan silti.
web-fault-store = Palvelu on ruuhkautunut tai ei voi juuri nyt tallentaa mitään. Yritä minuutin kuluttua uudelleen.
web-fault-form = Lomaketta ei voitu käsitellä. Palaa takaisin ja tarkista täyttämäsi tiedot.
web-fault-broken = Jokin meni täällä vikaan. Yritä uudelleen ja kerro palvelun ylläpidolle, jos vika jatkuu.

## Reviewing

web-nav-review = Tarkistus
web-review-text = Kortit, jotka odottavat vertaamista lähteeseensä.
web-review-card = Kortti
web-review-progress = Hyväksytty
web-review-open = Auki
web-review-due = verrattava uudelleen, määräpäivä { $day }
web-review-renew = Lue kirjasto uudelleen
web-review-renewed = Kirjasto on luettu uudelleen. Vastaukset perustuvat siihen tästä lähtien.
web-review-faults = Nämä tiedostot eivät ole kortteja, ja ne on jätetty pois:
web-review-source = Lähde
web-review-no-source = Kirjastossa ei ole tämän lähteen tekstiä.
web-review-claims = Väittämät
web-review-accepted = hyväksynyt { $person }
web-review-waits = odottaa
web-review-claim = Väittämä { $name }
web-review-says-nothing = Jotakin on vielä auki, joten lausetta ei vielä ole.
web-review-show-place = Näytä kohta lähteessä
web-review-accept = Hyväksy
web-review-drop = Poista väittämä
web-review-why = Miksi
web-review-correct = Tallenna muutokset
web-review-try = Näytä lause
web-review-fields = Kentät
web-review-other = Muu kenttä
web-review-value = Arvo
web-review-settle = Mitään ei puutu
web-review-left-open = Auki: { $part }
web-review-term = ”{ $text }” ({ $role }) on kirjattu lähteen sanoin; terminologiassa sitä ei ole.
web-review-concept = Käsite
web-review-map = Käytä käsitettä
web-review-everywhere = kaikissa väittämissä, joissa on samat sanat
web-review-propose = Ehdota terminologiaan
web-review-note = Huomautus
web-review-add = Lisää väittämä
web-review-selection = Käytä lähteestä valittuja sanoja
web-review-form = Muoto
web-review-approve = Hyväksy kortti
web-review-obstacles = Kortin hyväksymisen esteet:
web-review-approved-by = Hyväksyjät: { $people }
web-review-withdraw = Poista kortti käytöstä
web-review-reopen = Avaa uudelleen
web-review-history = Historia
web-review-diff = Muuttunut hyväksymisen jälkeen
web-review-changed = Joku muu on muuttanut korttia sillä välin. Mitään ei tallennettu; kortti on nyt tällainen.
web-review-fault = Mitään ei tallennettu.
