"""The languages that alerts are told in."""

from collections.abc import Mapping
from types import MappingProxyType

from rasid.alerting.render.arabic import Arabic
from rasid.alerting.render.english import English
from rasid.alerting.render.tongue import Tongue
from rasid.alerting.render.writing import Language

TONGUES: Mapping[Language, Tongue] = MappingProxyType({"ar": Arabic(), "en": English()})
