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
# $days is a number of days.
telegram-privacy =
    Do not send me anything that identifies a patient. If you do, I take out what I recognise before anything is stored.

    For { $days } days I keep your question, without identifiers, with what its answer rested on, so that its buttons work and I can tell you when a source changes. I keep the subject of our conversation for as long. The language and country you chose stay until you delete them. /new forgets the conversation.

    /export hands you everything I hold on you, /forget deletes it at once.

## When something does not work

# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = This button is too old. Please write your question.
telegram-repeated = I was interrupted, so you may have seen this reply before.

## The buttons under an answer: short, so that two or three stand side by side

telegram-button-figure = Figure
telegram-button-draft = Draft reply
telegram-button-sources = Sources in full
telegram-button-error = Report an error
telegram-button-open = Open the chat

## Answers that go to the asker alone

telegram-sent-privately = I have sent you the answer privately.
telegram-start-first = Answers in this chat go to you privately, but I am not allowed to write to you yet. Open our chat and press Start: the answer follows.

## What readers say of an answer

# In a small window, at most 200 characters.
telegram-thanks = Thank you!
telegram-own-words = Please write what was wrong as a reply to this message, without anything that identifies a patient.
# For reviewers. $kind is one of the next two texts, $answer an id, $cards a list of cards with versions.
telegram-report =
    Report { $number }: { $kind }

    Reason: { $reason }

    Question: { $question }

    Cards: { $cards }

    Answer: { $answer }
telegram-report-not-helpful = not helpful
telegram-report-error = error

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
