"""From rows to counts: cells read, placed in time, refused by cause, tallied."""
