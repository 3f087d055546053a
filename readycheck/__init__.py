"""Season-readiness checklist and audit for web shops."""

__version__ = "0.1.0"
