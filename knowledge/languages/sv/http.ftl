# What the HTTP channel says of its own.

http-correction-changed = En källa bakom ett svar från { $date } har reviderats: { $title }. Ställ frågan på nytt innan du förlitar dig på svaret.
http-correction-withdrawn = En källa bakom ett svar från { $date } har dragits tillbaka: { $title }. Förlita dig inte längre på svaret.
