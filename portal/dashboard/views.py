from django.http import HttpResponse
from django.shortcuts import redirect

from accounts.identity.gates import UserRequest, signed_in


@signed_in
def dashboard(request: UserRequest) -> HttpResponse:
    return redirect("home")
