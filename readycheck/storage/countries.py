"""A shop's country as people write it, and the time zone that goes with it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from importlib import resources

COUNTRY, ZONE = "FI", "Europe/Helsinki"
"""Where most shops are."""
_LOCALTIME = "/etc/localtime"
_ALSO_CALLED: Mapping[str, str] = {"UK": "GB", "EL": "GR"}


_NAMES = {
    name: code for code, names in (line.split(" ", 1) for line in """\
AT austria,itävalta
AU australia
BE belgium,belgia
BG bulgaria
CA canada,kanada
CH switzerland,sveitsi
CY cyprus,kypros
CZ czechia,czech republic,tšekki
DE germany,saksa
DK denmark,tanska
EE estonia,viro,eesti
ES spain,espanja
FI finland,suomi
FR france,ranska
GB united kingdom,great britain,britain,england,scotland,wales,iso-britannia,britannia,englanti,skotlanti
GR greece,kreikka
HR croatia,kroatia
HU hungary,unkari
IE ireland,irlanti
IS iceland,islanti
IT italy,italia
JP japan,japani
LT lithuania,liettua
LU luxembourg,luxemburg
LV latvia
MT malta
NL netherlands,the netherlands,holland,alankomaat,hollanti
NO norway,norja
NZ new zealand,uusi-seelanti
PL poland,puola
PT portugal,portugali
RO romania
SE sweden,ruotsi
SI slovenia
SK slovakia
UA ukraine,ukraina
US united states,usa,united states of america,yhdysvallat""".splitlines()) for name in names.split(",")
}
"""Countries by their names in English and Finnish: Europe's, and where else most shops that read these are."""


def country_code(text: str) -> str:
    """The ISO 3166-1 code of a country: of its name, of the code in small letters, or of Britain's UK and Greece's EL.

    Any other text comes back in capitals.
    """
    name = " ".join(text.split())
    code = _NAMES.get(name.casefold(), name.upper())
    return _ALSO_CALLED.get(code, code)


def zone_of(country: str) -> str | None:
    """The IANA time zone of a country, the one of its capital or largest part; None for a country without one."""
    return next((zone for code, zone in _zones() if code == country), None)


def here() -> tuple[str, str]:
    """The country and the time zone of this machine's clock; Finland where it keeps another time, such as UTC."""
    # the locale would say less: many speak English to their machine outside the country that it names
    zone = os.environ.get("TZ", "").removeprefix(":") or os.path.realpath(_LOCALTIME).partition("zoneinfo/")[2]
    country = next((code for code, name in _zones() if name == zone), None)
    return (country, zone) if country else (COUNTRY, ZONE)


def _zones() -> Iterator[tuple[str, str]]:
    table = resources.files("tzdata.zoneinfo").joinpath("zone.tab").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines() if line and not line.startswith("#"))
    return ((row[0], row[2]) for row in rows)
