"""The rules of the trade: frozen dataclasses and pure functions, no I/O, no clock (DOMAIN.md)."""
