"""The door for files: size, type, name, and the scanner behind a real socket."""

import socket
import struct
import threading

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from accounts.credentials import files
from accounts.credentials.errors import RefusedFileError
from tests.papers import JPEG, PDF, PNG, pdf, upload

EICAR = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR"


class Clamd(threading.Thread):
    """Speaks as much of clamd as a scan needs; answers once."""

    def __init__(self, door: socket.socket, answer: bytes | None = None) -> None:
        super().__init__(daemon=True)
        self.door, self.answer, self.seen = door, answer, b""

    def run(self) -> None:
        line, _address = self.door.accept()
        with self.door, line, line.makefile("rb") as incoming:
            command = incoming.read(10)
            while size := struct.unpack(">I", incoming.read(4))[0]:
                self.seen += incoming.read(size)
            found = b"stream: Eicar FOUND\0" if EICAR in self.seen else b"stream: OK\0"
            if command == b"zINSTREAM\0":
                line.sendall(found if self.answer is None else self.answer)


@pytest.fixture
def clamd(settings):
    """A scanner on a tcp socket; `answer` when it should say something else."""
    started = []

    def start(answer: bytes | None = None) -> Clamd:
        door = socket.create_server(("127.0.0.1", 0))
        settings.CLAMD_URL = f"tcp://127.0.0.1:{door.getsockname()[1]}"
        started.append(Clamd(door, answer))
        started[-1].start()
        return started[-1]

    yield start
    for server in started:
        server.join(timeout=5)


@pytest.mark.parametrize(
    ("sent", "name"),
    [
        ("diploma.pdf", "diploma.pdf"),
        ("diploma.pdf.exe", "diploma pdf.pdf"),
        ("diploma", "diploma.pdf"),
        ("../../etc/passwd.pdf", "passwd.pdf"),
        ("C:\\Users\\Anna\\vca.pdf", "vca.pdf"),
        ("  Mijn   diploma (kopie).PDF", "Mijn diploma (kopie).pdf"),
        ("di\u202efdp.exe", "di fdp.pdf"),
        ('a"b\r\nSet-Cookie: x.pdf', "a b Set-Cookie x.pdf"),
        ("<script>.pdf", "script.pdf"),
        (".pdf", "pdf.pdf"),
        ("$$$.pdf", "paper.pdf"),
        ("é" * 200 + ".pdf", "é" * 80 + ".pdf"),
        ("scan 111222333.pdf", "scan.pdf"),
    ],
)
def test_a_name_is_cleaned_and_told_by_the_content(sent, name):
    file = SimpleUploadedFile("x", PDF)
    file._name = sent

    assert files.accepted(file).name == name


def test_a_number_in_the_name_is_told():
    assert files.accepted(upload(PDF, "1112.22.333.pdf")).had_number
    assert not files.accepted(upload(PDF, "2026-11-10.pdf")).had_number


def test_a_photo_that_calls_itself_a_pdf_is_a_photo():
    file = files.accepted(upload(JPEG, "diploma.pdf"))

    assert (file.media_type, file.name) == ("image/jpeg", "diploma.jpg")


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "This file is empty"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "This is not a PDF, JPEG or PNG"),
        (b"<html><script>alert(1)</script>", "This is not a PDF, JPEG or PNG"),
        (b"%PDF-1.7 <html>", "damaged or not whole"),
        (PNG[:-1], "damaged or not whole"),
        (PDF + bytes(files.MOST_BYTES + 1 - len(PDF)), "larger than 10 MB"),
    ],
)
def test_what_is_no_paper_is_refused(content, words):
    with pytest.raises(RefusedFileError, match=words) as refusal:
        files.accepted(upload(content))

    assert refusal.value.field == "file"


def test_exactly_ten_megabytes_is_fine():
    file = files.accepted(upload(PDF + bytes(files.MOST_BYTES - len(PDF))))

    assert len(file.content) == files.MOST_BYTES


def test_a_clean_file_passes_the_scanner_whole(clamd):
    server = clamd()
    content = PDF + b" " * 200_000

    files.accepted(upload(content))

    server.join(timeout=5)
    assert server.seen == content


def test_an_infected_file_is_refused(clamd):
    clamd()

    with pytest.raises(RefusedFileError, match="The virus scanner found something"):
        files.accepted(upload(pdf(EICAR)))


@pytest.mark.parametrize("answer", [b"", b"INSTREAM size limit exceeded. ERROR\0", b"what?\0"])
def test_an_unclear_answer_is_no_yes(clamd, answer):
    clamd(answer)

    with pytest.raises(RefusedFileError, match="Try again later"):
        files.accepted(upload())


def test_a_scanner_behind_a_unix_socket_is_asked(settings, tmp_path):
    door = socket.socket(socket.AF_UNIX)
    door.bind(str(tmp_path / "clamd.ctl"))
    door.listen()
    settings.CLAMD_URL = f"unix://{tmp_path}/clamd.ctl"
    server = Clamd(door)
    server.start()

    files.accepted(upload())

    server.join(timeout=5)
    assert server.seen == PDF


@pytest.mark.parametrize("url", ["unix:///nowhere/clamd.ctl", "tcp://127.0.0.1:1"])
def test_a_scanner_that_is_away_lets_nothing_in(settings, url):
    settings.CLAMD_URL = url

    with pytest.raises(RefusedFileError, match="We cannot check files for viruses right now"):
        files.accepted(upload())
