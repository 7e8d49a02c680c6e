"""The addresses of the site as they are in the demo."""

from django.urls import path

from accounts.notifications import views
from portal.urls import urlpatterns as of_the_site

urlpatterns = [
    path("demo/postvak/", views.demo_mailbox, name="demo_mailbox"),
    path("demo/postvak/<int:pk>/html/", views.demo_mail, name="demo_mail"),
    *of_the_site,
]
