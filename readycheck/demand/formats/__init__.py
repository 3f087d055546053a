"""What an export looks like: dialects as data, and which column is what."""
