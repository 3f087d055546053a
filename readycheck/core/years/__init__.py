"""Year against year."""
