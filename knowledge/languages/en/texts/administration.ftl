### What the Telegram channel says of its own running: who may use it, settings of chats, one's own data, publishing.
### A blank line begins a new paragraph. Texts are plain: no HTML, no Markdown.

## Who may use the bot
## Telegram shows the first five and "not yours" texts in a small window too: at most 200 characters.

access-not-listed = This bot serves only people and chats on its list; whoever runs it can invite you. In an emergency call 112. Nothing you wrote was stored.
access-listed-only = In this chat only people on the bot's list may ask. Whoever runs the bot can invite you. In an emergency call 112.
access-unknown = A technical fault prevents me from checking who may ask here, so for now I answer only emergencies. Please try again later. In an emergency call 112. Nothing you wrote was stored.
# $seconds is a number.
access-wait = That was a lot of messages within a minute. Please wait { $seconds } s before the next one. Anything that sounds like an emergency is answered regardless.
access-invitation-void = This invitation has been used, or is older than seven days. Please ask for a new one.
# $role is one of the texts of access-role below.
access-joined = Your invitation is accepted (role: { $role }).
access-chat-listed = This chat is now on the list: everybody in it may ask. /remove here takes it off again.
# $roles lists words to type, such as asker, reviewer.
access-roles = Write the role after the command, one of: { $roles }. In a group, /invite here puts the group on the list.
access-invite-in-private = An invitation is for one person only. Please write /invite to me in our private chat; /invite here puts this chat on the list.
# $link is an address.
access-invitation =
    This link lets one person in (role: { $role }). It works once, within seven days:

    { $link }
access-nobody-listed = The list is empty.
access-members = On the list:
access-remove-whom = Write the number of a person or chat after the command; /members shows the numbers. In a group, /remove here takes the group off the list.
# $number is the number of a person or chat.
access-fixed = { $number } is named in the settings of the bot and can be removed only there.
access-removed = { $number } is off the list.
access-not-on-list = { $number } was not on the list.
access-role-asker = user
access-role-reviewer = reviewer
access-role-administrator = administrator

## Governing the bot

admin-in-private = Please send me this command in our private chat.
admin-not-entitled = This command is for those who run the bot.
admin-help =
    For reviewers:
    /publish CARD posts the summary of a card in the linked channels
    /correct CARD posts a correction once the card has changed

    For administrators:
    /invite ROLE makes a link that lets one person in: asker, reviewer or administrator
    /invite here puts a group on the list
    /members shows the list
    /remove NUMBER takes a person or chat off it
    /reviewers here sends reports to this chat, /reviewers off to none
    /link @channel LANGUAGE links a channel, such as /link @ward_news en
    /unlink @channel ends that
reviewers-here = Reports on answers now come to this chat, and everybody in it may publish and correct.
reviewers-off = Reports now go to no chat. They are kept all the same.
reviewers-are-here = Reports come to this chat. /reviewers off ends that.
reviewers-how = Reports do not come to this chat. /reviewers here changes that.

## Settings of a chat

settings-not-yours = Only the administrators of this chat can change its settings.
settings-of-chat = Settings of this chat
settings-yours = Your settings
# $value is a language by its own name, or the next text.
settings-language = Language of the replies: { $value }
settings-language-automatic = the language of each message
# $value is a country, or the next text.
settings-country = Country: { $value }
settings-country-unset = not set
settings-who-everyone = Who may ask: everybody in the chat
settings-who-listed = Who may ask: only people on the bot's list
settings-replies-visible = Answers: visible to all
settings-replies-private = Answers: sent privately to the asker
settings-button-language = Language
settings-button-country = Country
settings-button-who-everyone = Let everybody ask
settings-button-who-listed = Let only listed people ask
settings-button-replies-visible = Show answers to all
settings-button-replies-private = Send answers privately
settings-button-back = Back

## One's own data

own-data-export = Everything I hold on you.
own-data-forget = This deletes, in all chats, the answers I gave you, our conversations, your choice of language and country, and whatever links reports to you. It cannot be undone. Your place on the list of users stays; the bot's administrators can remove it.
own-data-forget-button = Delete all of it
own-data-forgotten = Deleted. /export shows what is left. Number deleted of each kind:
own-data-nothing = There was nothing to delete.
own-data-not-yours = Only the person who wrote /forget can use this button.
own-data-answers = Answers
own-data-conversations = Conversations
own-data-choices = Choices of language and country
own-data-feedback = Reports no longer linked to you
own-data-corrections = Records of corrections sent to you

## Publishing in channels

# $languages lists language codes, such as en, nb.
publish-link-how = Write the channel and a language after the command, such as /link @ward_news en. Languages: { $languages }.
# $channel is the name of a channel.
publish-not-postable = I cannot post in { $channel }. Make me an administrator of the channel with the right to post messages, then try again.
# $spoken is the name of a language in itself.
publish-linked = Linked: { $channel } ({ $spoken }). /publish CARD posts there.
# $channels lists the channels that are linked.
publish-unlinked = I no longer publish there. Linked channels: { $channels }
publish-not-linked = That channel is not linked. Linked channels: { $channels }
# $cards lists cards, one a line.
publish-unknown-card =
    Write one of these cards after the command:

    { $cards }
publish-no-channel = No channel is linked yet. An administrator of the bot links one with /link.
publish-in-doubt = { $channel }: I was interrupted while posting. Please look whether the post is there; if it is, delete it. Then give the command again.
publish-already = { $channel }: the card stands there as it is now.
publish-done = { $channel }: posted.
publish-failed = { $channel }: Telegram does not accept the post. Am I still an administrator there?
publish-corrected = { $channel }: the correction is posted.
publish-nothing-overdue = Nothing to correct for this card. Cards that need a correction: { $cards }
# $card is a card, $old and $new are version numbers.
publish-overdue = The card { $card }, posted in { $channel } as version { $old }, is version { $new } now.
publish-overdue-withdrawn = The card { $card }, posted in { $channel } as version { $old }, has been withdrawn.
publish-correct-button = Post the correction
publish-correction = Correction: the card has changed. This replaces the earlier post.
publish-withdrawal = Correction: the card has been withdrawn. Please do not rely on the earlier post any longer.
publish-outdated = Outdated: a newer post follows.

## The command menu: at most 256 characters each

telegram-command-settings = Settings of this chat
telegram-command-export = What I hold on you, as a file
telegram-command-forget = Delete what I hold on you
