import pytest

from accounts.credentials.numbers import holds_bsn, without_bsn

BSN = "111222333"  # passes the test, and is nobody's


@pytest.mark.parametrize(
    "text", [BSN, f"scan {BSN}", f"vca_{BSN}.pdf", "1112.22.333", "111 222 333", "111-222-333"]
)
def test_a_number_that_passes_is_found(text):
    assert holds_bsn(text)


@pytest.mark.parametrize(
    "text", ["", "111222334", "000000000", "1112223330", "scan 2026-11-10 1200", "12345678"]
)
def test_other_numbers_are_left_alone(text):
    assert not holds_bsn(text)
    assert without_bsn(text) == text


def test_it_is_taken_out():
    assert without_bsn(f"diploma {BSN} Anna") == "diploma  Anna"
