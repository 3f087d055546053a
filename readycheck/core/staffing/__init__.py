"""How many hands contacts need, and what a plan of hours leads to."""
