### Texts of the draft reply, and of the sources of an answer.

sources-none = Det här svaret bygger inte på någon källa i biblioteket.

## The draft reply: headings

document-title = Svar på läkemedelsfråga (utkast)
document-warning = Automatiskt sammanställt utkast. Måste granskas av hälso- och sjukvårdspersonal innan det skickas.
document-filename = svarsutkast
document-date = Utkastets datum
document-newest-label = Sökdatum, eller årtal, för den nyaste källan
document-answer = Svarsnummer
document-question = Fråga
document-short = Kort svar
document-assessment = Bedömning
document-results = Resultat och evidensens tillförlitlighet
document-findings = Vad källorna säger
document-harms = Biverkningar och risker
document-disagreement = Där källorna är oense
document-sources = Om källorna
document-search = Litteratursökning
document-conclusion = Slutsats
document-references = Referenser
document-cards = Evidenskort
document-signature = Underskrifter
document-page = Sida { $page } av { $pages }

## The draft reply: texts

document-grading = Evidensens tillförlitlighet anges så som varje källa själv har graderat den (GRADE). Där en källa inte har graderat evidensen kallas den inte graderad; ingen gradering har gjorts för detta utkast.
document-not-pooled = Inget sammanvägt resultat
document-no-search = Ingen ny litteratursökning har gjorts för detta utkast. Det bygger på källorna nedan, var och en med datum för författarnas litteratursökning eller annars källans eget datum:
document-newest = Det senaste av dessa datum är { $date }. Senare studier ingår inte.
document-newest-unknown = Ingen av dessa källor anger något datum.
document-certainty = { $certainty ->
    [high] Källan graderar evidensens tillförlitlighet som hög.
    [moderate] Källan graderar evidensens tillförlitlighet som måttlig.
    [low] Källan graderar evidensens tillförlitlighet som låg.
    [very_low] Källan graderar evidensens tillförlitlighet som mycket låg.
   *[not_graded] Källan har inte graderat tillförlitligheten för detta påstående.
}
document-see-disagreement = Källorna är oense här; se bedömningen.
document-cards-intro = Utkastet är sammanställt utifrån dessa evidenskort i biblioteket:
document-review-reviewed = granskat av ytterligare en läsare
document-review-draft = ännu inte granskat av ytterligare en läsare

## The draft reply: tables and signatures

document-column-outcome = Utfall och grupp
document-column-result = Resultat
document-column-basis = Studier och deltagare
document-column-certainty = Evidens
document-column-reference = Ref.
document-column-card = Evidenskort
document-column-version = Version
document-column-review = Granskning
document-prepared = Sammanställt av
document-checked = Granskat av
document-name = Namn och titel
document-signed-on = Datum
document-signed = Underskrift

## References, Vancouver style

reference-internet = [Internet]
reference-undated = [datum okänt]
reference-cited = [citerad { $date }]
reference-available = Tillgänglig från: { $url }
