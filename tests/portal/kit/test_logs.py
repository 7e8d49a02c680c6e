import logging
import sys

from portal.kit.logs import WithoutAddresses


def _line(message, *args, error=None):
    record = logging.LogRecord("portal", logging.INFO, __file__, 1, message, args, error)
    return WithoutAddresses("{message}", style="{").format(record)


def test_address_is_blotted_out_of_a_message():
    assert _line("mail to %s failed", "anna.de-wit+school@mail.example.org") == (
        "mail to <address> failed"
    )


def test_address_in_a_path_is_blotted_out_too():
    assert _line("Not Found: /x/anna%40example.org/") == "Not Found: /x/<address>/"


def test_address_in_a_traceback_is_blotted_out_too():
    try:
        raise ValueError("anna@example.org is unknown")
    except ValueError:
        line = _line("oops", error=sys.exc_info())

    assert "anna" not in line
    assert "ValueError: <address> is unknown" in line


def test_other_words_stay():
    assert _line("unix:///srv/valkey.sock @ 30 s") == "unix:///srv/valkey.sock @ 30 s"
