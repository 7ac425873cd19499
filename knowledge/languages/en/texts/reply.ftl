### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effect
intent-adverse_effects = Side effects
intent-toxicity = Overdose
intent-interactions = Interactions
intent-contraindications = Cautions
intent-dosage = Dose
intent-formulation = Preparations
intent-pregnancy = Pregnancy
intent-breastfeeding = Breastfeeding
intent-mechanism = Mechanism
intent-definition = Definition
intent-causes = Causes
intent-trial_details = Trials
intent-guidance = What to do
intent-alternatives = Alternatives
intent-monitoring = Monitoring
intent-administration = Administration
intent-switching = Switching or stopping
intent-allergy = Allergy
intent-availability = Availability
intent-other = Question

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Not in the sources: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Not understood: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] woman
   *[m] man
}
patient-years = { $years } years
patient-months = { $months ->
    [one] { $months } month
   *[other] { $months } months
}
patient-pregnant = pregnant
patient-pregnant-week = pregnant, week { $week }
patient-breastfeeding = breastfeeding
patient-kidney-stage = kidney disease stage { $stage }
patient-dialysis = dialysis

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Measured: { $value }, which is above the source's threshold of { $limit }.
level-below = Measured: { $value }, which is below the source's threshold of { $limit }.
level-equal = Measured: { $value }, which is the source's threshold of { $limit }.
level-unit-missing = In which unit is { $value } ({ $analyte }) given? The source's threshold is { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } and { $number } more

## Where the patient is a child and a dose shown is not one for children

not-for-children = The doses shown are not for children.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = On { $subject }, { $publisher } concludes ({ $dated }):
quotation-writes = On { $subject }, { $publisher } writes ({ $dated }):
quotation-under = Under “{ $section }”:
quotation-discussion = In the discussion:
quotation-old = { $date }, more than five years old
