### Texts of the draft reply, and of the sources of an answer.

sources-none = Diese Antwort stützt sich auf keine Quelle der Bibliothek.

## The draft reply: headings

document-title = Antwort auf eine Arzneimittelanfrage (Entwurf)
document-warning = Automatisch zusammengestellter Entwurf. Vor dem Versand von einer Fachperson zu prüfen.
document-filename = antwortentwurf
document-date = Datum des Entwurfs
document-newest-label = Suchdatum oder Jahr der neuesten Quelle
document-answer = Antwortnummer
document-question = Frage
document-short = Kurze Antwort
document-assessment = Bewertung
document-results = Ergebnisse und Vertrauenswürdigkeit der Evidenz
document-findings = Was die Quellen sagen
document-harms = Nebenwirkungen und Risiken
document-disagreement = Wo sich die Quellen widersprechen
document-sources = Zu den Quellen
document-search = Literatursuche
document-conclusion = Schlussfolgerung
document-references = Literatur
document-cards = Evidenzkarten
document-signature = Unterschriften
document-page = Seite { $page } von { $pages }

## The draft reply: texts

document-grading = Die Vertrauenswürdigkeit der Evidenz ist so angegeben, wie die jeweilige Quelle sie selbst eingestuft hat (GRADE). Wo eine Quelle keine Einstufung vornimmt, heißt es „nicht bewertet“; für diesen Entwurf wurde nichts eingestuft.
document-not-pooled = Kein gepooltes Ergebnis
document-no-search = Für diesen Entwurf wurde keine neue Literatursuche durchgeführt. Er stützt sich auf die folgenden Quellen, jeweils mit dem Datum, bis zu dem ihre Autoren die Literatur durchsucht haben, oder sonst dem Datum der Quelle selbst:
document-newest = Die jüngste dieser Datumsangaben ist { $date }. Spätere Studien sind nicht berücksichtigt.
document-newest-unknown = Keine dieser Quellen nennt ein Datum.
document-certainty = { $certainty ->
    [high] Die Quelle stuft die Vertrauenswürdigkeit dieser Evidenz als hoch ein.
    [moderate] Die Quelle stuft die Vertrauenswürdigkeit dieser Evidenz als moderat ein.
    [low] Die Quelle stuft die Vertrauenswürdigkeit dieser Evidenz als niedrig ein.
    [very_low] Die Quelle stuft die Vertrauenswürdigkeit dieser Evidenz als sehr niedrig ein.
   *[not_graded] Die Quelle stuft die Vertrauenswürdigkeit dieser Aussage nicht ein.
}
document-see-disagreement = Die Quellen widersprechen sich hier; siehe Bewertung.
document-cards-intro = Der Entwurf wurde aus diesen Evidenzkarten der Bibliothek zusammengestellt:
document-review-reviewed = von einer zweiten Person geprüft
document-review-draft = noch nicht von einer zweiten Person geprüft

## The draft reply: tables and signatures

document-column-outcome = Endpunkt und Gruppe
document-column-result = Ergebnis
document-column-basis = Studien und Teilnehmende
document-column-certainty = Vertrauenswürdigkeit
document-column-reference = Lit.
document-column-card = Evidenzkarte
document-column-version = Fassung
document-column-review = Prüfstatus
document-prepared = Erstellt von
document-checked = Geprüft von
document-name = Name und Funktion
document-signed-on = Datum
document-signed = Unterschrift

## References, Vancouver style

reference-internet = [Internet]
reference-undated = [Datum unbekannt]
reference-cited = [zitiert am { $date }]
reference-available = Verfügbar unter: { $url }
