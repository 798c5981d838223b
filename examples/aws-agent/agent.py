"""A Lambda function that runs code in a session of an Azure session pool, with the identity of its AWS role."""
import json
import os
import secrets
import time
import urllib.error
import urllib.parse
import urllib.request

import boto3

ENTRA = "https://login.microsoftonline.com"
# The pauses in seconds before a full pool is asked again.
PAUSES = [1, 2, 4, 8]


def _send(method, url, headers, body=None):
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=60) as response:
            return response.status, response.read()
    except urllib.error.HTTPError as error:
        with error:
            return error.code, error.read()


def _azure_token():
    aws_token = boto3.client("sts").get_web_identity_token(
        Audience=["api://AzureADTokenExchange"], SigningAlgorithm="RS256", DurationSeconds=300
    )["WebIdentityToken"]
    form = {
        "grant_type": "client_credentials",
        "client_id": os.environ["AZURE_CLIENT_ID"],
        "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
        "client_assertion": aws_token,
        "scope": os.environ["SESSION_POOL_TOKEN_SCOPE"],
    }
    url = f"{ENTRA}/{os.environ['AZURE_TENANT_ID']}/oauth2/v2.0/token"
    headers = {"Content-Type": "application/x-www-form-urlencoded"}
    status, answer = _send("POST", url, headers, urllib.parse.urlencode(form).encode())
    if status != 200:
        raise RuntimeError(f"Entra gave no token: {status}")
    return json.loads(answer)["access_token"]


def _run(url, headers, code):
    body = {"codeInputType": "Inline", "executionType": "Synchronous", "code": code, "timeoutInSeconds": 45}
    for pause in [*PAUSES, None]:
        status, answer = _send("POST", url, {**headers, "Content-Type": "application/json"}, json.dumps(body).encode())
        # A full pool answers 404 or 429.
        if status not in (404, 429):
            break
        if pause is None:
            raise RuntimeError(f"the pool has no session left, or does not exist: it answered {status}")
        time.sleep(pause)
    if status != 200:
        raise RuntimeError(f"the run was refused with {status}: {answer.decode()}")
    # Code that fails is an answer too: HTTP says 200, and status says Failed.
    run = json.loads(answer)
    result = run.get("result") or {}
    return {"succeeded": run["status"] == "Succeeded", "stdout": result.get("stdout", ""), "stderr": result.get("stderr", "")}


def handler(event, _context):
    # The identifier is the key to the session: nobody can guess it, and it leaves this function only in requests.
    identifier = f"&identifier={secrets.token_hex(16)}"
    headers = {"Authorization": f"Bearer {_azure_token()}"}
    try:
        return _run(os.environ["EXECUTE_CODE_URL"] + identifier, headers, event["code"])
    finally:
        # A session is billed until it is ended. Where ending it fails, it ends with its cooldown.
        status, _ = _send("DELETE", os.environ["STOP_SESSION_URL"] + identifier, headers)
        if status not in (200, 204, 404):
            print(f"the session was not ended: {status}")
