"""Charts as inline SVG: each module holds what a chart shows and the pure function that draws it."""
