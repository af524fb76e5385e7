"""A phone in the hall: it comes in by the code, votes, and asks again when no answer comes; and one that listens."""

import asyncio
import re
import time
from contextlib import suppress
from urllib.parse import urlencode

TOKEN = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')
CHOICE = re.compile(r'name="choice" value="([^"]+)"')
PATIENCE, PAUSE, LONGEST = 20.0, 0.5, 60.0


class Handset:
    """One phone, with the cookies of one visitor."""

    def __init__(self, port: int, code: str, number: int) -> None:
        """Stand before the door."""
        self.port, self.page, self.number = port, f"/zaal/{code}/", number
        self.cookies: dict[str, str] = {}
        self.answered, self.tries, self.milliseconds = False, 0, 0.0
        self._token, self._choices = "", [""]

    async def come_in(self, gate: asyncio.Semaphore) -> None:
        """Open the page and keep its cookies."""
        async with gate:
            status, page = await self._ask("GET", self.page)
        assert status == 200, page[:500]
        self._token, self._choices = TOKEN.findall(page)[0], CHOICE.findall(page)

    async def vote(self, at: float) -> None:
        """Vote at this moment, and again with the same cookie until an answer comes."""
        await asyncio.sleep(max(0.0, at - time.monotonic()))
        begun = time.monotonic()
        choice = self._choices[self.number % len(self._choices)]
        body = urlencode({"csrfmiddlewaretoken": self._token, "choice": choice})
        while not self.answered and time.monotonic() - begun < LONGEST:
            self.tries += 1
            try:
                status, _page = await asyncio.wait_for(self._ask("POST", f"{self.page}stem/", body), PATIENCE)
            except (OSError, TimeoutError, EOFError):
                status = 0
            self.answered = status == 302
            if not self.answered:
                await asyncio.sleep(PAUSE)
        self.milliseconds = 1000 * (time.monotonic() - begun)

    async def _ask(self, method: str, path: str, body: str = "") -> tuple[int, str]:
        """Send one request on a connection of its own, and return status and page."""
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request(method, path, self.port, self.cookies, body))
            await writer.drain()
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            for name, value in re.findall(r"(?im)^set-cookie: ([^=]+)=([^;\r]*)", head):
                self.cookies[name] = value.strip('"')
            length = re.search(r"(?im)^content-length: (\d+)", head)
            page = await (reader.readexactly(int(length[1])) if length else reader.read())
            return int(head.split()[1]), page.decode()
        finally:
            writer.close()


class Listener:
    """A page that follows the hall as browsers do: a stream that breaks is asked for again after the pause it named."""

    def __init__(self, port: int, code: str) -> None:
        """Begin with nothing heard."""
        self.port, self.path = port, f"/zaal/{code}/volgen/"
        self.last, self.opened, self.came_back, self.heard_close = "", 0, False, False
        self._retry = 3.0

    async def follow(self) -> None:
        """Listen until something new is heard after the stream came back."""
        while not self.heard_close:
            with suppress(OSError, EOFError):
                await self._listen()
            await asyncio.sleep(self._retry)

    async def _listen(self) -> None:
        reader, writer = await asyncio.open_connection("127.0.0.1", self.port)
        try:
            writer.write(request("GET", self.path, self.port, {}, last=self.last))
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
            self.opened += head.split()[1] == "200"
            self.came_back = self.opened > 1
            while line := await reader.readline():
                self._hear(line.decode().strip())
                if self.heard_close:
                    return
        finally:
            writer.close()

    def _hear(self, line: str) -> None:
        """Take in one line of the stream."""
        name, _colon, value = line.partition(": ")
        if name == "retry":
            self._retry = int(value) / 1000
        if name == "id":
            self.heard_close = self.came_back and self.last not in {"", value}
            self.last = value


def request(method: str, path: str, port: int, cookies: dict[str, str], body: str = "", *, last: str = "") -> bytes:
    """Return a request as it goes over the line."""
    lines = [f"{method} {path} HTTP/1.1", f"Host: localhost:{port}", "Connection: close"]
    if cookies:
        lines.append("Cookie: " + "; ".join(f"{name}={value}" for name, value in cookies.items()))
    if last:
        lines.append(f"Last-Event-ID: {last}")
    if method == "POST":
        lines += ["Content-Type: application/x-www-form-urlencoded", f"Content-Length: {len(body)}"]
        lines.append(f"Origin: http://localhost:{port}")
    return ("\r\n".join(lines) + "\r\n\r\n" + body).encode()
