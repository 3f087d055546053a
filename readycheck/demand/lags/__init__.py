"""From order to contact: which orders contacts name, and how many days lie between (DOMAIN §3.4)."""
