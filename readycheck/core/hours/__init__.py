"""When the shop is there: opening hours against demand."""
