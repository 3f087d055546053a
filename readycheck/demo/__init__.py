"""A made-up wool shop with three seasons, to look around in. Its texts are data, in the shop's own Finnish."""
