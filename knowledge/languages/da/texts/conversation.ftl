### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Stadig om { $subject }.
subject-medicine-condition = { $medicine } ved { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Fundene her gælder ikke denne gruppe særskilt: { $group }.
no-nnt = Kilderne her angiver ikke, hvor mange der skal behandles (NNT eller NNH).
nothing-on-disease = Fundene her tager ikke højde for: { $conditions }.

## Asking back

clarify-whom = Hvilket lægemiddel tænker du på, og til hvem? Biblioteket dækker { $subjects }.
clarify-condition = Hvad skal { $medicine } hjælpe mod?
clarify-instead = Hvad vil du behandle med noget andet end { $medicine }?
clarify-population = Hvad vil du gerne vide om { $medicine } { $population }?
clarify-route = Hvad vil du gerne vide om, hvordan { $medicine } gives?

## Wishes

new-subject = Så tager vi et nyt emne. Hvad er dit spørgsmål?
language-noted = Jeg svarer på dansk fra nu af. Hvad er dit spørgsmål?
country-noted = Noteret: { $country }. Fra nu af oplyser jeg tjenester og telefonnumre i det land.
nothing-to-draw = Der er endnu ikke noget svar at tegne eller skrive udkast ud fra. Du kan for eksempel spørge:
not-helpful-thanks = Tak for tilbagemeldingen.
report-error-thanks = Tak, fordi du gjorde opmærksom på det.

## Options: a label for the button, and the question it stands for

option-calm = Ingen er i fare: Svar på mit spørgsmål
calm-reminder = Hvis nogen alligevel er i fare, så ring { $numbers }.
option-safety = Sikkerhed
ask-safety = Er { $medicine } sikkert at bruge { $population }?
option-trial-dose = Doser i forsøgene
ask-trial-dose = Hvilken dosis { $medicine } blev brugt i forsøgene { $population }?
option-complaint = { $condition }
ask-alternatives = Hvilke alternativer til { $medicine } findes der mod { $condition }?
ask-trials-population = Hvilke forsøg med { $medicine } mod { $condition } { $population } findes der?
option-route = { $route } brug
ask-route = Hjælper { $medicine } mod { $condition } ved { $route } brug?

## The terminal

chat-help = Skriv et spørgsmål. Et tal vælger en mulighed; »figur« gemmer et billede af svaret, »udkast« gemmer et svarudkast som dokument; /new begynder på et nyt emne; Ctrl-D afslutter.
chat-saved = Gemt: { $path }
chat-nothing-to-draw = Intet i dette svar kan tegnes.
chat-no-draft = Der kan ikke laves et svarudkast ud fra dette svar.
chat-not-saved = { $path } kunne ikke gemmes ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = mere
chat-more = Mere om dette: skriv »mere«.
