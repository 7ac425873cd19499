### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Nog steeds over { $subject }.
subject-medicine-condition = { $medicine } bij { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = De bevindingen hier gaan niet specifiek over deze groep: { $group }.
no-nnt = De bronnen hier geven geen ‘number needed to treat’ of ‘to harm’ (NNT of NNH).
nothing-on-disease = De bevindingen hier houden geen rekening met: { $conditions }.

## Asking back

clarify-whom = Welk geneesmiddel bedoelt u, en voor wie? De bibliotheek gaat over { $subjects }.
clarify-condition = Waartegen moet { $medicine } helpen?
clarify-instead = Voor welke klacht zoekt u iets anders dan { $medicine }?
clarify-population = Wat wilt u weten over { $medicine } { $population }?
clarify-route = Wat wilt u weten over de toediening van { $medicine }?

## Wishes

new-subject = Een nieuw onderwerp dus. Wat is uw vraag?
language-noted = Vanaf nu antwoord ik in het Nederlands. Wat is uw vraag?
country-noted = Genoteerd: { $country }. Vanaf nu noem ik de diensten en nummers van dat land.
nothing-to-draw = Er is nog geen antwoord waarvan ik een figuur of conceptantwoord kan maken. U kunt bijvoorbeeld vragen:
not-helpful-thanks = Bedankt voor het doorgeven.
report-error-thanks = Bedankt voor het melden.

## Options: a label for the button, and the question it stands for

option-calm = Niemand in gevaar: geef antwoord
calm-reminder = Is er toch iemand in gevaar, bel dan { $numbers }.
option-safety = Veiligheid
ask-safety = Is { $medicine } veilig { $population }?
option-trial-dose = Doses in de studies
ask-trial-dose = Welke dosis { $medicine } werd gebruikt in de studies { $population }?
option-complaint = { $condition }
ask-alternatives = Welke alternatieven voor { $medicine } zijn er bij { $condition }?
ask-trials-population = Welke studies met { $medicine } tegen { $condition } { $population } zijn er?
option-route = { $route }
ask-route = Helpt { $medicine } { $route } tegen { $condition }?

## The terminal

chat-help = Typ een vraag. Een cijfer kiest een optie; ‘figuur’ slaat een afbeelding van het antwoord op, ‘concept’ een conceptantwoord als document; /new begint een nieuw onderwerp; Ctrl-D sluit af.
chat-saved = Opgeslagen: { $path }
chat-nothing-to-draw = In dit antwoord staat niets waarvan een figuur kan worden gemaakt.
chat-no-draft = Van dit antwoord kan geen conceptantwoord worden gemaakt.
chat-not-saved = { $path } kon niet worden opgeslagen ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = meer
chat-more = Meer hierover: typ ‘meer’.
