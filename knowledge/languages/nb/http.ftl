# What the HTTP channel says of its own.

http-correction-changed = En kilde bak et svar fra { $date } er revidert: { $title }. Still spørsmålet på nytt før du bygger på svaret.
http-correction-withdrawn = En kilde bak et svar fra { $date } er trukket tilbake: { $title }. Ikke bygg på svaret lenger.
