### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effekt
intent-adverse_effects = Biverknader
intent-toxicity = Overdosering
intent-interactions = Interaksjonar
intent-contraindications = Varsemd
intent-dosage = Dose
intent-formulation = Preparat
intent-pregnancy = Graviditet
intent-breastfeeding = Amming
intent-mechanism = Verknadsmekanisme
intent-definition = Definisjon
intent-causes = Årsaker
intent-trial_details = Studiar
intent-guidance = Tiltak
intent-alternatives = Alternativ
intent-monitoring = Måling og oppfølging
intent-administration = Administrasjon
intent-switching = Byte eller seponering
intent-allergy = Allergi
intent-availability = Tilgjenge
intent-other = Spørsmål

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Ikkje i kjeldene: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Ikkje forstått: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] kvinne
   *[m] mann
}
patient-years = { $years } år
patient-months = { $months ->
    [one] { $months } månad
   *[other] { $months } månader
}
patient-pregnant = gravid
patient-pregnant-week = gravid, veke { $week }
patient-breastfeeding = ammar
patient-kidney-stage = nyresjukdom stadium { $stage }
patient-dialysis = dialyse

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Målt: { $value }, som er over grensa på { $limit } i kjelda.
level-below = Målt: { $value }, som er under grensa på { $limit } i kjelda.
level-equal = Målt: { $value }, som er lik grensa på { $limit } i kjelda.
level-unit-missing = I kva eining er { $value } ({ $analyte }) oppgitt? Grensa i kjelda er { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } og { $number } til

## Where the patient is a child and a dose shown is not one for children

not-for-children = Dosane som er viste, gjeld ikkje barn.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Om { $subject } konkluderer { $publisher } ({ $dated }):
quotation-writes = Om { $subject } skriv { $publisher } ({ $dated }):
quotation-under = Under «{ $section }»:
quotation-discussion = I drøftinga:
quotation-old = { $date }, meir enn fem år gammalt
