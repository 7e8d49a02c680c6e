"""Telling people: a row first, then a mail; late at worst, never lost, never twice.

`actions` writes notices and letters, `mailing` bundles notices into mails, `composing` words them
when they are sent, `delivery` hands them to the mail server. Kinds come in through `registry`.
"""
