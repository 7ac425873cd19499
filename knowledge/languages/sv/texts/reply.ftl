### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effekt
intent-adverse_effects = Biverkningar
intent-toxicity = Överdosering
intent-interactions = Interaktioner
intent-contraindications = Försiktighet
intent-dosage = Dos
intent-formulation = Preparat
intent-pregnancy = Graviditet
intent-breastfeeding = Amning
intent-mechanism = Verkningsmekanism
intent-definition = Definition
intent-causes = Orsaker
intent-trial_details = Studier
intent-guidance = Åtgärder
intent-alternatives = Alternativ
intent-monitoring = Mätning och uppföljning
intent-administration = Administrering
intent-switching = Byte eller utsättning
intent-allergy = Allergi
intent-availability = Tillgänglighet
intent-other = Fråga

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Saknas i källorna: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Kunde inte tolkas: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] kvinna
   *[m] man
}
patient-years = { $years } år
patient-months = { $months ->
    [one] { $months } månad
   *[other] { $months } månader
}
patient-pregnant = gravid
patient-pregnant-week = gravid, vecka { $week }
patient-breastfeeding = ammar
patient-kidney-stage = njursjukdom stadium { $stage }
patient-dialysis = dialys

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Uppmätt: { $value }, vilket är över källans gräns på { $limit }.
level-below = Uppmätt: { $value }, vilket är under källans gräns på { $limit }.
level-equal = Uppmätt: { $value }, vilket är lika med källans gräns på { $limit }.
level-unit-missing = I vilken enhet anges { $value } ({ $analyte })? Källans gräns är { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } och { $number } till

## Where the patient is a child and a dose shown is not one for children

not-for-children = De doser som visas gäller inte barn.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Om { $subject } sammanfattar { $publisher } ({ $dated }):
quotation-writes = Om { $subject } skriver { $publisher } ({ $dated }):
quotation-under = Under ”{ $section }”:
quotation-discussion = I genomgången:
quotation-old = { $date }, mer än fem år gammalt
