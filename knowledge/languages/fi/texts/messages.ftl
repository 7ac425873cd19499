### Every text a reader sees, in Finnish. Placeables stand for text that arrives ready in this language:
### $scope        "iäkkäillä joilla on pohjekramppeja" (the composer makes the first letter of a sentence a capital); its relative clause ends at the comma
### $intervention "magnesium suun kautta"; $outcome is illative ("vaikuttaa ..."); $compared is "" or the message `compared-with`
### $compared stands before the verb, since $outcome may end in a relative clause. Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = ero { $value } { $unit }{ $interval }
estimate-events_per_1000 = hoitoryhmässä { $value }/1 000{ $interval }, vertailuryhmässä { $comparator_value }/1 000
estimate-range_percent = { $low }–{ $high } % osallistujista
estimate-interval = { $level } %:n luottamusväli { $low } – { $high }
estimate-risk_ratio = riskisuhde { $value }{ $interval }
estimate-odds_ratio = ristitulosuhde { $value }{ $interval }
estimate-hazard_ratio = riskitiheyksien suhde { $value }{ $interval }
estimate-rate_ratio = ilmaantuvuustiheyksien suhde { $value }{ $interval }
estimate-ratio_of_means = keskiarvojen suhde { $value }{ $interval }
estimate-risk_difference = riskiero { $value }{ $interval }
estimate-standardised_mean_difference = standardoitu keskiarvojen ero { $value }{ $interval }
estimate-nnt_benefit = hoidettava { $value }, jotta yksi lisää hyötyy{ $interval }
estimate-nnt_harm = hoidettava { $value }, jotta yksi lisää saa haitan{ $interval }
estimate-events = hoitoryhmässä { $events }/{ $total }, vertailuryhmässä { $comparator_events }/{ $comparator_total }
estimate-events-alone = hoitoryhmässä { $events }/{ $total }
estimate-each_arm = hoitoryhmässä { $value } { $unit }{ $interval }, vertailuryhmässä { $comparator_value } { $unit }
estimate-each_arm-alone = hoitoryhmässä { $value } { $unit }{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] { $number } minuutin kuluttua
       *[other] { $number } minuutin kuluttua
    }
    [hours] { $count ->
        [one] { $number } tunnin kuluttua
       *[other] { $number } tunnin kuluttua
    }
    [days] { $count ->
        [one] { $number } vuorokauden kuluttua
       *[other] { $number } vuorokauden kuluttua
    }
    [months] { $count ->
        [one] { $number } kuukauden kuluttua
       *[other] { $number } kuukauden kuluttua
    }
   *[years] { $count ->
        [one] { $number } vuoden kuluttua
       *[other] { $number } vuoden kuluttua
    }
}
estimate-weeks = { $weeks ->
    [one] { $weeks } viikon kohdalla
   *[other] { $weeks } viikon kohdalla
}
unit-percent = prosenttiyksikköä
unit-per_week = viikossa
unit-minutes = minuuttia
unit-hours = tuntia
unit-days = vuorokautta
unit-weeks = viikkoa
unit-months = kuukautta
unit-years = vuotta
unit-points = pistettä
unit-percentage-points = { unit-percent }
unit-episodes = episodia
unit-episodes-a-month = episodia kuukaudessa
unit-episodes-per-4-months = episodia 4 kuukaudessa
unit-attacks-year = kohtausta vuodessa
unit-relapses-year = pahenemisvaihetta vuodessa
unit-lesions = leesiota
unit-doses = annosta
unit-metres = metriä
unit-mL-cycle = m{ sign-litre } kiertoa kohti
studies = { $number ->
    [0] ei tutkimuksia
    [one] { $number } tutkimus
   *[other] { $number } tutkimusta
}
participants = { $number ->
    [one] { $number } osallistuja
   *[other] { $number } osallistujaa
}
certainty-high = suuri varmuus
certainty-moderate = kohtalainen varmuus
certainty-low = vähäinen varmuus
certainty-very_low = hyvin vähäinen varmuus
certainty-not_graded = varmuutta ei arvioitu

## Parts of an answer

