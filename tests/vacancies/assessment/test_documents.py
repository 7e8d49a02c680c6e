"""Drafts for signature: accessible, private, Dutch, and deaf to markup in what people wrote."""

import json
import re
import zlib
from html import escape

import pytest
import typst
from django.urls import reverse
from django.utils import timezone, translation

from tests.vacancies.assessment.conftest import asked
from vacancies.assessment import actions, queries, typesetting
from vacancies.assessment.drafts import Document, data_of
from vacancies.assessment.errors import DraftError
from vacancies.assessment.typesetting import FONTS, TEMPLATES, pdf_of

TODAY = timezone.localdate()
HOSTILE = [
    '#read("/etc/passwd")',
    '"}; #panic("x") //',
    "*vet* _schuin_ $x^2$ @label <label> `code` = kop",
    "#let x = 1\\u{23}",
    "</p><script>alert(1)</script>",
]


def streams(pdf: bytes) -> bytes:
    """All of a PDF, its compressed parts opened."""
    parts = [pdf]
    for found in re.finditer(rb"stream\r?\n(.*?)\r?\nendstream", pdf, re.DOTALL):
        try:
            parts.append(zlib.decompress(found[1]))
        except zlib.error:
            continue
    return b"\n".join(parts)


@pytest.fixture
def subject(application, vacancy, anna):
    return queries.subject_of(vacancy, anna)


@pytest.mark.parametrize("document", list(Document))
def test_a_draft_is_an_accessible_pdf(subject, document):
    pdf = pdf_of(document, data_of(document, subject))
    whole = streams(pdf)

    assert pdf.startswith(b"%PDF-1.7")
    assert b"<pdfuaid:part>1</pdfuaid:part>" in whole
    assert b"/StructTreeRoot" in whole
    assert b"/MarkInfo" in whole
    assert re.search(rb"/Lang\s*\(nl", whole)
    assert b"/DisplayDocTitle true" in whole
    assert b"/H1" in whole
    assert b"/TH" in whole


@pytest.mark.parametrize("document", list(Document))
def test_the_typesetter_has_nothing_to_remark(subject, document):
    made, remarks = typst.compile_with_warnings(
        TEMPLATES / f"{document}.typ",
        root=TEMPLATES,
        font_paths=[FONTS],
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data_of(document, subject))},
        pdf_standards="ua-1",
    )

    assert made
    assert [remark.message for remark in remarks] == []


def test_only_our_own_fonts_are_used(subject):
    whole = streams(pdf_of(Document.STATEMENT, data_of(Document.STATEMENT, subject)))
    fonts = set(re.findall(rb"/BaseFont\s*/[A-Z]{6}\+([A-Za-z0-9-]+)", whole))

    assert fonts
    assert all(name.startswith(b"SourceSans3") for name in fonts)


@pytest.mark.parametrize("document", list(Document))
@pytest.mark.parametrize("name", HOSTILE)
def test_what_people_write_is_only_text(subject, anna, document, name):
    anna.user.name = name
    subject.vacancy.title = name
    data = data_of(document, queries.Subject(subject.vacancy, subject.institution, anna, None))

    assert data["person"] == name
    described = streams(pdf_of(document, data)).decode("utf-8", "ignore")
    assert escape(name).replace("&#x27;", "'") in described.replace("&apos;", "'")


@pytest.mark.parametrize(
    "name", ["Gülşen Yıldız", "Łukasz Őri", "Ελένη", "Иван", "王小明", "Anna 😀", "أحمد", "\x07x"]
)
def test_every_name_gives_a_pdf(subject, anna, name):
    anna.user.name = name
    data = data_of(
        Document.STATEMENT, queries.Subject(subject.vacancy, subject.institution, anna, None)
    )

    assert pdf_of(Document.STATEMENT, data).startswith(b"%PDF")


def test_letters_without_a_font_stay_open_to_write():
    assert typesetting.drawable({"a": ["王 Anna", 1, True]}) == {"a": ["_ Anna", 1, True]}


def test_all_letters_that_we_call_drawable_are(subject):
    ranges = re.findall(r"(.)-(.)", typesetting.DRAWABLE)
    letters = "".join(chr(n) for low, high in ranges for n in range(ord(low), ord(high) + 1))
    data = data_of(Document.STATEMENT, subject) | {"ground": " ".join(letters)}

    assert typesetting._compiled(Document.STATEMENT, typesetting.drawable(data))


def test_a_broken_template_is_said_aloud(subject):
    with pytest.raises(DraftError):
        pdf_of("geschiktheidsverklaring", {"person": "x"})


def test_what_is_known_is_filled_in(subject, anna, school_a, bram):
    actions.plan(anna, institution=school_a, hours=asked(), by=bram, vacancy=subject.vacancy)
    actions.record_decision(
        anna,
        institution=school_a,
        by=bram,
        kind="subject_judged",
        is_yes=True,
        decided_on=TODAY,
    )

    fte = data_of(Document.FTE, subject)
    statement = data_of(Document.STATEMENT, subject)

    assert (fte["week_hours"], fte["weeks"], fte["fte"]) == ("5", "40", "")
    assert statement["person"] == "Anna de Wit"
    judged = {row["code"]: row["is_yes"] for row in statement["judgements"]}
    assert judged == {
        "level_judged": False,
        "relevance_judged": False,
        "subject_judged": True,
        "teach_judged": False,
        "reach_judged": False,
    }


def test_a_draft_is_dutch_for_every_reader(subject):
    with translation.override("en"):
        data = data_of(Document.STATEMENT, subject)

    assert data["made_on"].split("\u00a0")[1] in (
        "januari februari maart april mei juni juli augustus september oktober november december"
    )


def test_a_draft_is_fetched_privately(application, vacancy, anna, as_bram):
    url = reverse("assessment_document", args=[vacancy.code, anna.public_id, "opleidingsplan"])
    answer = as_bram.get(url)

    assert answer.headers["Content-Type"] == "application/pdf"
    assert answer.headers["Cache-Control"] == "private, no-store"
    assert answer.headers["Content-Disposition"].startswith("attachment")
    assert "concept-opleidingsplan.pdf" in answer.headers["Content-Disposition"]
    assert answer.content.startswith(b"%PDF")


def test_the_draft_says_that_it_is_one():
    source = (TEMPLATES / "draft.typ").read_text(encoding="utf-8")

    assert "pas geldig na ondertekening door het bevoegd gezag" in source
    assert "Dagdeel geeft deze verklaring niet af" in source
