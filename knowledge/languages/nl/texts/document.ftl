### Texts of the draft reply, and of the sources of an answer.

sources-none = Dit antwoord berust op geen enkele bron uit de bibliotheek.

## The draft reply: headings

document-title = Antwoord op een geneesmiddelvraag (concept)
document-warning = Automatisch samengesteld concept. Een zorgverlener moet het controleren voordat het wordt verstuurd.
document-filename = conceptantwoord
document-date = Datum van het concept
document-newest-label = Zoekdatum, of jaar, van de nieuwste bron
document-answer = Antwoordnummer
document-question = Vraag
document-short = Kort antwoord
document-assessment = Beoordeling
document-results = Resultaten en zekerheid van het bewijs
document-findings = Wat de bronnen zeggen
document-harms = Bijwerkingen en risico's
document-disagreement = Waar de bronnen elkaar tegenspreken
document-sources = Over de bronnen
document-search = Literatuuronderzoek
document-conclusion = Conclusie
document-references = Referenties
document-cards = Kenniskaarten
document-signature = Ondertekening
document-page = Pagina { $page } van { $pages }

## The draft reply: texts

document-grading = De zekerheid van het bewijs is weergegeven zoals elke bron die zelf heeft beoordeeld (GRADE). Waar een bron geen oordeel geeft, staat dat de zekerheid niet is beoordeeld; voor dit concept is geen eigen beoordeling gedaan.
document-not-pooled = Geen gepoold resultaat
document-no-search = Voor dit concept is geen nieuw literatuuronderzoek gedaan. Het berust op de onderstaande bronnen, elk met de datum waarop de auteurs de literatuur hebben doorzocht, of anders de datum van de bron zelf:
document-newest = De meest recente van deze datums is { $date }. Latere studies zijn niet meegenomen.
document-newest-unknown = Geen van deze bronnen vermeldt een datum.
document-certainty = { $certainty ->
    [high] De bron beoordeelt de zekerheid van dit bewijs als hoog.
    [moderate] De bron beoordeelt de zekerheid van dit bewijs als matig.
    [low] De bron beoordeelt de zekerheid van dit bewijs als laag.
    [very_low] De bron beoordeelt de zekerheid van dit bewijs als zeer laag.
   *[not_graded] De bron heeft de zekerheid van deze uitspraak niet beoordeeld.
}
document-see-disagreement = De bronnen spreken elkaar hier tegen; zie de beoordeling.
document-cards-intro = Het concept is samengesteld uit deze kenniskaarten van de bibliotheek:
document-review-reviewed = gecontroleerd door een tweede lezer
document-review-draft = nog niet gecontroleerd door een tweede lezer

## The draft reply: tables and signatures

document-column-outcome = Uitkomst en groep
document-column-result = Resultaat
document-column-basis = Studies en deelnemers
document-column-certainty = Zekerheid
document-column-reference = Ref.
document-column-card = Kenniskaart
document-column-version = Versie
document-column-review = Controle
document-prepared = Opgesteld door
document-checked = Gecontroleerd door
document-name = Naam en functie
document-signed-on = Datum
document-signed = Handtekening

## References, Vancouver style

reference-internet = [internet]
reference-undated = [datum onbekend]
reference-cited = [geraadpleegd op { $date }]
reference-available = Beschikbaar via: { $url }
