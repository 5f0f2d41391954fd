"""A whole round with a running evenflow serve: python3 client.py http://localhost:8080 [DAY]"""

import json
import sys
import time
import urllib.error
import urllib.request

import jsonschema

address = sys.argv[1]
day = sys.argv[2] if len(sys.argv) > 2 else "case18-small"


def ask(method, path, body=None, headers=None):
    request = urllib.request.Request(address + path, data=body, headers=headers or {}, method=method)
    try:
        with urllib.request.urlopen(request) as answer:
            return answer.headers, answer.read()
    except urllib.error.HTTPError as problem:
        told = json.load(problem)
        sys.exit(f"{told['detail']}\n{told['maybe']}")


def described(name, body):
    """The JSON of an answer, held against the service's own description of it."""
    answer = json.loads(body)
    schema = {"$ref": f"#/components/schemas/{name}", "components": api["components"]}
    jsonschema.validate(answer, schema, jsonschema.Draft202012Validator)
    return answer


api = json.loads(ask("GET", "/api/v1/openapi.json")[1])
scenario = ask("GET", f"/api/v1/days/{day}")[1]
headers, body = ask(
    "POST",
    "/api/v1/runs?timeLimit=60",
    scenario,
    {"Content-Type": "application/json", "Idempotency-Key": f"client-{time.time_ns()}"},
)
run = headers["Location"]
print("accepted as", described("SubmittedRun", body)["id"])

# Events come until the run has ended; the stream then ends by itself.
with urllib.request.urlopen(address + run + "/events") as events:
    for line in events:
        if line.startswith(b"data: "):
            event = described("Event", line[len("data: "):])
            print(event["status"], event["progress"]["stage"], event["progress"]["objective"])

ended = described("Run", ask("GET", run)[1])
result = json.loads(ask("GET", run + "/result")[1])
rows = ask("GET", run + "/schedule.csv")[1].decode().splitlines()
print(ended["outcome"], "at", result["objective"], "with", len(rows) - 1, "rows")
ask("DELETE", run)
print("deleted")
