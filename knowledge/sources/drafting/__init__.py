"""From a record to drafted claims: what extraction reads of it, in the forms of the evidence model.

`terms` finds the concepts that words of a source name; `claims` makes claims of estimates, counts of harm and designs.
What cannot be read surely is left open in the claim, and a claim with something open answers nothing.
"""
