"""A real OpenID Connect provider in a process of its own, that also remembers what it was asked and insists on PKCE."""

import os
import subprocess
import sys
import time
from contextlib import contextmanager
from urllib.parse import parse_qs, urlsplit

import requests

from tests.browser.served import free_port

PROGRAM = """
import base64, hashlib, os, sys
os.environ["AUTHLIB_INSECURE_TRANSPORT"] = "1"
import flask, oidc_provider_mock, uvicorn

app = oidc_provider_mock.app()
asked = {"authorize": [], "token": [], "iss": ""}

def challenge(verifier):
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()

@app.before_request
def look():
    if flask.request.path == "/oauth2/authorize":
        asked["authorize"].append(flask.request.args.to_dict())
    if flask.request.path == "/oauth2/token":
        asked["token"].append(flask.request.form.to_dict())
        expected = asked["authorize"][-1].get("code_challenge", "")
        if challenge(flask.request.form.get("code_verifier", "")) != expected:
            return flask.jsonify({"error": "invalid_grant"}), 400

@app.get("/asked")
def tell():
    return flask.jsonify(asked)

uvicorn.run(app, interface="wsgi", port=int(sys.argv[1]), log_level="error")
"""


class Provider:
    """The provider: its address, the people it knows, and what it was asked."""

    def __init__(self, port):
        self.issuer = f"http://127.0.0.1:{port}"

    def knows(self, subject, **claims):
        """Let the provider know somebody, with these claims from now on."""
        requests.put(f"{self.issuer}/users/{subject}", json=claims, timeout=5).raise_for_status()

    def asked(self):
        """Return every request to authorise and for a token."""
        return requests.get(f"{self.issuer}/asked", timeout=5).json()

    def code_for(self, address, subject):
        """Let somebody say yes at the address of the provider, and return where they are sent back to."""
        answer = requests.post(address, data={"sub": subject}, allow_redirects=False, timeout=5)
        back = urlsplit(answer.headers["Location"])
        return f"{back.path}?{back.query}"


@contextmanager
def provider():
    """Start a provider and wait until it answers."""
    port = free_port()
    process = subprocess.Popen(
        [sys.executable, "-W", "ignore", "-c", PROGRAM, str(port)],
        env=os.environ | {"PYTHONWARNINGS": "ignore"}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    started = Provider(port)
    try:
        wait_for(started.issuer)
        yield started
    finally:
        process.terminate()
        process.wait(timeout=10)


def wait_for(address):
    """Wait until somebody answers here."""
    for _try in range(150):
        try:
            requests.get(f"{address}/.well-known/openid-configuration", timeout=1)
        except requests.ConnectionError:
            time.sleep(0.1)
        else:
            return
    raise AssertionError("The provider did not start.")


def query_of(address):
    """Return the parameters of an address."""
    return {name: values[0] for name, values in parse_qs(urlsplit(address).query).items()}
