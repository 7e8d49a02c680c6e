"""The pages about a yes: giving it, keeping a vacancy, and both sides of the conversation."""
