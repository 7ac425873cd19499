# What the HTTP channel says of its own.

http-correction-changed = A source behind an answer given on { $date } has been revised: { $title }. Please ask again before relying on that answer.
http-correction-withdrawn = A source behind an answer given on { $date } has been withdrawn: { $title }. Please no longer rely on that answer.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Ask about { $medicine }
http-cds-card = Open the card
