"""The panel beside the form: who fits as it is typed now, and one change made with a tap."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.template.loader import render_to_string
from django.views.decorators.http import require_POST

from accounts.identity.gates import MemberRequest, member_required
from accounts.identity.permissions import Permission
from vacancies.models import Vacancy
from vacancies.posting import hooks, queries
from vacancies.posting.forms import WhenForm
from vacancies.posting.forms.softer import soften
from vacancies.posting.sections import Section
from vacancies.posting.views.pages import edit_page


@require_POST
@member_required(Permission.VACANCY_WRITE)
def vacancy_reach(request: MemberRequest, code: str) -> HttpResponse:
    """Who fits what was just typed; asked while typing, so without what a whole page needs."""
    vacancy = get_object_or_404(queries.managed(request.user), code=code)
    reach = hooks.reach.ask(WhenForm.read(vacancy, request.POST))
    context = {"reach": reach, "vacancy": vacancy, "is_live_answer": True}
    return HttpResponse(render_to_string("vacancies/posting/_reach.html", context))


def softened(request: MemberRequest, vacancy: Vacancy) -> HttpResponse:
    """The form again with one change made, or only counted again; nothing is saved."""
    code = request.POST.get("soften", "")
    form = WhenForm(vacancy, soften(request.POST, code))
    form.without_errors()
    context = {**edit_page(form, Section.WHEN), "softened": bool(code)}
    return render(request, "vacancies/posting/edit.html", context)
