import pytest
from django import forms
from django.http import QueryDict

from accounts.taxonomy import actions
from accounts.taxonomy.fields import CompetenceField, PickerForm, PlaceField
from tests.factories import CompetenceFactory, PlaceFactory

pytestmark = pytest.mark.django_db


class PlaceForm(forms.Form):
    place = PlaceField(label="Place", required=False)


class SkillForm(PickerForm):
    title = forms.CharField(max_length=5)
    skills = CompetenceField(label="Skills", required=False)


@pytest.fixture
def bergens():
    made = [
        PlaceFactory(name="Bergen", code="bergen-nh", municipality="Bergen (NH.)"),
        PlaceFactory(name="Bergen", code="bergen-li", municipality="Bergen (L.)"),
    ]
    actions.index_places()
    return made


@pytest.fixture
def welding():
    row = CompetenceFactory(name_nl="Lassen", name_en="Welding", synonyms="lasser")
    actions.index_competences()
    return row


def skill_form(query: str) -> SkillForm:
    return SkillForm(QueryDict(query))


def test_a_place_is_resolved_by_its_name():
    zwolle = PlaceFactory()

    form = PlaceForm({"place": " zwolle "})

    assert form.is_valid()
    assert form.cleaned_data["place"] == zwolle


def test_an_empty_place_may_stay_open_or_is_asked_for():
    assert PlaceForm({"place": ""}).is_valid()
    with pytest.raises(forms.ValidationError, match="Type the name"):
        PlaceField().clean("")


def test_an_ambiguous_place_asks_which_one_and_keeps_the_text(bergens):
    form = PlaceForm({"place": "bergen"})

    assert form.errors["place"] == ["There is more than one bergen. Choose the right one."]
    page = str(form["place"])
    assert 'value="bergen"' in page
    assert "municipality of Bergen (NH.)" in page
    assert page.count('type="radio"') == 2


def test_the_choice_settles_an_ambiguous_place(bergens):
    form = PlaceForm({"place": "bergen", "place_choice": str(bergens[1].pk)})

    assert form.is_valid()
    assert form.cleaned_data["place"] == bergens[1]


@pytest.mark.parametrize("choice", ["0", "abc", "-1", "9" * 40])
def test_a_choice_that_is_not_offered_asks_again(bergens, choice):
    form = PlaceForm({"place": "bergen", "place_choice": choice})

    assert not form.is_valid()


def test_an_unknown_place_says_what_is_near(bergens):
    form = PlaceForm({"place": "Bergenn"})

    assert "Do you mean Bergen, Bergen (NH.) or Bergen, Bergen (L.)?" in form.errors["place"][0]
    assert PlaceForm({"place": "<script>"}).errors["place"] == [
        "We do not know “<script>”. Check the spelling."
    ]


def test_a_stored_place_shows_its_label():
    form = PlaceForm(initial={"place": PlaceFactory()})

    assert 'value="Zwolle, Overijssel"' in str(form["place"])
    assert not PlaceForm({"place": "Zwolle, Overijssel"}, initial=form.initial).has_changed()


def test_ticked_competences_are_the_answer(welding):
    form = skill_form(f"title=ok&skills={welding.pk}&skills={welding.pk}")

    assert form.is_valid()
    assert form.cleaned_data["skills"] == [welding]


@pytest.mark.parametrize("junk", ["0", "-1", "x", "9" * 30, "%27"])
def test_what_is_no_competence_is_left_out(welding, junk):
    form = skill_form(f"title=ok&skills={junk}")

    assert form.is_valid()
    assert form.cleaned_data["skills"] == []


def test_search_shows_results_without_errors_and_keeps_all(welding):
    form = skill_form("title=much too long&skills_q=lasser&skills_search=1")

    assert not form.is_valid()
    assert form.is_searching
    assert form.errors == {}
    page = form.as_p()
    assert "much too long" in page
    assert "1 skill found" in page
    assert f'value="{welding.pk}"' in page


def test_a_word_nobody_saw_results_of_is_searched_first(welding):
    assert not skill_form("title=ok&skills_q=lasser").is_valid()


def test_a_word_whose_results_were_shown_is_no_hindrance(welding):
    form = skill_form(f"title=ok&skills_q=lasser&skills_shown=lasser&skills={welding.pk}")

    assert form.is_valid()


def test_a_word_that_is_not_there_says_so(welding):
    assert "is not in our list" in str(skill_form("skills_q=zzzz&skills_search=1")["skills"])
    assert "You chose all we have" in str(
        skill_form(f"skills_q=lasser&skills_search=1&skills={welding.pk}")["skills"]
    )


def test_a_required_picker_asks_for_one():
    class Strict(PickerForm):
        skills = CompetenceField(label="Skills")

    assert Strict(QueryDict("skills=")).errors["skills"] == ["Choose at least one skill."]


def test_too_many_competences_are_refused():
    rows = [CompetenceFactory() for _number in range(41)]
    query = "&".join(f"skills={row.pk}" for row in rows)

    form = skill_form(f"title=ok&{query}")

    assert form.errors["skills"] == ["Choose at most 40 skills: those that matter most."]


def test_stored_competences_show_as_ticked_chips(welding):
    form = SkillForm(initial={"skills": [welding]})

    assert "1 chosen" in str(form["skills"])
    assert not SkillForm(
        QueryDict(f"title=&skills={welding.pk}"), initial=form.initial
    ).has_changed()
