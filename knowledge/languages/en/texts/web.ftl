### What the pages say of their own.

## The pages: moving about and signing in

web-skip = Skip to the content
web-nav = Pages
web-nav-ask = Ask
web-nav-library = Library
web-nav-own = My questions and settings
web-nav-gaps = Not in the library
web-nav-reports = Reports
web-nav-access = Access
web-nav-use = Use
web-nav-status = Status
web-sign-out = Sign out
web-join-title = Sign in
web-join-text = This link signs in one person, once. Go on only if it was meant for you.
web-join = Sign in
web-not-signed-in = You are not signed in. Whoever runs this service can give you a link that signs you in.
web-not-signed-in-yet = You are not signed in.
web-provider-sign-in = Sign in with { $provider }
web-provider-link-text = To sign in with your own account from now on, use it here instead; this link then binds the account to your name.
web-provider-unknown = Your account is known there but not let in here. Ask whoever runs this service for a link, and open that link first.
web-provider-failed = Signing in there did not work. Try again; if it goes on, tell whoever runs this service.
web-emergency = If somebody is in danger now, call the emergency number first, 112 in Europe.

## Asking

web-ask-title = Ask about a medicine
web-ask-text = You get a short answer with its sources. What the sources do not say is named.
web-question = Your question
web-question-further = Ask further
web-question-hint = Age, sex and laboratory values help; names and identity numbers do not belong here.
web-ask = Ask
web-new-conversation = Begin a new subject
web-answer = Answer
web-answer-gone = This answer cannot be shown any more: a source behind it has changed, or it was shown long ago. The question stands below; ask it again.
web-more = More: evidence, side effects, disagreements
web-options = Next questions
web-figures = Figures
web-as-picture = Open as a picture
web-sources = Sources
web-show-card = What the library holds of it
web-with-answer = This answer
web-copy = Copy as text
web-copied = Copied
web-draft-docx = Draft reply (Word)
web-draft-pdf = Draft reply (PDF)
web-feedback = Was this helpful?
web-helpful = Helpful
web-not_helpful = Not helpful
web-error = Error reported
web-report = Report an error
web-report-label = What is wrong?
web-report-send = Send the report

## One's own data

web-choices = Language and country
web-language = Language
web-language-automatic = The language of each question
web-country = Country
web-save = Save
web-history = Questions asked lately
web-history-text = Nobody else sees them. They are forgotten after some days.
web-own-data = What is kept of me
web-export = Save it as a file
web-forget = Delete it
web-forget-text = This deletes the answers you were given, your conversations, your choice of language and country, and what connects reports to you. It cannot be undone. You stay signed in.
web-nothing = There is nothing here.
web-status-answered = answered
web-status-clarify = asked back
web-status-not_covered = not in the sources
web-status-urgent = urgent

## The library

web-search-label = Medicine, complaint or title
web-search = Search
web-kind = Kind
web-state = State
web-any = All
web-state-draft = draft
web-state-reviewed = reviewed
web-state-withdrawn = withdrawn
web-found = Found: { $number }
web-open-source = Open the source
web-version = Version
web-answers-on-it = Answers kept that rest on it
web-show = Show
web-card-says = What it says

## Overseeing

web-gaps-text = What was asked for within { $days } days and is not in the library. Only subjects are shown, no questions.
web-subject = Subject
web-unnamed = nothing that is known
web-times = Times
web-by-week = By week
web-gap-week = { $week }: { $times }, asked by { $people ->
    [one] one person
   *[other] { $people } people
    }
web-last = Last
web-close = Mark as dealt with
web-people = People
web-person = Name
web-person-label = Name, in small letters, digits, full stops and hyphens
web-role = Role
web-since = Since
web-sessions = Signed in
web-actions = Actions
web-end-sessions = Sign out everywhere
web-remove = Remove
web-invite = Let somebody in
web-make-link = Make a link
web-link-made = This link signs the person in, once, within a week. It is shown only now.
web-clinics = Clinics that use the HTTP API
web-clinic = Clinic
web-clinic-label = Name of the clinic, in small letters, digits and hyphens
web-tokens = Tokens
web-token-add = Give a token
web-token-made = This is the clinic’s token. It is shown only now.
web-token-withdraw = Withdraw the tokens
web-use-text = Answers within { $days } days. What was asked is not counted by person and not shown.
web-check-library = Library
web-check-database = Database
web-check-index = Search index
web-works = works
web-broken = does not work

## Faults

web-fault = That did not work
web-fault-forbidden = Your role does not allow this, or the form is too old. Open the page anew and try again.
web-fault-nothing = There is nothing at this address, or it is kept no longer.
web-fault-outdated = A source behind this answer has changed. Ask the question again.
web-fault-nothing-to-draft = This answer states no evidence, so no reply can be drafted from it.
web-fault-busy = That was a lot within a minute. Wait a little, then try again. Anything that sounds like an emergency is answered regardless.
web-fault-store = The service is busy or cannot keep anything just now. Try again in a minute.
web-fault-form = The form could not be understood. Go back and look at what was filled in.
web-fault-broken = Something broke here. Try again, and tell whoever runs the service if it goes on.

## Reviewing

web-nav-review = Review
web-review-text = Cards that wait for somebody to compare them with their source.
web-review-card = Card
web-review-progress = Accepted
web-review-open = Left open
web-review-due = to be compared again since { $day }
web-review-renew = Read the library anew
web-review-renewed = The library was read anew. Answers rest on it from now on.
web-review-faults = These files are no cards, so they are left out:
web-review-source = Source
web-review-no-source = The library holds no text of this source.
web-review-claims = Claims
web-review-accepted = accepted by { $person }
web-review-waits = waits
web-review-claim = Claim { $name }
web-review-says-nothing = Something is still open, so there is no sentence yet.
web-review-show-place = Show its place in the source
web-review-accept = Accept
web-review-drop = Drop the claim
web-review-why = Why
web-review-correct = Save the changes
web-review-try = Show the sentence
web-review-fields = Fields
web-review-other = Another field
web-review-value = Value
web-review-settle = Nothing is missing
web-review-left-open = Left open: { $part }
web-review-term = “{ $text }” ({ $role }) stands in the words of the source: the terminology does not hold it.
web-review-concept = Concept
web-review-map = Use the concept
web-review-everywhere = in every claim with the same words
web-review-propose = Propose it for the terminology
web-review-note = Note
web-review-add = Add a claim
web-review-selection = Use the words selected in the source
web-review-form = Form
web-review-approve = Approve the card
web-review-obstacles = Before it can be approved:
web-review-approved-by = Approved by { $people }
web-review-withdraw = Withdraw the card
web-review-reopen = Open it again
web-review-history = History
web-review-diff = What has changed since it was approved
web-review-changed = Somebody else changed this card meanwhile. Nothing was saved; this is the card as it is now.
web-review-fault = Nothing was saved.
