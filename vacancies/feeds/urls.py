from django.urls import path

from vacancies.feeds import views

urlpatterns = [
    path("vacatures/feed.atom", views.feed, name="vacancy_feed"),
    path("vacatures/domein/<slug:code>/feed.atom", views.domain_feed, name="domain_feed"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
    path("sitemap-<int:number>.xml", views.sitemap_part, name="sitemap_part"),
]
