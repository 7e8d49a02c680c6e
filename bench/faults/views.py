from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from accounts.notifications.actions import NoticeRow, notify_many


@csrf_exempt
@require_POST
def tell(request: HttpRequest) -> HttpResponse:
    """Tell people, one after the other, the numbers asked for; asked twice is told once."""
    start, count = int(request.POST["start"]), int(request.POST["count"])
    first, people = int(request.POST["first"]), int(request.POST["people"])
    poison = request.POST.get("poison", "")
    rows = [
        NoticeRow(
            recipient_id=first + number % people,
            dedupe=f"fault:{number}",
            target=f"fault:{number}",
            facts={"number": number, "poison": poison},
        )
        for number in range(start, start + count)
    ]
    notify_many(request.POST["kind"], rows)
    return HttpResponse("told")
