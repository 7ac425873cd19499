### Texts of the draft reply, and of the sources of an answer.

sources-none = Dette svar bygger ikke på nogen kilde i biblioteket.

## The draft reply: headings

document-title = Svar på lægemiddelspørgsmål (udkast)
document-warning = Automatisk udarbejdet udkast. Skal kontrolleres af en sundhedsperson, før det sendes.
document-filename = svarudkast
document-date = Udkastets dato
document-newest-label = Søgedato eller årstal for den nyeste kilde
document-answer = Svarnummer
document-question = Spørgsmål
document-short = Kort svar
document-assessment = Vurdering
document-results = Resultater og tiltro til evidensen
document-findings = Hvad kilderne siger
document-harms = Bivirkninger og risici
document-disagreement = Hvor kilderne er uenige
document-sources = Om kilderne
document-search = Litteratursøgning
document-conclusion = Konklusion
document-references = Referencer
document-cards = Evidenskort
document-signature = Underskrifter
document-page = Side { $page } af { $pages }

## The draft reply: texts

document-grading = Tiltroen til evidensen er gengivet, som den enkelte kilde selv har graderet den (GRADE). Hvor en kilde ikke har graderet, står der »ikke graderet«; der er ikke foretaget nogen gradering til dette udkast.
document-not-pooled = Intet samlet resultat
document-no-search = Der er ikke foretaget nogen ny litteratursøgning til dette udkast. Det bygger på kilderne nedenfor, hver med den dato, som forfatterne har søgt litteratur frem til, eller ellers kildens egen dato:
document-newest = Den nyeste af disse datoer er { $date }. Senere studier er ikke med.
document-newest-unknown = Ingen af disse kilder angiver nogen dato.
document-certainty = { $certainty ->
    [high] Kilden graderer tiltroen til denne evidens som høj.
    [moderate] Kilden graderer tiltroen til denne evidens som moderat.
    [low] Kilden graderer tiltroen til denne evidens som lav.
    [very_low] Kilden graderer tiltroen til denne evidens som meget lav.
   *[not_graded] Kilden har ikke graderet tiltroen til dette udsagn.
}
document-see-disagreement = Kilderne er uenige her; se vurderingen.
document-cards-intro = Udkastet er sammensat ud fra disse evidenskort i biblioteket:
document-review-reviewed = kontrolleret af en anden læser
document-review-draft = endnu ikke kontrolleret af en anden læser

## The draft reply: tables and signatures

document-column-outcome = Effektmål og gruppe
document-column-result = Resultat
document-column-basis = Studier og deltagere
document-column-certainty = Tiltro
document-column-reference = Ref.
document-column-card = Evidenskort
document-column-version = Version
document-column-review = Kontrol
document-prepared = Udarbejdet af
document-checked = Kontrolleret af
document-name = Navn og titel
document-signed-on = Dato
document-signed = Underskrift

## References, Vancouver style

reference-internet = [Internet]
reference-undated = [dato ukendt]
reference-cited = [citeret { $date }]
reference-available = Tilgængelig fra: { $url }
