"""News of the site: written by a moderator, told once to whoever asked for it, read by everybody."""
