#!/usr/bin/env python3
"""Sessions of ACN-Data as a table that evenflow reads.

ACN-Data (Z. J. Lee, T. Li, S. H. Low, "ACN-Data: Analysis and Applications of an Open EV Charging
Dataset", e-Energy 2019) is for research; it gives each user a token on registering at
https://ev.caltech.edu. The data are not part of Evenflow. Needs nothing but Python 3.

usage: ACN_TOKEN=... acn_data.py SITE FIRST LAST > sessions.csv

  SITE         caltech, jpl or office001
  FIRST, LAST  days such as 2019-05-01; sessions that begin on them, by UTC
"""
import base64
import csv
import datetime
import json
import os
import sys
import urllib.error
import urllib.parse
import urllib.request

API = os.environ.get("ACN_API", "https://ev.caltech.edu/api/v1")
SAID = "%a, %d %b %Y %H:%M:%S GMT"


def page(path, token):
    request = urllib.request.Request(API + "/" + path.lstrip("/"))
    login = base64.b64encode((token + ":").encode()).decode()
    request.add_header("Authorization", "Basic " + login)
    with urllib.request.urlopen(request, timeout=60) as answer:
        return json.load(answer)


def sessions(site, first, last, token):
    begin = datetime.datetime.fromisoformat(first)
    end = datetime.datetime.fromisoformat(last) + datetime.timedelta(days=1)
    where = 'connectionTime>="%s" and connectionTime<"%s"' % (begin.strftime(SAID), end.strftime(SAID))
    path = "sessions/%s?%s" % (site, urllib.parse.urlencode({"where": where, "sort": "connectionTime"}))
    count = 0
    while path:
        found = page(path, token)
        for item in found["_items"]:
            yield item
            count += 1
        print("\r%d sessions" % count, end="", file=sys.stderr, flush=True)
        path = found.get("_links", {}).get("next", {}).get("href")
    print(file=sys.stderr)


def iso(said):
    return "" if not said else datetime.datetime.strptime(said, SAID).strftime("%Y-%m-%dT%H:%M:%SZ")


def main():
    token = os.environ.get("ACN_TOKEN", "")
    if len(sys.argv) != 4 or not token:
        sys.exit(__doc__)
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(["session", "charger", "arrival", "departure", "energy_kwh",
                    "estimated_departure", "requested_energy_kwh"])
    try:
        for each in sessions(*sys.argv[1:], token):
            # What a driver said last before leaving holds; many say nothing.
            words = (each.get("userInputs") or [{}])[-1]
            table.writerow([each["sessionID"], each["spaceID"], iso(each["connectionTime"]),
                            iso(each["disconnectTime"]), each["kWhDelivered"],
                            iso(words.get("requestedDeparture")), words.get("kWhRequested", "")])
    except urllib.error.HTTPError as problem:
        sys.exit("%s: %s\nMaybe the token in ACN_TOKEN is not one of yours." % (problem.url, problem))
    except urllib.error.URLError as problem:
        sys.exit("%s: %s\nMaybe there is no way to it from here." % (API, problem.reason))


if __name__ == "__main__":
    main()
