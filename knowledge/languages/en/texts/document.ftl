### Texts of the draft reply, and of the sources of an answer.

sources-none = This answer rests on no source in the library.

## The draft reply: headings

document-title = Reply to a medicines enquiry (draft)
document-warning = Draft, compiled automatically. A health professional must check it before it is sent.
document-filename = draft-reply
document-date = Date of the draft
document-newest-label = Search date, or year, of the newest source
document-answer = Answer number
document-question = Question
document-short = Short answer
document-assessment = Assessment
document-results = Results with certainty of the evidence
document-findings = What the sources say
document-harms = Harms and risks
document-disagreement = Where the sources disagree
document-sources = About the sources
document-search = Literature search
document-conclusion = Conclusion
document-references = References
document-cards = Evidence cards
document-signature = Signatures
document-page = Page { $page } of { $pages }

## The draft reply: texts

document-grading = The certainty of the evidence is stated as each source graded it (GRADE). Where a source gives no grade, the evidence is called not graded; no grading was done for this draft.
document-not-pooled = No pooled result
document-no-search = No new literature search was made for this draft. It rests on the sources below, each with the date up to which its authors searched the literature, or else the date of the source itself:
document-newest = The newest of these dates is { $date }. Later studies are not included.
document-newest-unknown = None of these sources gives a date.
document-certainty = { $certainty ->
    [high] The source grades the certainty of this evidence as high.
    [moderate] The source grades the certainty of this evidence as moderate.
    [low] The source grades the certainty of this evidence as low.
    [very_low] The source grades the certainty of this evidence as very low.
   *[not_graded] The source gives no grade of certainty for this statement.
}
document-see-disagreement = The sources disagree here; see the assessment.
document-cards-intro = The draft was compiled from these evidence cards of the library:
document-review-reviewed = checked by a second reader
document-review-draft = not yet checked by a second reader

## The draft reply: tables and signatures

document-column-outcome = Outcome and group
document-column-result = Result
document-column-basis = Studies and participants
document-column-certainty = Certainty
document-column-reference = Ref.
document-column-card = Evidence card
document-column-version = Version
document-column-review = Review state
document-prepared = Prepared by
document-checked = Checked by
document-name = Name and title
document-signed-on = Date
document-signed = Signature

## References, Vancouver style

reference-internet = [Internet]
reference-undated = [date unknown]
reference-cited = [cited { $date }]
reference-available = Available from: { $url }
