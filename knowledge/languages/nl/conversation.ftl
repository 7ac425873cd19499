### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Nog steeds over { $subject }.
subject-medicine-condition = { $medicine } tegen { $condition }

## Asking back

clarify-whom = Welk geneesmiddel bedoelt u, en voor wie? De bibliotheek gaat over magnesium.
clarify-condition = Waartegen moet { $medicine } helpen?
clarify-population = Wat wilt u weten over { $medicine } { $population }?
clarify-route = Wat wilt u weten over de toediening van magnesium?

## Wishes

new-subject = Een nieuw onderwerp dus. Wat is uw vraag?
language-noted = Vanaf nu antwoord ik in het Nederlands. Wat is uw vraag?
country-noted = Genoteerd: { $country }. Vanaf nu noem ik de diensten en nummers daar.
nothing-to-draw = Er is nog geen antwoord om te tekenen of een concept van te maken. U kunt bijvoorbeeld vragen:
not-helpful-thanks = Bedankt voor het doorgeven.
report-error-thanks = Bedankt voor het melden.

## Options: a label for the button, and the question it stands for

option-calm = Niemand is in gevaar: beantwoord mijn vraag
calm-reminder = Is er toch iemand in gevaar, bel dan { $numbers }.
option-safety = Veiligheid
ask-safety = Is { $medicine } veilig { $population }?
option-trial-dose = Doses in de studies
ask-trial-dose = Welke dosis { $medicine } werd gebruikt in de studies { $population }?
ask-trials-population = Welke studies met { $medicine } tegen { $condition } { $population } zijn er?
option-route = { $route }
ask-route = Helpt { $medicine } { $route } tegen { $condition }?

## The terminal

chat-help = Typ een vraag. Een cijfer kiest een optie; ‘figuur’ bewaart een afbeelding van het antwoord, ‘concept’ een antwoord als document; /new begint een nieuw onderwerp; een lege regel of Ctrl-D sluit af.
chat-saved = Bewaard: { $path }
chat-nothing-to-draw = Niets in dit antwoord kan worden getekend.
chat-no-draft = Van dit antwoord kan geen conceptantwoord worden gemaakt.
chat-not-saved = { $path } kon niet worden bewaard ({ $reason }).
