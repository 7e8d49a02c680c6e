"""A page outlives its session: what it still asks is not answered with the door inside it."""

PIECE = {"HX-Request": "true"}


def test_a_piece_asked_after_signing_out_is_refused(client, db):
    answer = client.post("/mijn/week/", headers=PIECE)

    assert answer.status_code == 401
    assert answer.content == b""


def test_a_whole_page_still_leads_to_the_door(client, db):
    answer = client.get("/mijn/week/")

    assert answer.status_code == 302
    assert "/account/login/" in answer["Location"]


def test_a_piece_that_leads_elsewhere_goes_there(as_anna):
    answer = as_anna.post("/taal/", {"language": "en"}, headers=PIECE)

    assert answer.status_code == 302
