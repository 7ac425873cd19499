### Every text a reader sees, in English. Placeables stand for text that arrives ready in this language:
### $scope        "in older adults with leg cramps of unknown cause" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium by mouth"; $outcome fits "makes little or no difference to ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Numbers behind a claim

estimate-mean_difference = difference { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1,000 with the treatment{ $interval }, { $comparator_value } per 1,000 in the comparison group
estimate-range_percent = { $low }–{ $high } % of participants
estimate-interval = { $level } % CI { $low } to { $high }
estimate-risk_ratio = risk ratio { $value }{ $interval }
estimate-odds_ratio = odds ratio { $value }{ $interval }
estimate-hazard_ratio = hazard ratio { $value }{ $interval }
estimate-rate_ratio = rate ratio { $value }{ $interval }
estimate-ratio_of_means = ratio of means { $value }{ $interval }
estimate-risk_difference = risk difference { $value }{ $interval }
estimate-standardised_mean_difference = standardised mean difference { $value }{ $interval }
estimate-nnt_benefit = { $value } to treat for one more to benefit{ $interval }
estimate-nnt_harm = { $value } to treat for one more to be harmed{ $interval }
estimate-events = { $events } of { $total } with the treatment, { $comparator_events } of { $comparator_total } in the comparison group
estimate-events-alone = { $events } of { $total } with the treatment
estimate-each_arm = { $value } { $unit } with the treatment{ $interval }, { $comparator_value } { $unit } in the comparison group
estimate-each_arm-alone = { $value } { $unit } with the treatment{ $interval }
estimate-after = { $unit ->
    [minutes] { $count ->
        [one] after { $number } minute
       *[other] after { $number } minutes
    }
    [hours] { $count ->
        [one] after { $number } hour
       *[other] after { $number } hours
    }
    [days] { $count ->
        [one] after { $number } day
       *[other] after { $number } days
    }
    [months] { $count ->
        [one] after { $number } month
       *[other] after { $number } months
    }
   *[years] { $count ->
        [one] after { $number } year
       *[other] after { $number } years
    }
}
estimate-weeks = { $weeks ->
    [one] after { $weeks } week
   *[other] after { $weeks } weeks
}
unit-percent = percentage points
unit-per_week = a week
unit-minutes = minutes
unit-hours = hours
unit-days = days
unit-weeks = weeks
unit-months = months
unit-years = years
unit-points = points
unit-percentage-points = { unit-percent }
unit-episodes = episodes
unit-episodes-a-month = episodes a month
unit-episodes-per-4-months = episodes per 4 months
unit-attacks-year = attacks a year
unit-relapses-year = relapses a year
unit-lesions = lesions
unit-doses = doses
unit-metres = metres
unit-mL-cycle = m{ sign-litre } per cycle
studies = { $number ->
    [0] no studies
    [one] { $number } study
   *[other] { $number } studies
}
participants = { $number ->
    [one] { $number } participant
   *[other] { $number } participants
}
certainty-high = high certainty
certainty-moderate = moderate certainty
certainty-low = low certainty
certainty-very_low = very low certainty
certainty-not_graded = not graded

## Parts of an answer

label-short = Short answer:
label-evidence = Evidence
label-more = More from the sources
label-harms = Harms:
label-conflict = The sources disagree:
label-sources = Sources
disclaimer = Decision support for health professionals, selected automatically from published sources; not individual advice and not for emergencies.

kind-cochrane_summary = summary of a Cochrane review
kind-relis_answer = RELIS answer
kind-evidence_review = evidence review
kind-trial = randomised trial
kind-systematic_review = systematic review
kind-guideline = guideline
kind-svelic_answer = SVELIC answer
kind-product_text = product information
kind-randomised_trial = randomised trial
kind-non_randomised_study = non-randomised study
kind-observational_study = observational study
kind-single_arm_study = study without a comparison group
kind-study = clinical study
kind-case_report = case report
kind-article = journal article
kind-consumer_article = consumer article, the weakest kind of source
publication-retracted = RETRACTED
publication-expression_of_concern = expression of concern published
publication-protocol = protocol without results
publication-erratum = corrected by an erratum
source-searched = literature searched to { $date }
source-enquired = enquiry of { $date }, not updated after publication
source-year = { $year }
source-undated = no date given
locator-place = “{ $begins } …”
locator-whole = the source as a whole
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = These are the sources behind the answers so far:

## Notices

notice-patient_identifier = Your message seemed to contain something that could identify a patient. It was removed before the question was processed, and is neither stored nor logged. Please delete the message and ask without it.
notice-stale_source = Age of the evidence: the newest source behind this answer covers the literature up to { $year }. Later studies are not included.
notice-conflicting_sources = The sources put this differently; see above.
notice-machine_translated = A source behind this answer is itself a translation.
unchecked = draft, not yet checked
notice-unreviewed_card = A source behind this answer has not yet been checked by a second reader.
notice-changed_source = Changed source: { $title } has changed since it was read for this library. Check the original.
notice-overdue_source = Overdue check: { $title } was to be compared with its source again by { $date }.
notice-quotation = Sentences in quotation marks are quoted word for word from the source, in its own language.
other-language = I cannot answer in the language you wrote in, so this reply is in English.
other-language-unread = I could not read enough of it to look for an answer. Please ask in one of these languages: { $languages }.

## Not covered

not-covered-medicine = The library holds nothing on { $medicines }, so I cannot answer this.
not-covered-pair = The library holds nothing on { $medicine } and { $subject } in this sense, so I cannot answer this.
not-covered-intent = The library mentions { $medicine }, but holds nothing that answers this question.
not-covered-alternatives = The library holds nothing on what could be used instead of { $medicine }.
not-covered-subject = The library holds nothing on { $subject }, so I cannot answer this.
not-covered-animals = The library covers people only; ask a vet.
not-covered-general = The library holds nothing that answers this.
not-covered-scope = What it covers today: { $subjects }.
not-covered-known = What it holds on this medicine or its class: evidence in { $subjects }.
not-covered-ask = Ask:
not-covered-greeting = Hello! I answer medicines questions from health professionals from checked sources. Ask me, for instance: { $example }
not-covered-thanks = You are welcome. Ask again whenever you need to.

## Asking back

clarify-medicine = What would you like to know about { $medicine }?
clarify-subject = What would you like to know about { $subject }?
clarify-which = Which medicine do you mean? The library covers { $subjects }.
clarify-general = I did not understand that as a medicines question. You could ask:

## Options: a label for the button, and the question it stands for

option-efficacy = Effect: { $condition }
ask-efficacy = Does { $medicine } help with { $condition }?
option-population = { $population }
ask-population = Does { $medicine } help with { $condition } { $population }?
option-adverse_effects = Side effects
ask-adverse_effects = What are the side effects of { $medicine }?
option-toxicity = Overdose
ask-toxicity = What are the signs of too much { $medicine }?
option-interactions = Interactions
ask-interactions = Which medicines interact with { $medicine }?
option-contraindications = Cautions
ask-contraindications = Who should not take { $medicine }?
option-dosage = Doses
ask-dosage = What daily amount of { $medicine } is recommended?
option-causes = Can it be the cause?
ask-causes = Can { $medicine } cause { $condition }?
option-trials = The trials
ask-trials = Which trials of { $medicine } for { $condition } are there?
option-treatment = Treatment
ask-treatment = What is the treatment for { $condition }?
option-medicines-causing = Medicines as a cause
ask-medicines-causing = Which medicines can cause { $condition }?
option-definition = What is it?
ask-definition = What is meant by { $condition }?
option-sources = Sources
ask-sources = Show the sources

## Danger now

urgent-first = Somebody may be in danger: act first, read later.
urgent-emergency = Emergency number: { $numbers }
urgent-emergency-country = { $country }, emergency: { $numbers }
urgent-unknown-country = Emergency number in all the countries below: 112
urgent-unserved-country = No numbers are held here for { $country }. Call 112, the emergency number in most of Europe, or the local emergency number.
urgent-poison = Poison information: { $lines }
source-sums-up = Summary of: { $work }
services-closed = closed now
urgent-choose-country = Choose your country to see only its numbers:
urgent-evidence = From the sources, once help is on its way:
urgent-self-harm = The person must not be left alone.

## The terminal

chat-welcome = Farmasvar answers medicines questions from checked sources. Type a question; a number chooses an option; Ctrl-D ends.
chat-prompt = You:
chat-bye = Goodbye.
building-index = Building the search index
