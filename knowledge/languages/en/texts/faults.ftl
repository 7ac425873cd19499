### Why a card or a claim is refused, where its fields do not fit.

# The name of a field, within a sentence.
fault-named = “{ $name }”
fault-field-claim = Claim { $claim }, { $field }: { $fault }
fault-field-card = { $field }: { $fault }
fault-of-claim = Claim { $claim }: { $fault }
fault-of-card = { $fault }
fault-impossible = { $said } cannot be. Check the source.
fault-together = { $fields } go together: fill in both, or neither.
fault-above = { $field } is greater than { $other }. Check the source.
fault-needs = { $field } needs { $other }.
fault-give-one = Fill in { $either }.
fault-same = The same cannot stand in { $fields }.
fault-only-with = { $field } goes only with { $choice }: { $values }.
fault-not-with = { $field } does not go with { $choice }: { $values }.
fault-apart = { $fields } exclude each other: fill in only one.
fault-too-thin = Treatment, outcome, and a disease or group of patients are needed for a sentence.
fault-two-claims = Two claims are called { $claim }. Rename one.
fault-retracted = The source was retracted, so its card must not answer. Withdraw the card.
fault-protocol = A study plan has no results. Drop the claims with numbers.
fault-something-open = Claim { $claim } still has something open.
fault-accepts-unknown = The review accepts a claim { $claim } that the card does not have.

## Whether everything works

fault-health-not-yet = not looked through yet
fault-health-cards = { $number } cards
fault-health-passages = { $number } passages
fault-health-writable = can be written to
fault-health-whole = every table and index is whole
fault-health-index-unreadable = The search index cannot be read. Run farmasvar index build.
fault-health-database-unusable = The database cannot be used ({ $name }). Look at its rights, the room on the disk and the log, and run farmasvar check.
fault-health-damaged = The database is damaged. Run farmasvar check, and restore a backup.
fault-health-check-broke = The check itself broke ({ $name }).
