"""What we know: frozen values that every stage may read; no files, no YAML, no HTML."""
