### Texts of the draft reply, and of the sources of an answer.

sources-none = Dette svaret byggjer ikkje på noka kjelde i biblioteket.

## The draft reply: headings

document-title = Svar på legemiddelspørsmål (utkast)
document-warning = Automatisk utarbeidd utkast. Må kontrollerast av helsepersonell før det blir sendt.
document-filename = svarutkast
document-date = Dato for utkastet
document-newest-label = Søkjedato eller årstal for den nyaste kjelda
document-answer = Svarnummer
document-question = Spørsmål
document-short = Kort svar
document-assessment = Vurdering
document-results = Resultat og tillit til dokumentasjonen
document-findings = Kva kjeldene seier
document-harms = Biverknader og risiko
document-disagreement = Der kjeldene er usamde
document-sources = Om kjeldene
document-search = Litteratursøk
document-conclusion = Konklusjon
document-references = Referansar
document-cards = Kunnskapskort
document-signature = Underskrifter
document-page = Side { $page } av { $pages }

## The draft reply: texts

document-grading = Tilliten til dokumentasjonen er oppgitt slik kvar kjelde sjølv har gradert han (GRADE). Der kjelda ikkje har gradert, står det «ikkje gradert»; inga gradering er gjord for dette utkastet.
document-not-pooled = Ikkje noko samla resultat
document-no-search = Det er ikkje gjort noko nytt litteratursøk for dette utkastet. Det byggjer på kjeldene nedanfor, kvar med datoen litteratursøket til forfattarane går fram til, eller elles datoen til kjelda sjølv:
document-newest = Den nyaste av desse datoane er { $date }. Seinare studiar er ikkje med.
document-newest-unknown = Ingen av desse kjeldene oppgir nokon dato.
document-certainty = { $certainty ->
    [high] Kjelda graderer tilliten til denne dokumentasjonen som høg.
    [moderate] Kjelda graderer tilliten til denne dokumentasjonen som middels.
    [low] Kjelda graderer tilliten til denne dokumentasjonen som låg.
    [very_low] Kjelda graderer tilliten til denne dokumentasjonen som svært låg.
   *[not_graded] Kjelda har ikkje gradert tilliten til denne utsegna.
}
document-see-disagreement = Kjeldene er usamde her; sjå vurderinga.
document-cards-intro = Utkastet er sett saman av desse kunnskapskorta i biblioteket:
document-review-reviewed = kontrollert av ein annan lesar
document-review-draft = enno ikkje kontrollert av ein annan lesar

## The draft reply: tables and signatures

document-column-outcome = Utfall og gruppe
document-column-result = Resultat
document-column-basis = Studiar og deltakarar
document-column-certainty = Tillit
document-column-reference = Ref.
document-column-card = Kunnskapskort
document-column-version = Versjon
document-column-review = Kontroll
document-prepared = Utarbeidd av
document-checked = Kontrollert av
document-name = Namn og tittel
document-signed-on = Dato
document-signed = Underskrift

## References, Vancouver style

reference-internet = [Internett]
reference-undated = [dato ukjend]
reference-cited = [sitert { $date }]
reference-available = Tilgjengeleg frå: { $url }
