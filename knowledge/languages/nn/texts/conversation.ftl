### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Framleis om { $subject }.
subject-medicine-condition = { $medicine } ved { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Funna her gjeld ikkje denne gruppa spesielt: { $group }.
no-nnt = Kjeldene her oppgir ikkje kor mange som må behandlast (NNT eller NNH).
nothing-on-disease = Funna her tek ikkje omsyn til: { $conditions }.

## Asking back

clarify-whom = Kva legemiddel meiner du, og kven gjeld det? Biblioteket omfattar { $subjects }.
clarify-condition = Kva skal { $medicine } hjelpe mot?
clarify-instead = Kva vil du behandle med noko anna enn { $medicine }?
clarify-population = Kva vil du vite om { $medicine } { $population }?
clarify-route = Kva vil du vite om korleis { $medicine } blir gitt?

## Wishes

new-subject = Då tek vi eit nytt tema. Kva er spørsmålet ditt?
language-noted = Eg svarar på nynorsk frå no av. Kva er spørsmålet ditt?
country-noted = Notert: { $country }. Frå no av oppgir eg tenester og telefonnummer der.
nothing-to-draw = Det finst enno ikkje noko svar å lage figur eller utkast av. Du kan til dømes spørje:
not-helpful-thanks = Takk for at du seier frå.
report-error-thanks = Takk for at du melder frå om dette.

## Options: a label for the button, and the question it stands for

option-calm = Ingen er i fare: svar på spørsmålet mitt
calm-reminder = Er nokon likevel i fare, ring { $numbers }.
option-safety = Tryggleik
ask-safety = Er { $medicine } trygt { $population }?
option-trial-dose = Dosar i studiane
ask-trial-dose = Kva dose { $medicine } vart brukt i studiane { $population }?
option-complaint = { $condition }
ask-alternatives = Kva alternativ til { $medicine } finst det mot { $condition }?
ask-trials-population = Kva studiar finst av { $medicine } mot { $condition } { $population }?
option-route = { $route }
ask-route = Hjelper { $medicine } mot { $condition } ved { $route } bruk?

## The terminal

chat-help = Skriv eit spørsmål. Eit tal vel eit alternativ; «figur» lagrar eit bilete av svaret, «utkast» lagrar eit svarutkast som dokument; /new startar eit nytt tema; Ctrl-D avsluttar.
chat-saved = Lagra: { $path }
chat-nothing-to-draw = Dette svaret har ingenting som kan visast i ein figur.
chat-no-draft = Det kan ikkje lagast noko svarutkast av dette svaret.
chat-not-saved = { $path } kunne ikkje lagrast ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = meir, mer
chat-more = Meir om dette: skriv «meir».
