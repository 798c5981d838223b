"""A client of a code interpreter pool that needs nothing but the standard library."""

import json
import secrets
import urllib.error
import urllib.request

SUPPORTED = "2025-10-02-preview"
# The longest that the service lets code run.
MOST_SECONDS = 220


class PoolFull(Exception):
    """All sessions of the pool are in use."""


def over_the_network(method, url, headers, body):
    """Sends a request and gives status and body, whatever the status is."""
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=MOST_SECONDS + 30) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def new_identifier():
    """An identifier that nobody can guess: 32 characters from the generator for keys."""
    return secrets.token_hex(16)


class Session:
    """A session, which ends with the `with` block. Whoever has its identifier can use it, so it is kept secret."""

    def __init__(self, endpoint, api_version, token, transport=over_the_network, identifier=None):
        """`token` gives a token for the scope `https://dynamicsessions.io/.default`."""
        if api_version != SUPPORTED:
            raise ValueError(f"this client speaks version {SUPPORTED} of the sessions API, the pool is used with {api_version}")
        self._endpoint = endpoint
        self._token = token
        self._transport = transport
        self._identifier = identifier or new_identifier()
        self._started = False

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def run(self, code, timeout_in_seconds=60):
        """Runs code in the language of the pool. The first run allocates the session."""
        before, self._started = self._started, True
        status, answer = self._send(
            "POST",
            "executions",
            {"codeInputType": "Inline", "executionType": "Synchronous", "code": code, "timeoutInSeconds": timeout_in_seconds},
        )
        if status in (404, 429):
            self._started = before
            raise PoolFull(f"the pool has no session left, or does not exist: it answered {status}")
        if status != 200:
            raise RuntimeError(f"the run was refused with {status}: {answer.decode()}")
        run = json.loads(answer)
        result = run.get("result") or {}
        return {"succeeded": run["status"] == "Succeeded", "stdout": result.get("stdout", ""), "stderr": result.get("stderr", "")}

    def end(self):
        """Ends the session, which is billed until then, or until its cooldown is over."""
        if not self._started:
            return
        status, answer = self._send("DELETE", "session")
        if status not in (200, 204, 404):
            raise RuntimeError(f"the session was not ended: {status} {answer.decode()}")

    def _send(self, method, path, body=None):
        url = f"{self._endpoint}/{path}?api-version={SUPPORTED}&identifier={self._identifier}"
        headers = {"Authorization": f"Bearer {self._token()}"}
        if body is not None:
            headers["Content-Type"] = "application/json"
        return self._transport(method, url, headers, None if body is None else json.dumps(body).encode())
