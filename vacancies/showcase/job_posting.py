"""A vacancy in the words of schema.org, as Google's page on JobPosting (2025) asks for it."""

import json
from datetime import datetime, time
from typing import Any, Final

from django.conf import settings
from django.template.loader import render_to_string
from django.utils import timezone, translation
from django.utils.safestring import SafeString, mark_safe

from accounts.enums import EmploymentForm
from accounts.models import Location
from vacancies.enums import ContractLength, RequirementKind
from vacancies.models import Vacancy
from vacancies.posting.pay import PayRange
from vacancies.showcase.demands import groups
from vacancies.showcase.text import blocks

FULL_TIME_FROM: Final = 35
DEGREES: Final = {
    1: "high school",
    2: "high school",
    3: "professional certificate",
    4: "professional certificate",
    5: "associate degree",
    6: "bachelor degree",
    7: "postgraduate degree",
    8: "postgraduate degree",
}
# What ends a script element or begins a comment inside it, as JSON escapes.
UNSAFE: Final = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}


def as_script(vacancy: Vacancy, pay: PayRange | None) -> SafeString:
    """The text of the script element; nothing in it can end that element."""
    with translation.override("nl"):
        text = json.dumps(job_posting(vacancy, pay), ensure_ascii=False)
    return mark_safe(text.translate(UNSAFE))  # noqa: S308 - escaped for its place


def job_posting(vacancy: Vacancy, pay: PayRange | None) -> dict[str, Any]:
    """All required and recommended properties that the vacancy has an answer to."""
    posting: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": vacancy.title,
        "description": _description(vacancy),
        "identifier": {
            "@type": "PropertyValue",
            "name": vacancy.institution.name,
            "value": vacancy.code,
        },
        "url": settings.SITE_URL + vacancy.get_absolute_url(),
        "datePosted": _moment(vacancy.published_at),
        "validThrough": _end_of(vacancy.closes_on),
        "employmentType": employment_types(vacancy),
        "hiringOrganization": _organisation(vacancy),
        "jobLocation": [_place(location) for location in vacancy.locations.all()],
        "directApply": True,
        "totalJobOpenings": vacancy.positions,
        "jobStartDate": vacancy.starts_on.isoformat() if vacancy.starts_on else None,
        "industry": [domain.name_nl for domain in vacancy.domains.all()],
        "baseSalary": _salary(pay),
        **_demands(vacancy),
    }
    return {name: value for name, value in posting.items() if value not in (None, [], "")}


def employment_types(vacancy: Vacancy) -> list[str]:
    """Google's codes; work of a few hours a week is part-time, a hired expert a contractor."""
    full = (vacancy.hours_max or 0) >= FULL_TIME_FROM
    types = ["FULL_TIME" if full else "PART_TIME"]
    if vacancy.contract_length == ContractLength.TEMPORARY or vacancy.ends_on:
        types.append("TEMPORARY")
    if {EmploymentForm.SELF_EMPLOYED, EmploymentForm.CONTRACT_ASSIGNMENT} & set(
        vacancy.employment_forms
    ):
        types.append("CONTRACTOR")
    return types


def _description(vacancy: Vacancy) -> str:
    context = {
        "vacancy": vacancy,
        "blocks": blocks(vacancy.body),
        "groups": groups(vacancy),
    }
    return " ".join(render_to_string("vacancies/showcase/job_description.html", context).split())


def _organisation(vacancy: Vacancy) -> dict[str, str]:
    found = {"@type": "Organization", "name": vacancy.institution.name}
    if vacancy.institution.website:
        found["sameAs"] = vacancy.institution.website
    return found


def _place(location: Location) -> dict[str, Any]:
    place = location.place
    address = {
        "@type": "PostalAddress",
        "streetAddress": location.address,
        "postalCode": location.postcode,
        "addressLocality": place.name,
        "addressRegion": place.get_province_display(),
        "addressCountry": "NL",
    }
    return {
        "@type": "Place",
        "name": location.name,
        "address": {name: value for name, value in address.items() if value},
        "geo": {
            "@type": "GeoCoordinates",
            "latitude": place.latitude,
            "longitude": place.longitude,
        },
    }


def _salary(pay: PayRange | None) -> dict[str, Any] | None:
    if pay is None:
        return None
    return {
        "@type": "MonetaryAmount",
        "currency": "EUR",
        "value": {
            "@type": "QuantitativeValue",
            "minValue": float(pay.month_min),
            "maxValue": float(pay.month_max),
            "unitText": "MONTH",
        },
    }


def _demands(vacancy: Vacancy) -> dict[str, Any]:
    """Education, experience and skills, as far as they are a must."""
    found: dict[str, Any] = {}
    skills = []
    for row in vacancy.requirements.all():
        if row.kind == RequirementKind.COMPETENCE:
            skills.append(row.competence.name_nl if row.competence else "")
        elif row.kind == RequirementKind.LEVEL and row.strength == "must":
            found["educationRequirements"] = {
                "@type": "EducationalOccupationalCredential",
                "credentialCategory": DEGREES[row.value or 1],
            }
        elif row.kind == RequirementKind.EXPERIENCE and row.strength == "must":
            found["experienceRequirements"] = {
                "@type": "OccupationalExperienceRequirements",
                "monthsOfExperience": 12 * (row.value or 0),
            }
    if vacancy.practice_counts and "educationRequirements" in found:
        found["experienceInPlaceOfEducation"] = True
    return {**found, "skills": ", ".join(skills)}


def _moment(moment: datetime | None) -> str | None:
    return timezone.localtime(moment).isoformat() if moment else None


def _end_of(day: Any) -> str | None:
    if day is None:
        return None
    return timezone.make_aware(datetime.combine(day, time(23, 59))).isoformat()
