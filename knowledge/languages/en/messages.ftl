### Every text a reader sees, in English. Placeables stand for text that arrives ready in this language:
### $scope        "in older adults with leg cramps of unknown cause" (the composer makes the first letter of a sentence a capital)
### $intervention "magnesium by mouth"; $outcome fits "makes little or no difference to ..."; $compared is "" or the message `compared-with`
### Numbers and dates arrive formatted.

## Hedging: the wording of a coded claim, by finding and certainty (GRADE guidelines 26, informative statements)

compared-with = compared with { $comparator }

effect-benefit = { $certainty ->
    [high] { $scope }, { $intervention } improves { $outcome } { $compared }.
    [moderate] { $scope }, { $intervention } probably improves { $outcome } { $compared }.
    [low] { $scope }, { $intervention } may improve { $outcome } { $compared }.
    [very_low] { $scope }, it is very uncertain whether { $intervention } improves { $outcome } { $compared }.
   *[not_graded] { $scope }, the source reports that { $intervention } improved { $outcome } { $compared }; it does not grade the evidence.
}
effect-no_important_difference = { $certainty ->
    [high] { $scope }, { $intervention } makes little or no difference to { $outcome } { $compared }.
    [moderate] { $scope }, { $intervention } probably makes little or no difference to { $outcome } { $compared }.
    [low] { $scope }, { $intervention } may make little or no difference to { $outcome } { $compared }.
    [very_low] { $scope }, it is very uncertain whether { $intervention } makes a difference to { $outcome } { $compared }.
   *[not_graded] { $scope }, the source reports little or no difference in { $outcome } with { $intervention } { $compared }; it does not grade the evidence.
}
effect-harm = { $certainty ->
    [high] { $scope }, { $intervention } worsens or increases { $outcome } { $compared }.
    [moderate] { $scope }, { $intervention } probably worsens or increases { $outcome } { $compared }.
    [low] { $scope }, { $intervention } may worsen or increase { $outcome } { $compared }.
    [very_low] { $scope }, it is very uncertain whether { $intervention } worsens or increases { $outcome } { $compared }.
   *[not_graded] { $scope }, the source reports that { $intervention } worsened or increased { $outcome } { $compared }; it does not grade the evidence.
}
effect-inconsistent = { $certainty ->
    [high] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared } (high certainty that they differ).
    [moderate] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared } (moderate certainty).
    [low] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared } (low certainty).
    [very_low] { $scope }, the studies contradict each other, and the effect of { $intervention } on { $outcome } { $compared } is very uncertain.
   *[not_graded] { $scope }, the studies contradict each other on the effect of { $intervention } on { $outcome } { $compared }; the source does not grade the evidence.
}
effect-insufficient = { $certainty ->
    [high] { $scope }, there are too few data to say how { $intervention } affects { $outcome } { $compared }.
    [moderate] { $scope }, there are too few data to say how { $intervention } affects { $outcome } { $compared }.
    [low] { $scope }, there are too few data to say how { $intervention } affects { $outcome } { $compared } (low certainty).
    [very_low] { $scope }, the evidence is very uncertain about the effect of { $intervention } on { $outcome } { $compared }.
   *[not_graded] { $scope }, the source can draw no conclusion about the effect of { $intervention } on { $outcome } { $compared }.
}

## Numbers behind a claim

estimate-mean_difference = difference { $value } { $unit }{ $interval }
estimate-events_per_1000 = { $value } per 1,000 with the treatment{ $interval }, { $comparator_value } per 1,000 in the comparison group
estimate-range_percent = { $low }–{ $high } % of participants
estimate-interval = 95 % CI { $low } to { $high }
estimate-weeks = { $weeks ->
    [one] after { $weeks } week
   *[other] after { $weeks } weeks
}
unit-percent = percentage points
unit-cramps_per_week = cramps a week
studies = { $number ->
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
kind-consumer_article = consumer article, the weakest kind of source
source-searched = literature searched to { $date }
source-enquired = enquiry of { $date }, not updated after publication
source-year = { $year }
source-undated = no date given
locator = { $section }, lines { $lines }
locator-lines = lines { $lines }
locator-whole = the source as a whole
statement-source = { $title } ({ $kind }; { $dated }).

short-sources = These are the sources behind the answers so far:

## Notices

notice-patient_identifier = Your message seemed to contain something that could identify a patient. It was removed before the question was processed, and is neither stored nor logged. Please delete the message and ask without it.
notice-stale_source = Age of the evidence: the newest source behind this answer covers the literature up to { $year }. Later studies are not included.
notice-conflicting_sources = The sources put this differently; see above.
notice-machine_translated = A source behind this answer is itself a translation.
notice-unreviewed_card = A source behind this answer has not yet been checked by a second reader.
other-language = I cannot answer in the language you wrote in, so this reply is in English.

## Not covered

not-covered-medicine = The library holds nothing on { $medicines }, so I cannot answer this.
not-covered-pair = The library holds nothing on { $medicine } and { $subject } in this sense, so I cannot answer this.
not-covered-intent = The library mentions { $medicine }, but holds nothing that answers this question.
not-covered-alternatives = The library holds nothing on what could be used instead of { $medicine }.
not-covered-subject = The library holds nothing on { $subject }, so I cannot answer this.
not-covered-animals = The library covers people only; ask a veterinarian.
not-covered-general = The library holds nothing that answers this.
not-covered-scope = What it covers today: magnesium for leg cramps and restless legs, its harms, interactions and doses, and what causes cramps.
not-covered-ask = Ask:
not-covered-greeting = Hello! I answer medicines questions from health professionals from checked sources. Ask me, for instance, whether magnesium helps with leg cramps.
not-covered-thanks = You are welcome. Ask again whenever you need to.

## Asking back

clarify-medicine = What would you like to know about { $medicine }?
clarify-subject = What would you like to know about { $subject }?
clarify-which = Which medicine do you mean? The library covers magnesium.
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
option-causes = Can it cause cramps?
ask-causes = Can { $medicine } cause { $condition }?
option-trials = The trials
ask-trials = Which trials of { $medicine } for { $condition } are there?
option-treatment = Treatment
ask-treatment = What is the treatment for { $condition }?
option-medicines-causing = Medicines as a cause
ask-medicines-causing = Which medicines can cause { $condition }?
option-definition = What is it?
ask-definition = What are { $condition }?
option-sources = Sources
ask-sources = Show the sources

## Danger now

urgent-first = Somebody may be in danger: act first, read later.
urgent-emergency = Emergency number: { $numbers }
urgent-emergency-country = { $country }, emergency: { $numbers }
urgent-unknown-country = Emergency number in all the countries below: 112
urgent-poison = Poison information: { $lines }
urgent-choose-country = Choose your country to see only its numbers:
urgent-evidence = From the sources, once help is on its way:
urgent-self-harm = The person must not be left alone.

## The terminal

chat-welcome = Farmasvar answers medicines questions from checked sources. Type a question; a number chooses an option; an empty line or Ctrl-D ends.
chat-prompt = You:
chat-bye = Goodbye.
building-index = Building the search index
