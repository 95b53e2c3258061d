"""明白账: load the YAML, check it, draw the charts, render every output, publish the site."""
