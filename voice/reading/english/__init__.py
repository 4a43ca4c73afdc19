"""English as it is said: figures, dates, money, units, shortenings, capitals."""
