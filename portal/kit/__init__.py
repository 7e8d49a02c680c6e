"""Domain-free pieces that every feature stands on; nothing here knows an app's models."""
