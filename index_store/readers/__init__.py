"""File formats to source text: one public verb, :func:`index_store.readers.read_source`."""
