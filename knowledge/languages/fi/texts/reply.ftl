### The sections of a reply: kinds of asks, the patient's line, what is not in the sources, levels.

## Kinds of asks, as nouns; several answers in one reply begin with them ("Dose: ...")

intent-efficacy = Teho
intent-adverse_effects = Haittavaikutukset
intent-toxicity = Yliannostus
intent-interactions = Yhteisvaikutukset
intent-contraindications = Vasta-aiheet ja varotoimet
intent-dosage = Annos
intent-formulation = Valmisteet
intent-pregnancy = Raskaus
intent-breastfeeding = Imetys
intent-mechanism = Vaikutusmekanismi
intent-definition = Määritelmä
intent-causes = Syyt
intent-trial_details = Tutkimukset
intent-guidance = Toimintaohjeet
intent-alternatives = Vaihtoehdot
intent-monitoring = Seuranta
intent-administration = Antotapa
intent-switching = Vaihto tai lopetus
intent-allergy = Allergia
intent-availability = Saatavuus
intent-other = Kysymys

## What is not in the sources; $asks is a list such as "dose (magnesium, children); interactions (magnesium, bisoprolol)"

not-in-sources = Ei lähteissä: { $asks }.
missing-ask = { $kind } ({ $subject })
not-understood = Jäi epäselväksi: { $words }.

## The patient as understood: "Woman, 82 years, eGFR 24"

patient-sex = { $sex ->
    [f] nainen
   *[m] mies
}
patient-years = { $years } vuotta
patient-months = { $months ->
    [one] { $months } kuukausi
   *[other] { $months } kuukautta
}
patient-pregnant = raskaana
patient-pregnant-week = raskausviikko { $week }
patient-breastfeeding = imettää
patient-kidney-stage = munuaistauti, aste { $stage }
patient-dialysis = dialyysi

## A measured level beside the threshold a source states; what the source says of it follows

level-above = Mitattu arvo { $value } ylittää lähteen raja-arvon { $limit }.
level-below = Mitattu arvo { $value } alittaa lähteen raja-arvon { $limit }.
level-equal = Mitattu arvo { $value } on sama kuin lähteen raja-arvo { $limit }.
level-unit-missing = Missä yksikössä { $value } ({ $analyte }) on ilmoitettu? Lähteen raja-arvo on { $limit }.

## What the library covers: the medicines it holds most on, and how many more there are

covers-others = { $subjects } sekä { $number } muuta

## Where the patient is a child and a dose shown is not one for children

not-for-children = Näytetyt annokset eivät koske lapsia.

## What is quoted of a document, word for word; the frame says what it is about, whose it is and of when

quotation-concludes = { $publisher } päättelee aiheesta { $subject } ({ $dated }):
quotation-writes = { $publisher } kirjoittaa aiheesta { $subject } ({ $dated }):
quotation-under = Kohdassa ”{ $section }”:
quotation-discussion = Pohdinnassa:
quotation-old = { $date }, yli viisi vuotta vanha
