"""Files of minutes in, a searchable index of meetings and minute items out."""