label-short = Lyhyesti:
label-evidence = Näyttö
label-more = Lisää lähteistä
label-harms = Haitat:
label-conflict = Lähteet ovat eri mieltä:
label-sources = Lähteet
disclaimer = Päätöksenteon tukea terveydenhuollon ammattilaisille: sisältö on valittu automaattisesti julkaistuista lähteistä. Ei yksilöllistä neuvontaa eikä hätätilanteisiin.

kind-cochrane_summary = Cochrane-katsauksen tiivistelmä
kind-relis_answer = RELIS-vastaus
kind-evidence_review = kirjallisuuskatsaus
kind-trial = satunnaistettu tutkimus
kind-systematic_review = järjestelmällinen katsaus
kind-guideline = hoitosuositus
kind-svelic_answer = SVELIC-vastaus
kind-product_text = valmistetiedot
kind-randomised_trial = satunnaistettu tutkimus
kind-non_randomised_study = satunnaistamaton tutkimus
kind-observational_study = havainnoiva tutkimus
kind-single_arm_study = tutkimus ilman vertailuryhmää
kind-study = kliininen tutkimus
kind-case_report = tapausselostus
kind-article = tieteellinen artikkeli
kind-consumer_article = kuluttajille suunnattu artikkeli, heikoin lähdetyyppi
publication-retracted = VEDETTY TAKAISIN
publication-expression_of_concern = julkaisija on ilmaissut huolensa
publication-protocol = tutkimussuunnitelma ilman tuloksia
publication-erratum = korjattu oikaisulla
source-searched = kirjallisuushaku: { $date }
source-enquired = kysymyksen ajankohta { $date }, ei päivitetty julkaisun jälkeen
source-year = { $year }
source-undated = ei päiväystä
locator-place = ”{ $begins } …”
locator-whole = lähde kokonaisuutena
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Tähänastiset vastaukset perustuvat näihin lähteisiin:

## Notices

notice-patient_identifier = Viestissäsi näytti olevan tieto, josta potilaan voi tunnistaa. Se poistettiin ennen kysymyksen käsittelyä, eikä sitä tallenneta eikä kirjata lokiin. Poista viesti ja kysy uudelleen ilman tätä tietoa.
notice-stale_source = Näytön ikä: vastauksen tuorein lähde kattaa kirjallisuuden vuoteen { $year } asti. Myöhemmät tutkimukset eivät ole mukana.
notice-conflicting_sources = Lähteet esittävät asian eri tavoin, ks. edellä.
notice-machine_translated = Yksi vastauksen lähteistä on itsekin käännös.
unchecked = luonnos, jota ei ole vielä tarkistettu
notice-unreviewed_card = Toinen lukija ei ole vielä tarkistanut yhtä vastauksen lähteistä.
notice-changed_source = Muuttunut lähde: { $title } on muuttunut sen jälkeen, kun se luettiin kirjastoon. Tarkista alkuperäinen.
notice-overdue_source = Myöhästynyt tarkistus: { $title } oli määrä verrata lähteeseen uudelleen viimeistään { $date }.
notice-quotation = Lainausmerkeissä olevat virkkeet ovat suoria lainauksia lähteestä lähteen omalla kielellä.
other-language = En osaa vastata kielellä, jolla kirjoitit, joten vastaan suomeksi.
other-language-unread = En ymmärtänyt viestistä tarpeeksi etsiäkseni vastausta. Kysy jollakin näistä kielistä: { $languages }.

## Not covered

