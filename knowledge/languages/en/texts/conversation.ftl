### What the conversation needs beyond the answers: what is carried over, questions back, wishes, further options.
### $medicine, $condition, $route are names; $population is a phrase such as "in pregnant women".

## What is talked about still

still-about = Still about { $subject }.
subject-medicine-condition = { $medicine } and { $condition }
# $group is a group of people as the terminology names it, such as "children".
nothing-on-group = The findings shown here are not about this group in particular: { $group }.
no-nnt = No number needed to treat (NNT) or to harm is given in the sources shown here.
nothing-on-disease = The findings shown here do not take into account: { $conditions }.

## Asking back

clarify-whom = Which medicine do you mean, and for whom? The library covers { $subjects }.
clarify-condition = What should { $medicine } help with?
clarify-instead = What do you need an alternative to { $medicine } for?
clarify-population = What would you like to know about { $medicine } { $population }?
clarify-route = What would you like to know about how { $medicine } is given?

## Wishes

new-subject = A new subject, then. What is your question?
language-noted = I will answer in English from now on. What is your question?
country-noted = Noted: { $country }. From now on I will give the services and numbers there.
nothing-to-draw = There is no answer yet to make a figure or a draft reply from. You could ask:
not-helpful-thanks = Thank you for telling me.
report-error-thanks = Thank you for reporting this.

## Options: a label for the button, and the question it stands for

option-calm = Nobody is in danger: answer my question
calm-reminder = If somebody is in danger after all, call { $numbers }.
option-safety = Safety
ask-safety = Is { $medicine } safe { $population }?
option-trial-dose = Doses in the trials
ask-trial-dose = Which dose of { $medicine } was used in the trials { $population }?
option-complaint = { $condition }
ask-alternatives = What are the alternatives to { $medicine } for { $condition }?
ask-trials-population = Which trials of { $medicine } for { $condition } { $population } are there?
option-route = { $route }
ask-route = Does { $route } { $medicine } help with { $condition }?

## The terminal

chat-help = Type a question. A number chooses an option; “figure” saves a picture of the answer, “draft” saves a draft reply as a document; /new starts a new subject; Ctrl-D ends.
chat-saved = Saved: { $path }
chat-nothing-to-draw = Nothing in this answer can be drawn.
chat-no-draft = No reply can be drafted from this answer.
chat-not-saved = { $path } could not be saved ({ $reason }).
# Words that ask for what is folded, separated by commas
chat-more-words = more
chat-more = More on this: type “more”.
