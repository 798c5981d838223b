"""Maps session identifiers to the pools of a fleet. Prints the name of the pool for each identifier on standard input."""

import hashlib
import json
import math
import os
import sys


def pools_of_the_fleet():
    """The pools of the fleet, as the environment has them."""
    return json.loads(os.environ.get("SESSION_POOL_FLEET", "[]"))


def pool_for(identifier, pools):
    """The pool in which the session with the identifier lives."""
    return ranking(identifier, pools)[0]


def ranking(identifier, pools):
    """All pools, the one in which the session lives first."""
    return sorted(pools, key=lambda pool: score_of(identifier, pool), reverse=True)


def score_of(identifier, pool):
    """-weight / ln(h), where h is made from the first 48 bits of the hash and lies between 0 and 1."""
    digest = hashlib.sha256(f"{identifier}\n{pool['name']}".encode()).digest()
    return -pool["weight"] / math.log((int.from_bytes(digest[:6], "big") + 0.5) / 2**48)


if __name__ == "__main__":
    fleet = pools_of_the_fleet()
    for line in sys.stdin:
        print(pool_for(line.rstrip("\n"), fleet)["name"])
