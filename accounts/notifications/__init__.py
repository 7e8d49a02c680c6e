"""Telling people: a row first, then a mail; late at worst, never lost, never twice."""
