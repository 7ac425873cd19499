### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Fortfarande om { $subject }.
subject-medicine-condition = { $medicine } vid { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = Resultaten här gäller inte denna grupp särskilt: { $group }.
no-nnt = Källorna här anger inte hur många som behöver behandlas (NNT eller NNH).
nothing-on-disease = Resultaten här tar inte hänsyn till: { $conditions }.

## Asking back

clarify-whom = Vilket läkemedel menar du, och för vem? Biblioteket omfattar { $subjects }.
clarify-condition = Vad ska { $medicine } hjälpa mot?
clarify-instead = Vad vill du behandla med något annat än { $medicine }?
clarify-population = Vad vill du veta om { $medicine } { $population }?
clarify-route = Vad vill du veta om hur { $medicine } ges?

## Wishes

new-subject = Då tar vi ett nytt ämne. Vad vill du fråga om?
language-noted = Jag svarar på svenska från och med nu. Vad vill du fråga om?
country-noted = Noterat: { $country }. Från och med nu anger jag de tjänster och telefonnummer som gäller där.
nothing-to-draw = Det finns ännu inget svar att göra en figur eller ett svarsutkast av. Du kan till exempel fråga:
not-helpful-thanks = Tack för att du säger till.
report-error-thanks = Tack för att du rapporterade detta.

## Options: a label for the button, and the question it stands for

option-calm = Ingen är i fara: svara på min fråga
calm-reminder = Om någon ändå är i fara, ring { $numbers }.
option-safety = Säkerhet
ask-safety = Är { $medicine } säkert { $population }?
option-trial-dose = Doser i prövningarna
ask-trial-dose = Vilken dos { $medicine } användes { $population } i prövningarna?
option-complaint = { $condition }
ask-alternatives = Vilka alternativ till { $medicine } finns det mot { $condition }?
ask-trials-population = Vilka prövningar av { $medicine } mot { $condition } { $population } finns det?
option-route = { $route } tillförsel
ask-route = Hjälper { $medicine } mot { $condition } vid { $route } tillförsel?

## The terminal

chat-help = Skriv en fråga. En siffra väljer ett alternativ; ”figur” sparar en bild av svaret, ”utkast” ett svarsutkast som dokument; /new börjar ett nytt ämne; Ctrl-D avslutar.
chat-saved = Sparat: { $path }
chat-nothing-to-draw = Det finns inget i detta svar att göra en figur av.
chat-no-draft = Det går inte att göra något svarsutkast av detta svar.
chat-not-saved = { $path } kunde inte sparas ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = mer
chat-more = Mer om detta: skriv ”mer”.
