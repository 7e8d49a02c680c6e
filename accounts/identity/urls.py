from django.urls import path
from django.views.generic import RedirectView

from accounts.identity import views
from portal.kit.audience import Audience, open_to

to_the_door = open_to(Audience.EVERYONE)(
    RedirectView.as_view(pattern_name="account_request_login_code", query_string=True)
)

urlpatterns = [
    path("account/login/code/", views.door, name="account_request_login_code"),
    path("account/signup/", to_the_door, name="account_signup"),
    path("start/", views.choose_role, name="choose_role"),
    path("mijn/account/", views.security, name="security"),
    path("taal/", views.set_language, name="set_language"),
]
