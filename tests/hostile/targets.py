"""Addresses that mean to lead a reader elsewhere; and how a browser reads one."""

import re
from urllib.parse import quote

EVIL = "evil.example"
OUR_HOST = "testserver"
INSIDE = re.compile(r"[\t\r\n]")
OUTSIDE = "".join(map(chr, range(0x21)))

SLASHES = (
    "//", "///", "////", "\\\\", "\\/", "/\\", "/\\/", "\\", "/\t/", "/\n/", "/\r/", "\t//", "\n//", " //", "\x00//",
    "\x0b//", "\x1f//", "\u3000//", "\xa0//", "\ufeff//", "//\\", "/%09/", "/%5c", "%2f%2f", "%5c%5c", "/%2f",
    "/.//", "/..//", ".//", "..//",
)  # fmt: skip
SCHEMES = (
    "http:", "https:", "http:/", "https:/", "http://", "https://", "https:///", "http:\\\\", "https:\\", "HTTPS://",
    "hTTp://", " https://", "\thttps://", "ht\ntps://", "https\t://", "ftp://", "ws://", "file://", "javascript://",
    "//user@", "//localhost@", "//localhost:8000@", "https://localhost@", "https://localhost%40", "http://localhost\\@",
    "http://testserver@", "http://testserver#@", "http://testserver?@", "http://testserver.", "//testserver.",
    "http://testserver%2e",
)  # fmt: skip
HOSTS = (
    EVIL, f"{EVIL}/", f"{EVIL}%2f", f"{EVIL}:80/x", f"www.{EVIL}/a?b=c#d", "evil。example", "evil．example",
    "ｅｖｉｌ.example", "127.0.0.1.evil.example", "[::ffff:7f00:1]", "2130706433",
)  # fmt: skip
ALONE = (
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
    "data:text/html,<script>alert(1)</script>", "vbscript:msgbox(1)", "blob:x", "about:blank", "mailto:a@evil.example",
    "http:evil.example", "https:evil.example", "//", "///", "\\", "http://", "https://[", "http://[::1", "//[evil",
    "x:evil", "//%00evil.example", "/\r\nLocation: https://evil.example", "/%0d%0aLocation:%20https://evil.example",
    "http://localhost:8000.evil.example", "http://127.0.0.1:9", "//127.0.0.1/", "//localhost/", "http://169.254.169.254/",
    "http://0/", "http://0x7f.1/", "//evil%E3%80%82example", "//ⓔⓥⓘⓛ.example", "//xn--evil-.example", "///\\/" + EVIL,
)  # fmt: skip


def targets() -> list[str]:
    """Return more than three hundred targets that differ."""
    begun = [*SLASHES, *SCHEMES]
    found = [
        before + HOSTS[(place + turn) % len(HOSTS)] for place, before in enumerate(begun) for turn in (0, 2, 4, 7, 9)
    ]
    found += [quote(f"//{EVIL}", safe=""), quote(quote(f"https://{EVIL}", safe=""), safe=""), *ALONE]
    return list(dict.fromkeys(found))


def leads_elsewhere(location: str) -> bool:
    """Tell whether a browser that is sent to a location leaves our host: it drops breaks, and reads \\ as /.

    What stands before an @ is a user; two slashes with nothing behind them lead nowhere.
    """
    read = INSIDE.sub("", location.strip(OUTSIDE)).replace("\\", "/")
    scheme, slashes, rest = re.match(r"([a-zA-Z][a-zA-Z0-9+.-]*:)?(/*)(.*)", read, re.DOTALL).groups()
    host = re.split(r"[/?#]", rest, maxsplit=1)[0].rpartition("@")[2]
    if scheme:
        return scheme.lower() not in {"http:", "https:"} or host != OUR_HOST
    return len(slashes) > 1 and host not in {"", OUR_HOST}
