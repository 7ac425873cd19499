### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effekt
intent-adverse_effects = Bivirkninger
intent-toxicity = Overdosering
intent-interactions = Interaktioner
intent-contraindications = Forsigtighed
intent-dosage = Dosis
intent-formulation = Præparater
intent-pregnancy = Graviditet
intent-breastfeeding = Amning
intent-mechanism = Virkningsmekanisme
intent-definition = Definition
intent-causes = Årsager
intent-trial_details = Studier
intent-guidance = Håndtering
intent-alternatives = Alternativer
intent-monitoring = Måling og opfølgning
intent-administration = Administration
intent-switching = Skift eller seponering
intent-allergy = Allergi
intent-availability = Tilgængelighed
intent-other = Spørgsmål

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Ikke i kilderne: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Ikke forstået: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] kvinde
   *[m] mand
}
patient-years = { $years } år
patient-months = { $months ->
    [one] { $months } måned
   *[other] { $months } måneder
}
patient-pregnant = gravid
patient-pregnant-week = gravid, uge { $week }
patient-breastfeeding = ammer
patient-kidney-stage = nyresygdom stadie { $stage }
patient-dialysis = dialyse

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Målt: { $value }, som er over kildens grænse på { $limit }.
level-below = Målt: { $value }, som er under kildens grænse på { $limit }.
level-equal = Målt: { $value }, som er lig med kildens grænse på { $limit }.
level-unit-missing = I hvilken enhed er { $value } ({ $analyte }) angivet? Kildens grænse er { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } og { $number } flere

## Where the patient is a child and a dose shown is not one for children

not-for-children = De viste doser gælder ikke for børn.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Om { $subject } konkluderer { $publisher } ({ $dated }):
quotation-writes = Om { $subject } skriver { $publisher } ({ $dated }):
quotation-under = Under »{ $section }«:
quotation-discussion = I gennemgangen:
quotation-old = { $date }, mere end fem år gammelt
