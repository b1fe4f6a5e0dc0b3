"""How properties are tried: the same examples in each run, and no time limit on any.

``HYPOTHESIS_PROFILE=explore pytest …`` tries new examples in each run.
"""

from __future__ import annotations

import os

from hypothesis import settings

settings.register_profile("same", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", deadline=None)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "same"))
