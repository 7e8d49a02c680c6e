from django.conf import settings
from django.urls import path

from accounts.notifications import alert_views, views, webhooks

urlpatterns = [
    path("mijn/berichten/", views.inbox, name="inbox"),
    path("mijn/berichten/gelezen/", views.mark_all_read, name="inbox_read"),
    path("mijn/berichten/<int:pk>/", views.notice, name="notice"),
    path("mijn/meldingen/", views.preferences, name="notice_preferences"),
    path("mijn/post/weer/", views.resume_mail, name="mail_resume"),
    path("blijf-mailen/<str:token>/", alert_views.keep_alerts, name="keep_alerts"),
    path("afmelden/<str:token>/", views.unsubscribe, name="unsubscribe"),
]

urlpatterns += webhooks.patterns(settings.MAIL_SERVICE)

if settings.DEMO:
    urlpatterns += [
        path("demo/postvak/", views.demo_mailbox, name="demo_mailbox"),
        path("demo/postvak/<int:pk>/html/", views.demo_mail, name="demo_mail"),
    ]
