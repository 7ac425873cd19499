### Every text a reader sees, in Finnish. Placeables stand for text that arrives ready in this language:
### $scope        "iäkkäillä joilla on pohjekramppeja" (the composer makes the first letter of a sentence a capital); its relative clause ends at the comma
### $intervention "magnesium suun kautta"; $outcome is illative ("vaikuttaa ..."); $compared is "" or the message `compared-with`
### $compared stands before the verb, since $outcome may end in a relative clause. Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty (GRADE guidelines 26, informative statements)

compared-with = { $comparator } verrattuna

effect-benefit = { $certainty ->
    [high] { $scope }, { $intervention } vaikuttaa { $compared } myönteisesti { $outcome }.
    [moderate] { $scope }, { $intervention } vaikuttaa { $compared } todennäköisesti myönteisesti { $outcome }.
    [low] { $scope }, { $intervention } saattaa { $compared } vaikuttaa myönteisesti { $outcome }.
    [very_low] { $scope }, on hyvin epävarmaa, vaikuttaako { $intervention } { $compared } myönteisesti { $outcome }.
   *[not_graded] { $scope }, lähteen mukaan { $intervention } vaikutti { $compared } myönteisesti { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope }, { $intervention } ei { $compared } juuri vaikuta tai ei vaikuta lainkaan { $outcome }.
    [moderate] { $scope }, { $intervention } ei { $compared } todennäköisesti juuri vaikuta tai ei vaikuta lainkaan { $outcome }.
    [low] { $scope }, { $intervention } ei { $compared } ehkä juuri vaikuta tai ei vaikuta lainkaan { $outcome }.
    [very_low] { $scope }, on hyvin epävarmaa, vaikuttaako { $intervention } { $compared } { $outcome }.
   *[not_graded] { $scope }, lähteen mukaan { $intervention } ei { $compared } juuri vaikuttanut tai ei vaikuttanut lainkaan { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-harm = { $certainty ->
    [high] { $scope }, { $intervention } vaikuttaa { $compared } haitallisesti { $outcome }.
    [moderate] { $scope }, { $intervention } vaikuttaa { $compared } todennäköisesti haitallisesti { $outcome }.
    [low] { $scope }, { $intervention } saattaa { $compared } vaikuttaa haitallisesti { $outcome }.
    [very_low] { $scope }, on hyvin epävarmaa, vaikuttaako { $intervention } { $compared } haitallisesti { $outcome }.
   *[not_graded] { $scope }, lähteen mukaan { $intervention } vaikutti { $compared } haitallisesti { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-inconsistent = { $certainty ->
    [high] { $scope }, tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } vaikuttaa { $compared } { $outcome } (suuri varmuus siitä, että tulokset eroavat).
    [moderate] { $scope }, tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } vaikuttaa { $compared } { $outcome } (kohtalainen varmuus).
    [low] { $scope }, tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } vaikuttaa { $compared } { $outcome } (vähäinen varmuus).
    [very_low] { $scope }, tutkimukset ovat keskenään ristiriidassa, ja on hyvin epävarmaa, miten { $intervention } vaikuttaa { $compared } { $outcome }.
   *[not_graded] { $scope }, tutkimukset ovat keskenään ristiriidassa siitä, miten { $intervention } vaikuttaa { $compared } { $outcome }; lähde ei arvioi näytön varmuutta.
}
effect-insufficient = { $certainty ->
    [high] { $scope }, tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } vaikuttaa { $compared } { $outcome }.
    [moderate] { $scope }, tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } vaikuttaa { $compared } { $outcome }.
    [low] { $scope }, tietoa on liian vähän, jotta voisi sanoa, miten { $intervention } vaikuttaa { $compared } { $outcome } (vähäinen varmuus).
    [very_low] { $scope }, näyttö on hyvin epävarmaa siitä, miten { $intervention } vaikuttaa { $compared } { $outcome }.
   *[not_graded] { $scope }, lähteen perusteella ei voi päätellä, miten { $intervention } vaikuttaa { $compared } { $outcome }.
}

## Numbers behind a claim

