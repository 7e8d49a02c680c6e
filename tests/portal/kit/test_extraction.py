import pytest

from portal.kit import extraction


@pytest.fixture
def root(tmp_path):
    for folder in ("portal", "accounts", "vacancies", "templates"):
        (tmp_path / folder).mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("code", "found"),
    [
        ('_("Hello")', (None, "Hello")),
        ('gettext_lazy("Hello " "there")', (None, "Hello there")),
        ('translation.gettext("Hello")', (None, "Hello")),
        ('ngettext("%d day", "%d days", n)', (None, "%d day")),
        ('pgettext("day", "Mo")', ("day", "Mo")),
        ('npgettext("school", "%d day", "%d days", n)', ("school", "%d day")),
        (
            'from django.utils.translation import gettext as now\nnow("Hello")',
            (None, "Hello"),
        ),
    ],
)
def test_code(root, code, found):
    (root / "portal" / "views.py").write_text(code)

    assert extraction.texts(root) == {found: "portal/views.py"}


@pytest.mark.parametrize("code", ["_(name)", 'print("Hello")', "_()"])
def test_code_without_a_text(root, code):
    (root / "portal" / "views.py").write_text(code)

    assert extraction.texts(root) == {}


@pytest.mark.parametrize(
    ("template", "found"),
    [
        ('{% translate "Hello" %}', (None, "Hello")),
        ('{% translate "5% more" %}', (None, "5%% more")),
        ('{% translate "Mo" context "day" %}', ("day", "Mo")),
        ('{% translate "Hello" as hello %}{{ hello }}', (None, "Hello")),
        (
            "{% blocktranslate trimmed %}\n  Hello\n  there\n{% endblocktranslate %}",
            (None, "Hello there"),
        ),
        (
            "{% blocktranslate with n=name %}Hello {{ n }}{% endblocktranslate %}",
            (None, "Hello %(n)s"),
        ),
        (
            "{% blocktranslate count n=days context 'x' %}a day{% plural %}days{% endblocktranslate %}",
            ("x", "a day"),
        ),
        (
            '{% if a %}{% for b in a %}{% translate "Hello" %}{% endfor %}{% endif %}',
            (None, "Hello"),
        ),
        ('{% include "base.html" with label=_("Hello") only %}', (None, "Hello")),
        ('{{ name|default:_("Hello") }}', (None, "Hello")),
    ],
)
def test_template(root, template, found):
    (root / "templates" / "page.html").write_text("{% load i18n %}" + template)

    assert extraction.texts(root) == {found: "templates/page.html"}


def test_text_that_django_translates_needs_nothing_of_ours(root):
    (root / "portal" / "views.py").write_text('_("Please correct the error below.")\n_("Zzz")')

    assert extraction.untranslated(root) == {(None, "Zzz"): "portal/views.py"}
