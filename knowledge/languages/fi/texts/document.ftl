### Texts of the draft reply, and of the sources of an answer.

sources-none = Tämä vastaus ei perustu mihinkään kirjaston lähteeseen.

## The draft reply: headings

document-title = Vastaus lääkekysymykseen (luonnos)
document-warning = Automaattisesti koottu luonnos. Terveydenhuollon ammattilaisen on tarkistettava se ennen lähettämistä.
document-filename = vastausluonnos
document-date = Luonnoksen päiväys
document-newest-label = Uusimman lähteen hakupäivä tai vuosi
document-answer = Vastauksen tunnus
document-question = Kysymys
document-short = Lyhyt vastaus
document-assessment = Arviointi
document-results = Tulokset ja näytön varmuus
document-findings = Mitä lähteet sanovat
document-harms = Haitat ja riskit
document-disagreement = Missä lähteet ovat eri mieltä
document-sources = Tietoa lähteistä
document-search = Kirjallisuushaku
document-conclusion = Johtopäätös
document-references = Lähdeluettelo
document-cards = Näyttökortit
document-signature = Allekirjoitukset
document-page = Sivu { $page }/{ $pages }

## The draft reply: texts

document-grading = Näytön varmuus on ilmoitettu niin kuin kukin lähde on sen itse arvioinut (GRADE). Jos lähde ei arvioi varmuutta, se mainitaan; tätä luonnosta varten varmuutta ei ole arvioitu erikseen.
document-not-pooled = Ei yhdistettyä tulosta
document-no-search = Tätä luonnosta varten ei ole tehty uutta kirjallisuushakua. Se perustuu alla oleviin lähteisiin, joista kunkin kohdalla on tekijöiden kirjallisuushaun ajankohta tai, jos sitä ei ole, lähteen oma päiväys:
document-newest = Näistä ajankohdista uusin on { $date }. Myöhemmät tutkimukset eivät ole mukana.
document-newest-unknown = Yksikään näistä lähteistä ei ilmoita päiväystä.
document-certainty = { $certainty ->
    [high] Lähde arvioi tämän näytön varmuuden suureksi.
    [moderate] Lähde arvioi tämän näytön varmuuden kohtalaiseksi.
    [low] Lähde arvioi tämän näytön varmuuden vähäiseksi.
    [very_low] Lähde arvioi tämän näytön varmuuden hyvin vähäiseksi.
   *[not_graded] Lähde ei ole arvioinut tämän väittämän varmuutta.
}
document-see-disagreement = Lähteet ovat tästä eri mieltä; ks. kohta Arviointi.
document-cards-intro = Luonnos on koottu näistä kirjaston näyttökorteista:
document-review-reviewed = toisen lukijan tarkistama
document-review-draft = ei vielä toisen lukijan tarkistama

## The draft reply: tables and signatures

document-column-outcome = Tulosmuuttuja ja ryhmä
document-column-result = Tulos
document-column-basis = Tutkimukset ja osallistujat
document-column-certainty = Varmuus
document-column-reference = Viite
document-column-card = Näyttökortti
document-column-version = Versio
document-column-review = Tarkistus
document-prepared = Laatinut
document-checked = Tarkistanut
document-name = Nimi ja ammattinimike
document-signed-on = Päiväys
document-signed = Allekirjoitus

## References, Vancouver style

reference-internet = [Internet]
reference-undated = [julkaisuaika tuntematon]
reference-cited = [viitattu { $date }]
reference-available = Saatavissa: { $url }
