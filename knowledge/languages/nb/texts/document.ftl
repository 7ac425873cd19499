### Texts of the draft reply, and of the sources of an answer.

sources-none = Dette svaret bygger ikke på noen kilde i biblioteket.

## The draft reply: headings

document-title = Svar på legemiddelspørsmål (utkast)
document-warning = Automatisk utarbeidet utkast. Må kontrolleres av helsepersonell før det sendes.
document-filename = svarutkast
document-date = Dato for utkastet
document-newest-label = Søkedato eller årstall for den nyeste kilden
document-answer = Svarnummer
document-question = Spørsmål
document-short = Kort svar
document-assessment = Vurdering
document-results = Resultater og tillit til dokumentasjonen
document-findings = Hva kildene sier
document-harms = Bivirkninger og risiko
document-disagreement = Der kildene er uenige
document-sources = Om kildene
document-search = Litteratursøk
document-conclusion = Konklusjon
document-references = Referanser
document-cards = Kunnskapskort
document-signature = Underskrifter
document-page = Side { $page } av { $pages }

## The draft reply: texts

document-grading = Tilliten til dokumentasjonen er gjengitt slik hver kilde selv har gradert den (GRADE). Der kilden ikke har gradert, står det «ikke gradert»; ingen gradering er gjort for dette utkastet.
document-not-pooled = Ikke noe samlet resultat
document-no-search = Det er ikke gjort noe nytt litteratursøk for dette utkastet. Det bygger på kildene nedenfor, hver med datoen forfatternes litteratursøk går fram til, eller ellers kildens egen dato:
document-newest = Den nyeste av disse datoene er { $date }. Senere studier er ikke med.
document-newest-unknown = Ingen av disse kildene oppgir noen dato.
document-certainty = { $certainty ->
    [high] Kilden graderer tilliten til denne dokumentasjonen som høy.
    [moderate] Kilden graderer tilliten til denne dokumentasjonen som middels.
    [low] Kilden graderer tilliten til denne dokumentasjonen som lav.
    [very_low] Kilden graderer tilliten til denne dokumentasjonen som svært lav.
   *[not_graded] Kilden har ikke gradert tilliten til dette utsagnet.
}
document-see-disagreement = Kildene er uenige her; se vurderingen.
document-cards-intro = Utkastet er satt sammen av disse kunnskapskortene i biblioteket:
document-review-reviewed = kontrollert av en annen leser
document-review-draft = ennå ikke kontrollert av en annen leser

## The draft reply: tables and signatures

document-column-outcome = Utfall og gruppe
document-column-result = Resultat
document-column-basis = Studier og deltakere
document-column-certainty = Tillit
document-column-reference = Ref.
document-column-card = Kunnskapskort
document-column-version = Versjon
document-column-review = Kontroll
document-prepared = Utarbeidet av
document-checked = Kontrollert av
document-name = Navn og tittel
document-signed-on = Dato
document-signed = Underskrift

## References, Vancouver style

reference-internet = [Internett]
reference-undated = [dato ukjent]
reference-cited = [sitert { $date }]
reference-available = Tilgjengelig fra: { $url }
