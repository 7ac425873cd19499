"""From what is asked and found to the reply: choosing, wording, options, what is not covered."""
