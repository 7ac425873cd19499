# What the HTTP channel says of its own.

http-correction-changed = Vastauksen ({ $date }) taustalla olevaa lähdettä on päivitetty: { $title }. Esitä kysymys uudelleen ennen kuin tukeudut vastaukseen.
http-correction-withdrawn = Vastauksen ({ $date }) taustalla oleva lähde on vedetty pois: { $title }. Älä enää tukeudu vastaukseen.
