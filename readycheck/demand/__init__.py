"""Exports of orders, contacts and surveys into an anonymous demand profile (DOMAIN §2)."""
