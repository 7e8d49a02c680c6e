"""Moments as the site writes them: 20 September 2026, 14:32."""

DATE_FORMAT = "j\u00a0F\u00a0Y"
TIME_FORMAT = "G:i"
DATETIME_FORMAT = "j\u00a0F\u00a0Y, G:i"
