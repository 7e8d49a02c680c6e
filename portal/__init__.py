"""Composes the site from the two apps; holds no models of its own."""
