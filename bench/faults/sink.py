"""A mail server that takes everything, in the mood that it is told to have.

    python -m bench.faults.sink PORT LEDGER

Moods come as lines on its standard input; when that ends, it ends. What it takes it writes down
before it answers 250: moment, Message-ID, recipient, and the numbers of the notices in the mail.
"""

import asyncio
import os
import re
import sys
import time
from typing import Final

WELL, SLOW, REFUSE, SILENT, CLOSING, BUSY, HANG_UP = (
    *("well", "slow", "refuse", "silent", "closing", "busy", "hang-up"),
)
MOODS: Final = (WELL, SLOW, REFUSE, SILENT, CLOSING, BUSY, HANG_UP)
UNKNOWN, UNWANTED = "unknown-", "unwanted-"
"""Addresses that begin so get a 5xx, at RCPT or after DATA, until the server is healed."""
SLOW_S: Final = 0.012
MESSAGE_ID: Final = re.compile(rb"^message-id:\s*<([^>]+)>", re.IGNORECASE | re.MULTILINE)
MARK: Final = re.compile(rb"note-(\d{7})-")
ADDRESS: Final = re.compile(rb"<([^>]*)>")


class Sink:
    def __init__(self, port: int, ledger: str) -> None:
        self.port = port
        self.ledger = os.open(ledger, os.O_WRONLY | os.O_APPEND | os.O_CREAT)
        self.mood, self.healed = WELL, False
        self.server: asyncio.Server | None = None
        self.lines: set[asyncio.StreamWriter] = set()

    async def listen(self) -> None:
        if self.server is None:
            self.server = await asyncio.start_server(self.talk, "127.0.0.1", self.port, limit=2**22)

    async def obey(self, word: str) -> None:
        """Change the mood at once: open conversations are cut off, but for a slower pace."""
        if word == "heal":
            self.healed = True
            return
        cut = {word, self.mood} - {WELL, SLOW}
        self.mood = word
        if word == REFUSE and self.server:
            self.server.close()
            self.server = None
        elif word != REFUSE:
            await self.listen()
        for line in list(self.lines) if cut else []:
            line.transport.abort()

    async def talk(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines.add(writer)
        try:
            await Conversation(self, reader, writer).hold()
        except (OSError, asyncio.IncompleteReadError):
            pass
        finally:
            self.lines.discard(writer)
            writer.close()

    def note(self, recipient: bytes, mail: bytes) -> None:
        found = MESSAGE_ID.search(mail)
        name = found[1].decode() if found else ""
        numbers = sorted(set(MARK.findall(mail.replace(b"=\r\n", b""))))
        told = b",".join(numbers).decode()
        line = f"{time.time():.6f}\t{name}\t{recipient.decode()}\t{told}\n"
        os.write(self.ledger, line.encode())


class Conversation:
    def __init__(
        self, sink: Sink, reader: asyncio.StreamReader, writer: asyncio.StreamWriter
    ) -> None:
        self.sink, self.reader, self.writer = sink, reader, writer
        self.recipient = b""

    async def hold(self) -> None:
        if self.sink.mood == SILENT:
            await asyncio.sleep(3600)
        if self.sink.mood == CLOSING:
            await self.say(b"421 4.3.2 going down")
            return
        await self.say(b"220 sink")
        while line := await self.reader.readline():
            verb = line[:4].upper()
            if verb == b"DATA":
                if not await self.take():
                    return
            else:
                await self.say(self.answer(verb, line))
            if verb == b"QUIT":
                return

    async def say(self, line: bytes) -> None:
        self.writer.write(line + b"\r\n")
        await self.writer.drain()

    def answer(self, verb: bytes, line: bytes) -> bytes:
        if verb == b"EHLO":
            self.recipient = b""
            return b"250-sink\r\n250-PIPELINING\r\n250-8BITMIME\r\n250 SIZE 9000000"
        if verb == b"RCPT":
            return self.judge(line)
        if verb in (b"MAIL", b"RSET"):
            self.recipient = b""
        return b"221 2.0.0 bye" if verb == b"QUIT" else b"250 2.0.0 fine"

    def judge(self, line: bytes) -> bytes:
        if self.sink.mood == BUSY:
            return b"451 4.7.1 later"
        found = ADDRESS.search(line)
        recipient = found[1] if found else b""
        if recipient.startswith(UNKNOWN.encode()) and not self.sink.healed:
            return b"550 5.1.1 unknown"
        self.recipient = recipient
        return b"250 2.1.5 fine"

    async def take(self) -> bool:
        """Read one mail and answer it; False when we hang up instead."""
        if not self.recipient:
            await self.say(b"503 5.5.1 for whom?")
            return True
        await self.say(b"354 go on")
        mail = await self.reader.readuntil(b"\r\n.\r\n")
        if self.sink.mood == HANG_UP:
            return False
        if self.sink.mood == SLOW:
            await asyncio.sleep(SLOW_S)
        if self.recipient.startswith(UNWANTED.encode()) and not self.sink.healed:
            await self.say(b"554 5.6.0 not wanted")
            return True
        self.sink.note(self.recipient, mail)
        await self.say(b"250 2.0.0 taken")
        return True


async def main(port: int, ledger: str) -> None:
    sink, orders = Sink(port, ledger), asyncio.StreamReader()
    await sink.listen()
    loop = asyncio.get_running_loop()
    await loop.connect_read_pipe(lambda: asyncio.StreamReaderProtocol(orders), sys.stdin)
    print("ready", flush=True)
    while line := await orders.readline():
        await sink.obey(line.decode().strip())
        print("ok", flush=True)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]), sys.argv[2]))
