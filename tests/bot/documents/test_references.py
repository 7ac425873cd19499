"""References in Vancouver style, beside those written by hand for every card."""

from __future__ import annotations

import pytest

from bot.answering.messages import messages_in
from bot.outputs.documents.references import MOST_AUTHORS, vancouver
from knowledge.evidence.library import Library
from knowledge.evidence.models import Card
from knowledge.languages import LANGUAGES

CITED = "[cited 21 November 2026]"
EXPECTED = {
    "cochrane-cd009402": "Vanhove AC, Bekkering T, Cools F, Vankrunkelsven P. Magnesium voor de behandeling van"
    f" spierkrampen: nuttig of niet? De Apotheker [Internet]. Cochrane Belgium; [date unknown] {CITED}."
    " Dutch. Summary of: Garrison SR, Korownyk CS, et al. Magnesium for skeletal muscle cramps. Cochrane Database Syst"
    " Rev 2020. Available from: https://doi.org/10.1002/14651858.CD009402.pub3 PMID: 32956536.",
    "relis-2015-5672": "RELIS Midt-Norge. Leggkramper av magnesium. RELIS database [Internet]. 2015; spm.nr. 5672"
    f" {CITED}. Norwegian Bokmål. Available from: https://relis.no/sporsmal_og_svar/4-5672?source=relisdb",
    "review-lottrup-riis-2014": "Lottrup SB, Riis IM. Magnesium mod lægkramper (forskningstræningsopgave). Institut for"
    f" Almen Medicin, Aarhus Universitet; 2014 {CITED}. Danish.",
    "trial-dahle-1995": "Dahle LO, Berg G, Hammar M, Hurtig M, Larsson L. The effect of oral magnesium substitution on"
    f" pregnancy-induced leg cramps. Am J Obstet Gynecol [Internet]. 1995 {CITED};173(1):175-80."
    " Available from: https://www.ajog.org/article/0002-9378(95)90186-8/pdf PMID: 7631676.",
    "trial-frusso-1999": "Frusso R, Zárate M, Augustovski F, Rubinstein A. Magnesium for the treatment of nocturnal leg"
    f" cramps: a crossover randomized trial. J Fam Pract [Internet]. 1999 {CITED};48(11):868-71. Available from:"
    " https://www.mdedge.com/familymedicine/article/60992/pain/magnesium-treatment-nocturnal-leg-cramps-crossover-randomized"
    " PMID: 10907623.",
    "trial-garrison-2010": "Garrison SR, Birmingham CL, Koehler BE, McCollom RA, Khan KM. The effect of magnesium"
    f" infusion on rest cramps: randomized controlled trial. J Gerontol A Biol Sci Med Sci [Internet]. 2010"
    f" {CITED};66(6):661-6."
    " Available from: https://pubmed.ncbi.nlm.nih.gov/21289017/ PMID: 21289017.",
    "trial-nygaard-2006": "Nygaard IH, Valbø A, Pethick SV, Bøhmer T. Does oral magnesium substitution relieve"
    f" pregnancy-induced leg cramps? Eur J Obstet Gynecol Reprod Biol [Internet]. 2006 {CITED};141(1):23-6."
    " Available from: https://doi.org/10.1016/j.ejogrb.2008.07.005 PMID: 18768245.",
    "trial-roffe-2001": "Roffe C, Sills S, Crome P, Jones P. Randomised, cross-over, placebo controlled trial of"
    f" magnesium citrate in the treatment of chronic persistent leg cramps. Med Sci Monit [Internet]. 2001"
    f" {CITED};8(5):CR326-30."
    " Available from: https://www.medscimonit.com/download/index/idArt/420841 PMID: 12011773.",
    "article-healthline-magnesium-rls": "Länken mellan magnesium och Restless Leg Syndrome. Healthline. [date unknown]"
    f" {CITED}. Swedish.",
    "article-sundhedspanel-urolige-ben": "Danmarks Sundhedspanel. Magnesium og urolige ben – er der en sammenhæng?"
    f" sundhedspanel.dk [Internet]. [date unknown] {CITED}. Danish. Available from:"
    " https://www.sundhedspanel.dk/sundhedsnyheder/magnesium-og-urolige-ben-er-der-en-sammenhaeng/",
}


@pytest.mark.parametrize("card", sorted(EXPECTED))
def test_a_source_reads_as_a_librarian_would_write_it(card: str, shipped: Library) -> None:
    assert vancouver(shipped.cards[card], 3, messages_in("en")) == f"3. {EXPECTED[card]}"


def with_source(card: Card, **changes: object) -> Card:
    return card.model_copy(update={"source": card.source.model_copy(update=changes)})


def test_more_than_six_authors_end_in_et_al(shipped: Library) -> None:
    card = shipped.cards["trial-dahle-1995"]
    names = [f"Author{letter} X" for letter in "ABCDEFG"]
    for count in (MOST_AUTHORS, MOST_AUTHORS + 1):
        line = vancouver(with_source(card, authors=tuple(names[:count])), 1, messages_in("en"))
        assert line.startswith("1. AuthorA X, AuthorB X, AuthorC X, AuthorD X, AuthorE X, AuthorF X")
        assert ("F X, et al. The effect" in line) is (count > MOST_AUTHORS)
        assert "AuthorG" not in line


def test_a_doi_that_the_address_does_not_show_is_given(shipped: Library) -> None:
    card = with_source(shipped.cards["trial-nygaard-2006"], url=None)
    assert "doi: 10.1016/j.ejogrb.2008.07.005." in vancouver(card, 1, messages_in("en"))


def test_the_words_around_a_reference_are_in_the_readers_language(shipped: Library) -> None:
    line = vancouver(shipped.cards["article-sundhedspanel-urolige-ben"], 1, messages_in("nb"))
    assert "[dato ukjent] [sitert 21. november 2026]. Dansk. Tilgjengelig fra: https://" in line


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_source_can_be_referred_to_in_every_language(tag: str, shipped: Library) -> None:
    for card in shipped.cards.values():
        line = vancouver(card, 1, messages_in(tag))
        assert ".." not in line
        assert "  " not in line
        assert str(card.source.checked.year) in line
        assert not card.source.url or card.source.url in line
