"""Cards in the forms that other programs read: FHIR Evidence R5, CSL-JSON, RIS. Our own readers read them back."""
