"""Damaged files by the thousand: whatever a reader is given, it reads it or refuses it in a sentence."""
