"""The site, and one more address: through it a run tells people, as a request would."""

from django.urls import path

from bench.faults import views
from portal.urls import *
from portal.urls import urlpatterns

urlpatterns = [path("faults/tell/", views.tell), *urlpatterns]
