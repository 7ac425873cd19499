# What the HTTP channel says of its own.

http-correction-changed = A source behind an answer given on { $date } has been revised: { $title }. Please ask again before relying on that answer.
http-correction-withdrawn = A source behind an answer given on { $date } has been withdrawn: { $title }. Please no longer rely on that answer.
