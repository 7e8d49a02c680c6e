"""Composes the site from the two apps; holds no models of its own."""

from portal.celery import app as celery_app

__all__ = ["celery_app"]