estimate-mean_difference = ero { $value } { $unit }{ $interval }
estimate-events_per_1000 = hoitoryhmässä { $value }/1 000{ $interval }, vertailuryhmässä { $comparator_value }/1 000
estimate-range_percent = { $low }–{ $high } % osallistujista
estimate-interval = 95 %:n luottamusväli { $low } – { $high }
estimate-weeks = { $weeks ->
    [one] { $weeks } viikon kohdalla
   *[other] { $weeks } viikon kohdalla
}
unit-percent = prosenttiyksikköä
unit-cramps_per_week = kramppia viikossa
studies = { $number ->
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
kind-consumer_article = kuluttajille suunnattu artikkeli, heikoin lähdetyyppi
source-searched = kirjallisuushaku: { $date }
source-enquired = kysymyksen ajankohta { $date }, ei päivitetty julkaisun jälkeen
source-year = { $year }
source-undated = ei päiväystä
locator = { $section }, rivit { $lines }
locator-lines = rivit { $lines }
locator-whole = lähde kokonaisuutena
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = Tähänastiset vastaukset perustuvat näihin lähteisiin:

## Notices

notice-patient_identifier = Viestissäsi näytti olevan tieto, josta potilaan voi tunnistaa. Se poistettiin ennen kysymyksen käsittelyä, eikä sitä tallenneta eikä kirjata lokiin. Poista viesti ja kysy uudelleen ilman tätä tietoa.
notice-stale_source = Näytön ikä: vastauksen tuorein lähde kattaa kirjallisuuden vuoteen { $year } asti. Myöhemmät tutkimukset eivät ole mukana.
notice-conflicting_sources = Lähteet esittävät asian eri tavoin, ks. edellä.
notice-machine_translated = Yksi vastauksen lähteistä on itsekin käännös.
notice-unreviewed_card = Toinen lukija ei ole vielä tarkistanut yhtä vastauksen lähteistä.
other-language = En osaa vastata kielellä, jolla kirjoitit, joten vastaan suomeksi.

## Not covered

not-covered-medicine = Kirjastossa ei ole mitään tästä: { $medicines }. Siksi en voi vastata kysymykseen.
not-covered-pair = Kirjastossa ei ole tässä yhteydessä mitään yhdistelmästä { $medicine } ja { $subject }. Siksi en voi vastata kysymykseen.
not-covered-intent = Kirjastossa mainitaan { $medicine }, mutta siellä ei ole mitään, mikä vastaisi tähän kysymykseen.
not-covered-alternatives = Kirjastossa ei ole tietoa siitä, mitä voisi käyttää tämän aineen sijasta: { $medicine }.
not-covered-subject = Kirjastossa ei ole mitään tästä: { $subject }. Siksi en voi vastata kysymykseen.
not-covered-animals = Kirjasto koskee vain ihmisiä; kysy eläinlääkäriltä.
not-covered-general = Kirjastossa ei ole mitään, mikä vastaisi tähän.
not-covered-scope = Tällä hetkellä kirjasto kattaa nämä aiheet: magnesium pohjekramppien ja levottomien jalkojen hoidossa, magnesiumin haitat, yhteisvaikutukset ja annokset sekä kramppien syyt.
not-covered-ask = Kysy täältä:
not-covered-greeting = Hei! Vastaan terveydenhuollon ammattilaisten lääkekysymyksiin tarkistettujen lähteiden pohjalta. Kysy esimerkiksi, auttaako magnesium pohjekramppeihin.
not-covered-thanks = Ole hyvä. Kysy lisää aina, kun tarvitset.

## Asking back

clarify-medicine = Mitä haluat tietää tästä: { $medicine }?
clarify-subject = Mitä haluat tietää tästä: { $subject }?
clarify-which = Mitä lääkettä tarkoitat? Kirjasto kattaa magnesiumin.
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
option-contraindications = Varovaisuus
ask-contraindications = Kenen ei pidä käyttää lääkettä { $medicine }?
option-dosage = Annokset
ask-dosage = Mikä on suositeltava päiväannos, kun käytössä on { $medicine }?
option-causes = Voiko se aiheuttaa kramppeja?
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
urgent-poison = Myrkytysneuvonta: { $lines }
urgent-choose-country = Valitse maasi, niin näet vain sen numerot:
urgent-evidence = Lähteistä, luettavaksi, kun apu on matkalla:
urgent-self-harm = Henkilöä ei saa jättää yksin.

## The terminal

chat-welcome = Farmasvar vastaa lääkekysymyksiin tarkistettujen lähteiden pohjalta. Kirjoita kysymys; numero valitsee vaihtoehdon; tyhjä rivi tai Ctrl-D lopettaa.
chat-prompt = Sinä:
chat-bye = Näkemiin.
building-index = Hakuindeksiä rakennetaan
