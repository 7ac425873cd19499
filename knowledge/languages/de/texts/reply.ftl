### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Wirkung
intent-adverse_effects = Nebenwirkungen
intent-toxicity = Überdosierung
intent-interactions = Wechselwirkungen
intent-contraindications = Gegenanzeigen und Vorsichtsmaßnahmen
intent-dosage = Dosis
intent-formulation = Präparate
intent-pregnancy = Schwangerschaft
intent-breastfeeding = Stillzeit
intent-mechanism = Wirkmechanismus
intent-definition = Definition
intent-causes = Ursachen
intent-trial_details = Studien
intent-guidance = Vorgehen
intent-alternatives = Alternativen
intent-monitoring = Überwachung
intent-administration = Anwendung
intent-switching = Umstellen oder Absetzen
intent-allergy = Allergie
intent-availability = Verfügbarkeit
intent-other = Frage

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Nicht in den Quellen: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Nicht verstanden: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] Frau
   *[m] Mann
}
patient-years = { $years } Jahre
patient-months = { $months ->
    [one] { $months } Monat
   *[other] { $months } Monate
}
patient-pregnant = schwanger
patient-pregnant-week = schwanger, SSW { $week }
patient-breastfeeding = stillend
patient-kidney-stage = Nierenerkrankung, Stadium { $stage }
patient-dialysis = Dialyse

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Gemessen: { $value }; das liegt über dem in der Quelle genannten Grenzwert von { $limit }.
level-below = Gemessen: { $value }; das liegt unter dem in der Quelle genannten Grenzwert von { $limit }.
level-equal = Gemessen: { $value }; das entspricht dem in der Quelle genannten Grenzwert von { $limit }.
level-unit-missing = In welcher Einheit ist { $value } ({ $analyte }) angegeben? Der in der Quelle genannte Grenzwert ist { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } sowie { $number } weitere

## Where the patient is a child and a dose shown is not one for children

not-for-children = Die gezeigten Dosen gelten nicht für Kinder.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = Zu { $subject } kommt { $publisher } zu dem Schluss ({ $dated }):
quotation-writes = Zu { $subject } schreibt { $publisher } ({ $dated }):
quotation-under = Unter „{ $section }“:
quotation-discussion = In der Diskussion:
quotation-old = { $date }, mehr als fünf Jahre alt
