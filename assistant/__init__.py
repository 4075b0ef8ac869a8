"""Question to cited answer: the pipeline, its writers and its two entry points."""
