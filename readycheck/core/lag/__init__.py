"""The lag from order to contact: assumed, fitted or counted."""
