"""Moments as the site writes them: 20 september 2026, 14.32 uur."""

DATE_FORMAT = "j\u00a0F\u00a0Y"
TIME_FORMAT = "G.i"
DATETIME_FORMAT = "j\u00a0F\u00a0Y, G.i\u00a0\\u\\u\\r"
