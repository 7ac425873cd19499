# What the HTTP channel says of its own.

http-correction-changed = En kilde bag et svar fra den { $date } er blevet revideret: { $title }. Stil spørgsmålet igen, før du støtter dig til svaret.
http-correction-withdrawn = En kilde bag et svar fra den { $date } er trukket tilbage: { $title }. Støt dig ikke længere til svaret.
