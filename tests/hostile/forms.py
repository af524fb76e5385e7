"""The forms on a page, found as a person finds them, and filled in with harm."""

from html.parser import HTMLParser

TYPED = {"text", "search", ""}


class Forms(HTMLParser):
    """Collects the forms that post, with what would be sent when harm is typed wherever one can type."""

    def __init__(self, harm):
        super().__init__()
        self.harm, self.found, self.form, self.choice = harm, [], None, None

    def handle_starttag(self, tag, attrs):
        given = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.form = {"action": given.get("action", ""), "body": {}, "typed": []}
            if given.get("method", "").lower() == "post":
                self.found.append(self.form)
            return
        if self.form is None or not (name := given.get("name")):
            if tag == "option" and self.choice and "selected" in given | {"selected": ""} and given.get("value"):
                self.form["body"].setdefault(self.choice, given["value"])
            return
        body = self.form["body"]
        if tag == "textarea" or (tag == "input" and given.get("type", "") in TYPED):
            longest = int(given["maxlength"]) if given.get("maxlength", "").isdigit() else None
            body[name] = self.harm(name, longest)
            self.form["typed"].append(name)
        elif tag == "select":
            self.choice = name
        elif tag in ("input", "button") and given.get("type") not in ("file", "checkbox"):
            body.setdefault(name, given.get("value") or "1")

    def handle_endtag(self, tag):
        if tag == "form":
            self.form = None
        elif tag == "select":
            self.choice = None


def forms_on(page: str, harm) -> list[dict]:
    """Return the forms on a page in which something can be typed."""
    parser = Forms(harm)
    parser.feed(page)
    return [form for form in parser.found if form["typed"]]
