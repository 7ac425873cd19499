# What the HTTP channel says of its own.

http-correction-changed = Een bron achter een antwoord van { $date } is herzien: { $title }. Stel de vraag opnieuw voordat u op het antwoord afgaat.
http-correction-withdrawn = Een bron achter een antwoord van { $date } is ingetrokken: { $title }. Ga niet langer op dat antwoord af.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Vragen over { $medicine }
http-cds-card = Kaart openen
