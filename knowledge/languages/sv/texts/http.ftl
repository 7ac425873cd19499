# What the HTTP channel says of its own.

http-correction-changed = En källa bakom ett svar från { $date } har reviderats: { $title }. Ställ frågan på nytt innan du förlitar dig på svaret.
http-correction-withdrawn = En källa bakom ett svar från { $date } har dragits tillbaka: { $title }. Förlita dig inte längre på svaret.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Fråga om { $medicine }
http-cds-card = Öppna kortet
