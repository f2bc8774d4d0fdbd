"""A `Reading` to other programs."""
