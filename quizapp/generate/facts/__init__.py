"""What the text says, as facts that a question may be made of: events, deeds, lives, offices, companies."""
