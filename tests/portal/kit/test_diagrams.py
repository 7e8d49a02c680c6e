import re

import pytest

from portal.kit import diagrams

SOLID, OUTLINE = 'class="spark-fit"', 'class="spark-asked"'


@pytest.mark.parametrize("step", [1, 2, 3, 4])
def test_stair_has_one_solid_tread_among_its_treads(step):
    drawing = diagrams.stair(step)

    assert (drawing.count(SOLID), drawing.count(OUTLINE)) == (1, 3)
    assert [SOLID in shape for shape in re.findall(r"<path[^>]*>", drawing)].index(True) == step - 1


def test_of_many_few_pass():
    drawing = diagrams.sieve()

    assert (drawing.count(SOLID), drawing.count('class="spark-dot"')) == (5, 13)


@pytest.mark.parametrize("drawing", [diagrams.sieve(), diagrams.ranked(), diagrams.chosen()])
def test_a_drawing_is_decoration(drawing):
    assert 'aria-hidden="true"' in drawing
