### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Aiheena edelleen { $subject }.
subject-medicine-condition = { $medicine } ja { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Tässä esitetyt tulokset eivät koske erityisesti tätä ryhmää: { $group }.
no-nnt = Tässä esitetyt lähteet eivät ilmoita, kuinka monta potilasta on hoidettava (NNT tai NNH).
nothing-on-disease = Tässä esitetyissä tuloksissa ei ole otettu huomioon: { $conditions }.

## Asking back

clarify-whom = Mitä lääkettä tarkoitat ja kenelle? Kirjaston aiheet: { $subjects }.
clarify-condition = Mitä vaivaa on tarkoitus hoitaa, kun aineena on { $medicine }?
clarify-instead = Mihin vaivaan etsit muuta hoitoa kuin { $medicine }?
clarify-population = Mitä haluat tietää, kun aiheena on { $medicine } { $population }?
clarify-route = Mitä haluat tietää antotavasta ({ $medicine })?

## Wishes

new-subject = Uusi aihe siis. Mikä on kysymyksesi?
language-noted = Vastaan tästä lähtien suomeksi. Mikä on kysymyksesi?
country-noted = Merkitty muistiin: { $country }. Kerron tästä lähtien tämän maan palvelut ja numerot.
nothing-to-draw = Vielä ei ole vastausta, josta voisi piirtää kuvan tai kirjoittaa luonnoksen. Voit kysyä esimerkiksi:
not-helpful-thanks = Kiitos, kun kerroit.
report-error-thanks = Kiitos ilmoituksesta.

## Options: a label for the button, and the question it stands for

option-calm = Kukaan ei ole vaarassa: vastaa kysymykseeni
calm-reminder = Jos joku on sittenkin vaarassa, soita { $numbers }.
option-safety = Turvallisuus
ask-safety = Onko { $medicine } turvallista { $population }?
option-trial-dose = Annokset tutkimuksissa
ask-trial-dose = Mikä annos oli käytössä tutkimuksissa { $population }, kun aineena oli { $medicine }?
option-complaint = { $condition }
ask-alternatives = Mitä muuta kuin { $medicine } on käytettävissä tämän vaivan hoitoon: { $condition }?
ask-trials-population = Mitä satunnaistettuja tutkimuksia on aiheesta { $medicine } ja { $condition } { $population }?
option-route = { $route }
ask-route = Auttaako { $route } { $medicine }, kun vaivana on { $condition }?

## The terminal

chat-help = Kirjoita kysymys. Numero valitsee vaihtoehdon; ”kuva” tallentaa kuvan vastauksesta, ”luonnos” vastausluonnoksen asiakirjana; /new aloittaa uuden aiheen; Ctrl-D lopettaa.
chat-saved = Tallennettu: { $path }
chat-nothing-to-draw = Tästä vastauksesta ei voi piirtää kuvaa.
chat-no-draft = Tästä vastauksesta ei voi tehdä vastausluonnosta.
chat-not-saved = Tiedostoa { $path } ei voitu tallentaa ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = lisää
chat-more = Lisää tästä: kirjoita ”lisää”.
