"""How clients prove who they are to a broker, and know the broker: TLS and SASL, as the settings say."""

import ssl
from typing import TypedDict

from faust.auth import Credentials, SASLCredentials, SSLCredentials

from rasid.runtime.settings import Settings, SettingsError


class ClientSecurity(TypedDict):
    """The security arguments of an aiokafka client."""

    security_protocol: str
    ssl_context: ssl.SSLContext | None
    sasl_mechanism: str
    sasl_plain_username: str | None
    sasl_plain_password: str | None


def client_security(settings: Settings) -> ClientSecurity:
    """What every aiokafka client is made with; raises SettingsError where a certificate cannot be read."""
    return ClientSecurity(
        security_protocol=settings.security_protocol,
        ssl_context=_ssl_context(settings),
        sasl_mechanism=settings.sasl_mechanism,
        sasl_plain_username=settings.sasl_username,
        sasl_plain_password=settings.sasl_password.get_secret_value() if settings.sasl_password else None,
    )


def faust_credentials(settings: Settings) -> Credentials | None:
    """The same for a Faust app; None on a plain listener."""
    security = client_security(settings)
    if settings.uses_sasl:
        return SASLCredentials(
            username=security["sasl_plain_username"],
            password=security["sasl_plain_password"],
            ssl_context=security["ssl_context"],
            mechanism=settings.sasl_mechanism,
        )
    return SSLCredentials(security["ssl_context"]) if settings.uses_tls else None


def _ssl_context(settings: Settings) -> ssl.SSLContext | None:
    if not settings.uses_tls:
        return None
    try:
        context = ssl.create_default_context(cafile=settings.ssl_ca_location)
    except (OSError, ssl.SSLError) as error:
        raise SettingsError(f"RASID_SSL_CA_LOCATION: {settings.ssl_ca_location} cannot be used: {error}") from None
    if settings.ssl_certificate_location is not None:
        try:
            context.load_cert_chain(settings.ssl_certificate_location, settings.ssl_key_location)
        except (OSError, ssl.SSLError) as error:
            raise SettingsError(f"RASID_SSL_CERTIFICATE_LOCATION: it cannot be used with its key: {error}") from None
    return context
