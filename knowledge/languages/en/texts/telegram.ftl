### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Welcome to Farmasvar. I answer medicines questions from health professionals, from a library of checked evidence cards, with the source of every statement.

    Write your question in your own words, for example: { $example }

    Leave out names, birth dates and anything else that could identify a patient. /help shows what else I can do.
telegram-added = Hello! I answer medicines questions of health professionals from checked sources. In this group, write /ask and your question, mention me, or reply to one of my messages; mention me in reply to a question and I answer that one. Leave out anything that could identify a patient. Administrators: /settings.
telegram-help =
    Write a medicines question, in any of my languages. In a group, mention me, reply to me, or write /ask and your question.

    /language chooses the language of my replies
    /country sets where you work, for emergency numbers and services
    /sources shows what my answers rest on
    /privacy says what I keep
    /settings changes language, country and more for a whole chat
    /export gives you what I hold on you, /forget deletes it
    /new starts afresh with a new subject

    In any chat, type my @name and a few words, such as { $medicine }, to find summaries to insert.
telegram-sources =
    My answers rest on evidence cards made from RELIS answers, Cochrane summaries, trials, reviews and some consumer articles. Each answer lists its sources, with their dates and how certain the evidence is. Where the library holds nothing on a question, I say so.
# $days is a number of days.
telegram-privacy =
    Do not send me anything that identifies a patient. If you do, I take out what I recognise before anything is stored.

    For { $days } days I keep your question, without identifiers, with what its answer rested on, so that its buttons work and I can tell you when a source changes. I keep the subject of our conversation for as long. The language and country you chose stay until you delete them. /new forgets the conversation.

    /export hands you everything I hold on you, /forget deletes it at once.
telegram-new = Done: we are starting afresh. What is your question?

## Choices

telegram-language-choose = In which language shall I answer?
telegram-language-automatic = Same as the message
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Language of my replies: { $choice }
telegram-country-choose = In which country do you work? I use it for emergency numbers and services.
# $choice is the country's name in the reader's language.
telegram-country-set = Country: { $choice }

## When something does not work

# $limit is a number of characters, such as 4000.
telegram-too-long = That is more than { $limit } characters. Please send a shorter question.
telegram-only-text = I can read only text. Please write your question.
telegram-failed = Something went wrong on my side, and I have no answer. Please try again; if it is urgent, ask your medicines information centre.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = This button is too old. Please write your question.
telegram-repeated = I was interrupted, so you may have seen this reply before.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figure
telegram-button-draft = Draft reply
telegram-button-sources = Sources in full
telegram-button-error = Report an error
telegram-button-word = Word
telegram-button-pdf = PDF
telegram-button-again = Ask again
telegram-button-open = Open the chat

## Figures, drafts, changed evidence

telegram-no-figure = There are no numbers in that answer that I could draw.
telegram-no-draft = No draft can be made of that answer: it states no evidence.
telegram-draft-choose = In which form would you like the draft reply?
telegram-evidence-updated = The evidence has been updated since that answer. This is the answer now:

## Answers that go to the asker alone

telegram-sent-privately = I have sent you the answer privately.
telegram-start-first = Answers in this chat go to you privately, but I am not allowed to write to you yet. Open our chat and press Start: the answer follows.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Thank you!
telegram-ask-unhelpful = Thank you for telling me. What was wrong with the answer?
telegram-ask-error = Thank you for telling me. What is the error?
telegram-reason-wrong = Wrong
telegram-reason-outdated = Outdated
telegram-reason-aside = Not what I asked
telegram-reason-unclear = Hard to understand
telegram-reason-other = In my own words
telegram-own-words = Please write what was wrong as a reply to this message, without anything that identifies a patient.
telegram-report-thanks = Thank you. Your report goes to the reviewers of the evidence cards.
telegram-report-reply = The reviewers replied to your report on “{ $question }”: { $reply }
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Report { $number }: { $kind }

    Reason: { $reason }

    Question: { $question }

    Cards: { $cards }

    Answer: { $answer }
telegram-report-not-helpful = not helpful
telegram-report-error = error

## When a card behind an answer has changed

# $date is a day, $changes one or more of the next two texts, one a line.
telegram-correction =
    On { $date } you asked: { $question }

    My answer rested on something that is no longer current:

    { $changes }
# $source is the title of a source.
telegram-correction-changed = • { $source }: an older version; the card has been revised since
telegram-correction-withdrawn = • { $source }: the card has been withdrawn

## Inline mode: on a button, at most 60 characters

telegram-inline-none = Nothing found; ask me directly
telegram-inline-closed = Only for people on the list

## The command menu: at most 256 characters each

telegram-command-start = What this bot does
telegram-command-help = How to ask
telegram-command-language = Language of the replies
telegram-command-country = Where you work
telegram-command-sources = What the answers rest on
telegram-command-privacy = What is kept
telegram-command-new = Start afresh
