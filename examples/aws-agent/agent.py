"""A Lambda function that runs code in a session of an Azure session pool, with the identity of its AWS role."""
import json
import os
import urllib.parse
import urllib.request

import boto3


def _request(url, headers, data):
    with urllib.request.urlopen(urllib.request.Request(url, data, headers), timeout=60) as response:
        return json.load(response)


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
    url = f"https://login.microsoftonline.com/{os.environ['AZURE_TENANT_ID']}/oauth2/v2.0/token"
    return _request(url, {"Content-Type": "application/x-www-form-urlencoded"}, urllib.parse.urlencode(form).encode())["access_token"]


def handler(event, _context):
    # The identifier is the key to the session: it is made by the caller for one user and shown to nobody else.
    url = f"{os.environ['EXECUTE_CODE_URL']}&identifier={urllib.parse.quote(event['sessionIdentifier'], safe='')}"
    body = {"properties": {"codeInputType": "inline", "executionType": "synchronous", "code": event["code"]}}
    headers = {"Authorization": f"Bearer {_azure_token()}", "Content-Type": "application/json"}
    return _request(url, headers, json.dumps(body).encode())
