"""A session in one of the pools of a fleet."""

import os
import sys

sys.path.append(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "clients"))

from client import ranking  # noqa: E402
from session_pool import PoolFull, Session, new_identifier, over_the_network  # noqa: E402


class FleetSession:
    """A full pool is left for the next one, and once code has run the session stays where it is until the `with` block ends."""

    def __init__(self, pools, api_version, token, transport=over_the_network):
        self._pools = pools
        self._access = (api_version, token, transport)
        self._identifier = new_identifier()
        self._session = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.end()

    def run(self, code, timeout_in_seconds=60):
        """Runs code. The first run finds a pool."""
        if self._session:
            return self._session.run(code, timeout_in_seconds)
        for pool in ranking(self._identifier, self._pools):
            self._session = Session(pool["endpoint"], *self._access, self._identifier)
            try:
                return self._session.run(code, timeout_in_seconds)
            except PoolFull:
                self._session = None
        raise PoolFull(f"none of the {len(self._pools)} pools of the fleet has a session left")

    def end(self):
        """Ends the session, which is billed until then, or until its cooldown is over."""
        if self._session:
            self._session.end()
