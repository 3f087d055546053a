"""Contacts of every day of the season, how sure that is, and how earlier forecasts went."""
