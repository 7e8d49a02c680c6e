from portal.kit.tokens import digest_of, new_token


def test_a_token_is_another_every_time_and_fits_in_an_address():
    first, second = new_token(), new_token()

    assert first != second
    assert len(first) == 43
    assert first.replace("-", "").replace("_", "").isalnum()


def test_of_a_token_only_a_digest_is_kept():
    token = new_token()

    assert digest_of(token) == digest_of(token) != digest_of(new_token())
    assert len(digest_of(token)) == 64
    assert token not in digest_of(token)
