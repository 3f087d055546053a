"""Many shops on a page: which needs its consultant first, and the group's figures without names."""
