import pytest

ADDRESSES = (
    "/vacatures/?q=las%00sen",
    "/vacatures/x-%00/",
    "/zoek/plaats/?q=%00",
    "/uitnodiging/%00/",
    "/mijn/profiel/verborgen/?q=%00",
    "/mijn/interesse/%00/",
)


@pytest.mark.parametrize("address", ADDRESSES)
def test_nul_byte_in_an_address_is_told(as_anna, address):
    response = as_anna.get(address)

    assert response.status_code == 400
    assert "We do not understand this request" in response.content.decode()


def test_text_about_a_nul_byte_is_fine(client, db):
    assert client.get("/vacatures/?q=%2500").status_code == 200
