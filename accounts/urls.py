from django.urls import include, path

urlpatterns = [
    path("", include("accounts.identity.urls")),
    path("", include("accounts.organisations.urls")),
    path("", include("accounts.profiles.urls")),
    path("", include("accounts.availability.urls")),
    path("", include("accounts.credentials.urls")),
    path("", include("accounts.taxonomy.urls")),
    path("", include("accounts.notifications.urls")),
    path("", include("accounts.news.urls")),
    path("", include("accounts.privacy.urls")),
]