not-covered-medicine = Kirjastossa ei ole mitään tästä: { $medicines }. Siksi en voi vastata kysymykseen.
not-covered-pair = Kirjastossa ei ole tässä yhteydessä mitään yhdistelmästä { $medicine } ja { $subject }. Siksi en voi vastata kysymykseen.
not-covered-intent = Kirjastossa mainitaan { $medicine }, mutta siellä ei ole mitään, mikä vastaisi tähän kysymykseen.
not-covered-alternatives = Kirjastossa ei ole tietoa siitä, mitä voisi käyttää tämän aineen sijasta: { $medicine }.
not-covered-subject = Kirjastossa ei ole mitään tästä: { $subject }. Siksi en voi vastata kysymykseen.
not-covered-animals = Kirjasto koskee vain ihmisiä; kysy eläinlääkäriltä.
not-covered-general = Kirjastossa ei ole mitään, mikä vastaisi tähän.
not-covered-scope = Kirjasto kattaa tällä hetkellä: { $subjects }.
not-covered-known = Tästä lääkkeestä tai lääkeryhmästä on näyttöä seuraavissa käyttötarkoituksissa: { $subjects }.
not-covered-ask = Kysy täältä:
not-covered-greeting = Hei! Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen lähteiden pohjalta. Kysy esimerkiksi: { $example }
not-covered-thanks = Ole hyvä. Kysy lisää aina, kun tarvitset.

## Asking back

clarify-medicine = Mitä haluat tietää tästä: { $medicine }?
clarify-subject = Mitä haluat tietää tästä: { $subject }?
clarify-which = Mitä lääkettä tarkoitat? Kirjaston aiheet: { $subjects }.
clarify-general = En tunnistanut viestiä lääkekysymykseksi. Voit kysyä esimerkiksi:

## Options: a label for the button, and the question it stands for

option-efficacy = Teho: { $condition }
ask-efficacy = Auttaako { $medicine }, kun vaivana on { $condition }?
option-population = { $population }
ask-population = Auttaako { $medicine } { $population }, kun vaivana on { $condition }?
option-adverse_effects = Haittavaikutukset
ask-adverse_effects = Mitä haittavaikutuksia on lääkkeellä { $medicine }?
option-toxicity = Yliannostus
ask-toxicity = Mitkä ovat yliannostuksen oireet, kun aineena on { $medicine }?
option-interactions = Yhteisvaikutukset
ask-interactions = Millä lääkkeillä on yhteisvaikutuksia, kun käytössä on { $medicine }?
option-contraindications = Vasta-aiheet
ask-contraindications = Kenen ei pidä käyttää lääkettä { $medicine }?
option-dosage = Annokset
ask-dosage = Mikä on suositeltava päiväannos, kun käytössä on { $medicine }?
option-causes = Voiko se olla syy?
ask-causes = Voiko { $medicine } aiheuttaa tätä: { $condition }?
option-trials = Tutkimukset
ask-trials = Mitä satunnaistettuja tutkimuksia on aiheesta { $medicine } ja { $condition }?
option-treatment = Hoito
ask-treatment = Miten hoidetaan { $condition }?
option-medicines-causing = Lääkkeet syynä
ask-medicines-causing = Mitkä lääkkeet voivat aiheuttaa tätä: { $condition }?
option-definition = Mitä se on?
ask-definition = Mitä tämä tarkoittaa: { $condition }?
option-sources = Lähteet
ask-sources = Näytä lähteet

## Danger now

urgent-first = Joku voi olla vaarassa: toimi ensin, lue vasta sitten.
urgent-emergency = Hätänumero: { $numbers }
urgent-emergency-country = { $country }, hätänumero: { $numbers }
urgent-unknown-country = Hätänumero kaikissa alla olevissa maissa: 112
urgent-unserved-country = Täällä ei ole numeroita tälle maalle: { $country }. Soita numeroon 112, joka on hätänumero suurimmassa osassa Eurooppaa, tai paikalliseen hätänumeroon.
urgent-poison = Myrkytysneuvonta: { $lines }
source-sums-up = Tiivistelmä seuraavasta: { $work }
services-closed = nyt suljettu
urgent-choose-country = Valitse maasi, niin näet vain sen numerot:
urgent-evidence = Lähteistä, luettavaksi, kun apu on matkalla:
urgent-self-harm = Henkilöä ei saa jättää yksin.

## The terminal

chat-welcome = Farmasvar vastaa lääkekysymyksiin tarkistettujen lähteiden pohjalta. Kirjoita kysymys; numero valitsee vaihtoehdon; Ctrl-D lopettaa.
chat-prompt = Sinä:
chat-bye = Näkemiin.
building-index = Hakuindeksiä rakennetaan
