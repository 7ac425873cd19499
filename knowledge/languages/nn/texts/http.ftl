# What the HTTP channel says of its own.

http-correction-changed = Ei kjelde bak eit svar frå { $date } er revidert: { $title }. Still spørsmålet på nytt før du byggjer på svaret.
http-correction-withdrawn = Ei kjelde bak eit svar frå { $date } er trekt tilbake: { $title }. Ikkje bygg på svaret lenger.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Spør om { $medicine }
http-cds-card = Opne kortet
