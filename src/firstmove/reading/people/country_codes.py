"""ISO 3166-1 alpha-3 codes of parties that are countries, from the package ``countryinfo``."""

from __future__ import annotations

from functools import lru_cache

from firstmove.reading.people.countries import country_of


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    from countryinfo import CountryInfo, all_countries

    found: dict[str, str] = {}
    for entry in all_countries():
        data = entry.info() if isinstance(entry, CountryInfo) else entry
        code = (data.get("ISO") or {}).get("alpha3")
        party = country_of(str(data.get("name") or ""))
        if code and party:
            found.setdefault(party, str(code))
    return found


def country_code(party: str) -> str:
    """The code of the country of that name, as parties are called in a ledger; "" for others."""
    return _codes().get(party, "")
