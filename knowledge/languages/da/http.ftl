# What the HTTP channel says of its own.

http-correction-changed = En kilde bag et svar fra { $date } er blevet revideret: { $title }. Stil spørgsmålet igen, før du bygger på svaret.
http-correction-withdrawn = En kilde bag et svar fra { $date } er trukket tilbage: { $title }. Byg ikke længere på svaret.
