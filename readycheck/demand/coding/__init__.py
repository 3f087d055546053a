"""Reasons for contacts that nobody coded, by keyword rules over subject, tags and, where allowed, message text."""
