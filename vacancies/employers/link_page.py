"""The page of an employer: the question, its state, and the forms of the answers."""

from functools import cached_property
from typing import Any

from django.http import HttpRequest

from vacancies.employers import actions, words
from vacancies.employers.actions.answering import why_closed
from vacancies.employers.answer_forms import (
    AgreeForm,
    AnswerForm,
    CounterForm,
    OwnHoursForm,
    RefuseForm,
)
from vacancies.employers.asked import Asked, Total, asked_of, total_of
from vacancies.employers.errors import Closed
from vacancies.enums import EmployerStatus as Status
from vacancies.lifecycles import EMPLOYER_REQUEST, Side
from vacancies.models import EmployerRequest


class LinkPage:
    """Built once for a request; `what` is the answer that was posted."""

    def __init__(self, row: EmployerRequest, request: HttpRequest, *, what: str = "") -> None:
        self.row, self.what = row, what
        self._request = request

    @cached_property
    def asked(self) -> Asked:
        return asked_of(self.row)

    @cached_property
    def closed(self) -> Closed | None:
        return why_closed(self.row)

    @cached_property
    def can(self) -> set[str]:
        """What may still be answered."""
        steps = {step.verb for step in EMPLOYER_REQUEST.open_to(self.row.status, Side.EMPLOYER)}
        if self.closed is None:
            return steps
        return steps & ({"turn_away", "revoke"} if self.closed is not Closed.EXPIRED else set())

    @property
    def may_renew(self) -> bool:
        return self.closed is Closed.EXPIRED and self.row.status == Status.GIVEN

    @property
    def is_answered(self) -> bool:
        return self.row.answered_at is not None

    @property
    def conditions(self) -> list[str]:
        return words.conditions(self.row)

    @cached_property
    def agree(self) -> AgreeForm:
        return AgreeForm(self._data("ja"), prefix="ja", initial=self._initial)

    @cached_property
    def refuse(self) -> RefuseForm:
        return self._refusing("nee")

    @cached_property
    def revoke(self) -> RefuseForm:
        return self._refusing("terug")

    @cached_property
    def counter(self) -> CounterForm:
        initial = self._initial | {"day_parts": self.row.counter_mask}
        return CounterForm(self._data("anders"), prefix="anders", initial=initial)

    @cached_property
    def own_hours(self) -> OwnHoursForm:
        told = self._request.GET
        return OwnHoursForm(told if "uren" in told else None)

    @cached_property
    def total(self) -> Total | None:
        """Own hours and those at the school, once the own ones are filled in."""
        form = self.own_hours
        if not form.is_bound or not form.is_valid():
            return None
        return total_of(form.cleaned_data["uren"], self.row.hours_week, self.row.starts_on)

    @property
    def opens(self) -> str:
        """Which answer stands unfolded."""
        return "anders" if self._planning_is_refused else self.what

    @property
    def is_valid(self) -> bool:
        form = self._forms.get(self.what)
        return form is not None and form.is_valid()

    @property
    def posted(self) -> AnswerForm | None:
        """The form of the answer that was not right yet."""
        return self._forms.get(self.what)

    def answer(self) -> None:
        """Keep the answer of a form that is valid. Raises ClosedError."""
        told = self._forms[self.what].cleaned_data
        common = {"name": told["name"], "version": told["version"]}
        note = told.get("note", "")
        match self.what:
            case "ja":
                actions.agree(self.row, conditions=self.agree.asked, **common)
            case "nee":
                actions.refuse(self.row, ground=told["ground"], note=note, **common)
            case "anders":
                actions.counter(self.row, mask=told["day_parts"], note=note, **common)
            case _:
                actions.revoke(self.row, ground=told["ground"], note=note, **common)

    @property
    def _forms(self) -> dict[str, AnswerForm]:
        return {
            "ja": self.agree,
            "nee": self.refuse,
            "anders": self.counter,
            "terug": self.revoke,
        }

    @property
    def _planning_is_refused(self) -> bool:
        return self.what == "nee" and "all_the_same" in self.refuse.fields

    @property
    def _initial(self) -> dict[str, Any]:
        return {"version": self.row.version}

    def _refusing(self, prefix: str) -> RefuseForm:
        is_lending = self.asked.is_lending
        data = self._data(prefix)
        return RefuseForm(data, prefix=prefix, initial=self._initial, is_lending=is_lending)

    def _data(self, prefix: str) -> Any:
        return self._request.POST if self.what == prefix else None
