# What the HTTP channel says of its own.

http-correction-changed = En kilde bag et svar fra den { $date } er blevet revideret: { $title }. Stil spørgsmålet igen, før du støtter dig til svaret.
http-correction-withdrawn = En kilde bag et svar fra den { $date } er trukket tilbage: { $title }. Støt dig ikke længere til svaret.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Spørg om { $medicine }
http-cds-card = Åbn kortet
