"""Widgets that several screens share: they show what they are given and post messages."""
