# What the HTTP channel says of its own.

http-correction-changed = En kilde bak et svar fra { $date } er revidert: { $title }. Still spørsmålet på nytt før du bygger på svaret.
http-correction-withdrawn = En kilde bak et svar fra { $date } er trukket tilbake: { $title }. Ikke bygg på svaret lenger.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Spør om { $medicine }
http-cds-card = Åpne kortet
