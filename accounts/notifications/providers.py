"""The mail services that can tell us of bounces: which view of anymail reads them, what secret they
need. Pure: names only, for the settings.

A service that signs what it sends needs its key; of the others a name and a password, which stand
in the address that is told to the service.
"""

from typing import Final

VIEWS: Final = {
    "brevo": "brevo.BrevoTrackingWebhookView",
    "mailersend": "mailersend.MailerSendTrackingWebhookView",
    "mailgun": "mailgun.MailgunTrackingWebhookView",
    "mailjet": "mailjet.MailjetTrackingWebhookView",
    "mailtrap": "mailtrap.MailtrapTrackingWebhookView",
    "mandrill": "mandrill.MandrillCombinedWebhookView",
    "postal": "postal.PostalTrackingWebhookView",
    "postmark": "postmark.PostmarkTrackingWebhookView",
    "resend": "resend.ResendTrackingWebhookView",
    "sparkpost": "sparkpost.SparkPostTrackingWebhookView",
}
KEYS: Final = {
    "mailersend": "MAILERSEND_SIGNING_SECRET",
    "mailgun": "MAILGUN_WEBHOOK_SIGNING_KEY",
    "mailtrap": "MAILTRAP_TRACKING_SECRET",
    "mandrill": "MANDRILL_WEBHOOK_KEY",
    "postal": "POSTAL_WEBHOOK_KEY",
    "resend": "RESEND_SIGNING_SECRET",
}
SHORTEST: Final = 16


def configuration(provider: str, *, secret: str, key: str) -> dict[str, str]:
    """What anymail reads from the settings; nothing without a provider.

    Raises ValueError, with a word to whoever sets up the site, for what would leave the door open.
    """
    if not provider:
        return {}
    if provider not in VIEWS:
        raise ValueError(f"ANYMAIL_PROVIDER must be one of {', '.join(VIEWS)}")
    if provider in KEYS and not key:
        raise ValueError(f"ANYMAIL_SIGNING_KEY is needed: {provider} signs what it sends")
    if secret and (":" not in secret or len(secret) < SHORTEST):
        raise ValueError("ANYMAIL_WEBHOOK_SECRET must be name:password, and long")
    if provider not in KEYS and not secret:
        raise ValueError(f"ANYMAIL_WEBHOOK_SECRET is needed: {provider} does not sign")
    told = {"WEBHOOK_SECRET": secret, KEYS.get(provider, ""): key}
    return {name: value for name, value in told.items() if name and value}
