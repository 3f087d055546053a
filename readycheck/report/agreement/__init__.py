"""The one-page agreement of a sparring session."""
