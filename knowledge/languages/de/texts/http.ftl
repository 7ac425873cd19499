# What the HTTP channel says of its own.

http-correction-changed = Eine Quelle hinter einer Antwort vom { $date } wurde überarbeitet: { $title }. Bitte stellen Sie die Frage erneut, bevor Sie sich auf die Antwort stützen.
http-correction-withdrawn = Eine Quelle hinter einer Antwort vom { $date } wurde zurückgezogen: { $title }. Bitte stützen Sie sich nicht mehr auf diese Antwort.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Zu { $medicine } fragen
http-cds-card = Karte öffnen
