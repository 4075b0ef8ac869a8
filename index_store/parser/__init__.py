"""Source text to meetings and minute items: one public verb, :func:`index_store.parser.parse`."""
