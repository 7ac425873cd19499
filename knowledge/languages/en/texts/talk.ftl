### What every chat says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.
### $sign begins a command, such as !. Telegram says the first and the last part in words of its own.

## What a chat without commands of its own says first, and on request

talk-added = Hello! I answer medicines questions of health professionals from checked sources, with the source of every statement. Alone with me, just write your question; among others, mention me, reply to one of my messages, or write { $sign }ask and your question. Leave out anything that could identify a patient. { $sign }help shows what else I can do.
talk-help =
    Write a medicines question, in any of my languages. Where others read along, mention me, reply to me, or write { $sign }ask and your question.

    A number chooses from a list, “more” shows the rest of an answer, “figure” draws it and “draft” makes a draft reply of it. A thumb up or down, or “not helpful”, tells the reviewers what you think. Edit your question and its answer changes; delete it and the answer goes too.

    { $sign }language chooses the language of my replies
    { $sign }country sets where you work, for emergency numbers and services
    { $sign }sources shows what my answers rest on
    { $sign }privacy says what I keep
    { $sign }export gives you what I hold on you, { $sign }forget deletes it
    { $sign }new starts afresh with a new subject
# $days is a number of days.
talk-privacy =
    Do not send me anything that identifies a patient. If you do, I take out what I recognise before anything is stored.

    For { $days } days I keep your question, without identifiers, with what its answer rested on, so that you can go on from it and I can tell you when a source changes. I keep the subject of our conversation for as long. The language and country you chose stay until you delete them. { $sign }new forgets the conversation.

    { $sign }export hands you everything I hold on you, { $sign }forget deletes it at once. The chat program itself keeps messages by its own rules.

## Choices

talk-language-choose = In which language shall I answer?
talk-language-automatic = Same as the message
# $choice is the language's own name, such as "Norsk bokmål", or the text of talk-language-automatic.
talk-language-set = Language of my replies: { $choice }
talk-country-choose = In which country do you work? I use it for emergency numbers and services.
# $choice is the country's name in the reader's language.
talk-country-set = Country: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
talk-too-long = That is more than { $limit } characters. Please send a shorter question.
talk-only-text = I can read only text. Please write your question.
talk-failed = Something went wrong on my side, and I have no answer. Please try again; if it is urgent, ask your medicines information centre.

## Figures, drafts, changed evidence

talk-no-figure = There are no numbers in that answer that I could draw.
talk-no-draft = No draft can be made from that answer: it states no evidence.
talk-draft-choose = In which format would you like the draft reply?
talk-button-word = Word
talk-button-pdf = PDF
talk-evidence-updated = The evidence has been updated since that answer. This is the answer now:
talk-button-again = Ask again

## What readers say of an answer

talk-ask-unhelpful = Thank you for telling me. What was wrong with the answer?
talk-ask-error = Thank you for telling me. What is the error?
talk-reason-wrong = Wrong
talk-reason-outdated = Outdated
talk-reason-aside = Not what I asked
talk-reason-unclear = Hard to understand
talk-reason-other = In my own words
talk-report-thanks = Thank you. Your report goes to the reviewers of the evidence cards.
talk-report-reply = The reviewers replied to your report on “{ $question }”: { $reply }

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
talk-correction =
    On { $date } you asked: { $question }

    My answer rested on something that is no longer current:

    { $changes }
# $source is the title of a source.
talk-correction-changed = • { $source }: an older version; the card has been revised since
talk-correction-withdrawn = • { $source }: the card has been withdrawn

## What is kept and what it rests on

talk-new = Done: we are starting afresh. What is your question?
talk-sources =
    My answers rest on evidence cards made from RELIS answers, Cochrane summaries, trials, reviews and some consumer articles. Each answer lists its sources, with their dates and how certain the evidence is. Where the library holds nothing on a question, I say so.

## Chats without forms of their own

talk-own-words = Please write in your next message what was wrong, without anything that identifies a patient.
talk-forgotten = Deleted. { $sign }export shows what is left. Number deleted of each kind:
talk-encrypted = I could not decrypt your message, so I do not know what you wrote. Please send it again. In an emergency call 112.
