# What the HTTP channel says of its own.

http-correction-changed = Vastauksen ({ $date }) taustalla olevaa lähdettä on muutettu: { $title }. Esitä kysymys uudelleen, ennen kuin tukeudut kyseiseen vastaukseen.
http-correction-withdrawn = Vastauksen ({ $date }) taustalla oleva lähde on poistettu käytöstä: { $title }. Älä enää tukeudu kyseiseen vastaukseen.
# In a card for record systems; $medicine is a name as the record system wrote it.
http-cds-ask = Kysy lääkkeestä { $medicine }
http-cds-card = Avaa kortti
