"""What a clerk asks for → YAML and schemas on disk: beside the building of the site, not on it."""
