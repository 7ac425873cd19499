### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effekt
intent-adverse_effects = Bivirkninger
intent-toxicity = Overdosering
intent-interactions = Interaksjoner
intent-contraindications = Forsiktighet
intent-dosage = Dose
intent-formulation = Preparater
intent-pregnancy = Graviditet
intent-breastfeeding = Amming
intent-mechanism = Virkningsmekanisme
intent-definition = Definisjon
intent-causes = Årsaker
intent-trial_details = Studier
intent-guidance = Tiltak
intent-alternatives = Alternativer
intent-monitoring = Måling og oppfølging
intent-administration = Administrasjon
intent-switching = Bytte eller seponering
intent-allergy = Allergi
intent-availability = Tilgjengelighet
intent-other = Spørsmål

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Ikke i kildene: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Ikke forstått: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] kvinne
   *[m] mann
}
patient-years = { $years } år
patient-months = { $months ->
    [one] { $months } måned
   *[other] { $months } måneder
}
patient-pregnant = gravid
patient-pregnant-week = gravid, uke { $week }
patient-breastfeeding = ammer
patient-kidney-stage = nyresykdom stadium { $stage }
patient-dialysis = dialyse

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Målt: { $value }, som er over kildens grense på { $limit }.
level-below = Målt: { $value }, som er under kildens grense på { $limit }.
level-equal = Målt: { $value }, som er lik kildens grense på { $limit }.
level-unit-missing = I hvilken enhet er { $value } ({ $analyte }) oppgitt? Kildens grense er { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } og { $number } til

## Where the patient is a child and a dose shown is not one for children

not-for-children = Dosene som er vist, gjelder ikke barn.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Om { $subject } konkluderer { $publisher } ({ $dated }):
quotation-writes = Om { $subject } skriver { $publisher } ({ $dated }):
quotation-under = Under «{ $section }»:
quotation-discussion = I drøftingen:
quotation-old = { $date }, mer enn fem år gammelt
