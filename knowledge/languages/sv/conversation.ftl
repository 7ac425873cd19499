### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Fortfarande om { $subject }.
subject-medicine-condition = { $medicine } mot { $condition }

## Asking back

clarify-whom = Vilket läkemedel menar du, och till vem? Biblioteket omfattar magnesium.
clarify-condition = Vad ska { $medicine } hjälpa mot?
clarify-population = Vad vill du veta om { $medicine } { $population }?
clarify-route = Vad vill du veta om hur magnesium ges?

## Wishes

new-subject = Ett nytt ämne alltså. Vad är din fråga?
language-noted = Jag svarar på svenska från och med nu. Vad är din fråga?
country-noted = Noterat: { $country }. Från och med nu anger jag tjänster och telefonnummer där.
nothing-to-draw = Det finns ännu inget svar att rita eller skriva utkast från. Du kan till exempel fråga:
not-helpful-thanks = Tack för att du säger till.
report-error-thanks = Tack för att du rapporterade detta.

## Options: a label for the button, and the question it stands for

option-calm = Ingen är i fara: svara på min fråga
calm-reminder = Om någon ändå är i fara, ring { $numbers }.
option-safety = Säkerhet
ask-safety = Är { $medicine } säkert { $population }?
option-trial-dose = Doser i prövningarna
ask-trial-dose = Vilken dos { $medicine } användes i prövningarna { $population }?
ask-trials-population = Vilka prövningar av { $medicine } mot { $condition } { $population } finns det?
option-route = { $route }
ask-route = Hjälper { $medicine } mot { $condition } vid { $route } tillförsel?

## The terminal

chat-help = Skriv en fråga. En siffra väljer ett alternativ; ”figur” sparar en bild av svaret, ”utkast” ett svar som dokument; /new börjar ett nytt ämne; en tom rad eller Ctrl-D avslutar.
chat-saved = Sparad: { $path }
chat-nothing-to-draw = Inget i detta svar kan ritas.
chat-no-draft = Det går inte att göra något svarsutkast av detta svar.
chat-not-saved = { $path } kunde inte sparas ({ $reason }).
