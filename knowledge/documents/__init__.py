"""Documents: texts with sections that are not coded, and are therefore only ever quoted, word for word."""
