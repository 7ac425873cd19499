### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Fortsatt om { $subject }.
subject-medicine-condition = { $medicine } ved { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Funnene her gjelder ikke denne gruppen spesielt: { $group }.
no-nnt = Kildene her oppgir ikke hvor mange som må behandles (NNT eller NNH).
nothing-on-disease = Funnene her tar ikke hensyn til: { $conditions }.

## Asking back

clarify-whom = Hvilket legemiddel mener du, og til hvem? Biblioteket omfatter { $subjects }.
clarify-condition = Hva skal { $medicine } hjelpe mot?
clarify-instead = Hva vil du behandle med noe annet enn { $medicine }?
clarify-population = Hva vil du vite om { $medicine } { $population }?
clarify-route = Hva vil du vite om måten { $medicine } gis på?

## Wishes

new-subject = Da tar vi et nytt tema. Hva er spørsmålet ditt?
language-noted = Jeg svarer på norsk bokmål fra nå av. Hva er spørsmålet ditt?
country-noted = Notert: { $country }. Fra nå av oppgir jeg tjenester og telefonnumre der.
nothing-to-draw = Det finnes ennå ikke noe svar å lage figur eller utkast av. Du kan for eksempel spørre:
not-helpful-thanks = Takk for at du sier fra.
report-error-thanks = Takk for at du meldte fra om dette.

## Options: a label for the button, and the question it stands for

option-calm = Ingen er i fare: svar på spørsmålet mitt
calm-reminder = Er noen likevel i fare, ring { $numbers }.
option-safety = Sikkerhet
ask-safety = Er { $medicine } trygt { $population }?
option-trial-dose = Doser i studiene
ask-trial-dose = Hvilken dose { $medicine } ble brukt i studiene { $population }?
option-complaint = { $condition }
ask-alternatives = Hvilke alternativer til { $medicine } finnes det mot { $condition }?
ask-trials-population = Hvilke studier finnes av { $medicine } mot { $condition } { $population }?
option-route = { $route }
ask-route = Hjelper { $medicine } mot { $condition } ved { $route } bruk?

## The terminal

chat-help = Skriv et spørsmål. Et tall velger et alternativ; «figur» lagrer et bilde av svaret, «utkast» lagrer et svarutkast som dokument; /new starter et nytt tema; Ctrl-D avslutter.
chat-saved = Lagret: { $path }
chat-nothing-to-draw = Dette svaret har ingenting som kan vises i en figur.
chat-no-draft = Det kan ikke lages noe svarutkast av dette svaret.
chat-not-saved = { $path } kunne ikke lagres ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = mer
chat-more = Mer om dette: skriv «mer».
