"""Tests of checklists' editions."""
