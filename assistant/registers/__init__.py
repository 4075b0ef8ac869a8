"""Answers read straight from the catalogue, one register a module; see :mod:`assistant.register`."""
