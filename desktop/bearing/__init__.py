"""Her manner made visible and audible: from the bond's figures to the body, the voice and the clothes."""
