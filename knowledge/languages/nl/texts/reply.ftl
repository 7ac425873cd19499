### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Effect
intent-adverse_effects = Bijwerkingen
intent-toxicity = Overdosering
intent-interactions = Interacties
intent-contraindications = Contra-indicaties en voorzorgen
intent-dosage = Dosering
intent-formulation = Preparaten
intent-pregnancy = Zwangerschap
intent-breastfeeding = Borstvoeding
intent-mechanism = Werkingsmechanisme
intent-definition = Definitie
intent-causes = Oorzaken
intent-trial_details = Studies
intent-guidance = Beleid
intent-alternatives = Alternatieven
intent-monitoring = Controle
intent-administration = Toediening
intent-switching = Overstappen of stoppen
intent-allergy = Allergie
intent-availability = Beschikbaarheid
intent-other = Vraag

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Niet in de bronnen: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Niet begrepen: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] vrouw
   *[m] man
}
patient-years = { $years } jaar
patient-months = { $months ->
    [one] { $months } maand
   *[other] { $months } maanden
}
patient-pregnant = zwanger
patient-pregnant-week = zwanger, week { $week }
patient-breastfeeding = geeft borstvoeding
patient-kidney-stage = nierziekte, stadium { $stage }
patient-dialysis = dialyse

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Gemeten: { $value }; dat is boven de grenswaarde in de bron ({ $limit }).
level-below = Gemeten: { $value }; dat is onder de grenswaarde in de bron ({ $limit }).
level-equal = Gemeten: { $value }; dat is gelijk aan de grenswaarde in de bron ({ $limit }).
level-unit-missing = In welke eenheid is { $value } ({ $analyte }) opgegeven? De grenswaarde in de bron is { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } en nog { $number } andere

## Where the patient is a child and a dose shown is not one for children

not-for-children = De getoonde doseringen gelden niet voor kinderen.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Over { $subject } concludeert { $publisher } ({ $dated }):
quotation-writes = Over { $subject } schrijft { $publisher } ({ $dated }):
quotation-under = Onder ‘{ $section }’:
quotation-discussion = In de bespreking:
quotation-old = { $date }, meer dan vijf jaar oud
