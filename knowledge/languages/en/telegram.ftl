### What the Telegram channel says itself, apart from answers.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Commands

telegram-start =
    Welcome to Farmasvar. I answer medicines questions from health professionals, from a library of checked evidence cards, with the source of every statement.

    Write your question in your own words, for example: does magnesium help with leg cramps in older people?

    Leave out names, birth dates and anything else that could identify a patient. /help shows what else I can do.
telegram-help =
    Write a medicines question, in any of my languages. In a group, mention me, reply to me, or write /ask and your question.

    /language chooses the language of my replies
    /country sets where you work, for emergency numbers and services
    /sources shows what my answers rest on
    /privacy says what I keep
    /new starts afresh with a new subject
telegram-sources =
    My answers rest on evidence cards made from RELIS answers, Cochrane summaries, trials, reviews and some consumer articles. Each answer lists its sources, with their dates and how certain the evidence is. Where the library holds nothing on a question, I say so.
telegram-privacy =
    Do not send me anything that identifies a patient. If you do, I take out what I recognise before anything is stored.

    A question is kept, without identifiers, only until it is answered. After that I keep the subject of our conversation for 30 days at most, the questions behind the buttons for 7 days, and the language and country you chose. /new forgets the conversation.
telegram-new = Done: we are starting afresh. What is your question?

## Choices

telegram-language-choose = In which language shall I answer?
telegram-language-automatic = The language of my message
# $choice is the language's own name, such as "Norsk bokmål", or the text of telegram-language-automatic.
telegram-language-set = Language of my replies: { $choice }
telegram-country-choose = In which country do you work? I use it for emergency numbers and services.
# $choice is the country's name in the reader's language.
telegram-country-set = Country: { $choice }

## When something does not work

telegram-not-allowed = Sorry, this bot serves only certain chats, and this is not one of them. Nothing you wrote was stored.
# $limit is a number of characters, such as 4000.
telegram-too-long = That is more than { $limit } characters. Please send a shorter question.
telegram-only-text = I can read only text. Please write your question.
telegram-failed = Something went wrong on my side, and I have no answer. Please try again; if it is urgent, ask your medicines information centre.
# At most 200 characters: Telegram shows it in a small window.
telegram-outdated-button = This button is too old. Please write your question.
telegram-repeated = I was interrupted, so you may have seen this reply before.

## The command menu: at most 256 characters each

telegram-command-start = What this bot does
telegram-command-help = How to ask
telegram-command-language = Language of the replies
telegram-command-country = Where you work
telegram-command-sources = What the answers rest on
telegram-command-privacy = What is kept
telegram-command-new = Start afresh
