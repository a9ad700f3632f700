"""What must not stand readable in the database, encrypted with the desk's own key."""

from __future__ import annotations

import base64
import hashlib

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings


def encrypt(text: str) -> str:
    """The text, unreadable without SECRET_KEY: letters, digits and signs that a column of text can hold."""
    return _keys().encrypt(text.encode()).decode()


def decrypt(text: str) -> str:
    """What `encrypt` made. Raises ValueError when neither SECRET_KEY nor one of SECRET_KEY_FALLBACKS fits."""
    try:
        return _keys().decrypt(text.encode()).decode()
    except InvalidToken as error:
        raise ValueError("Encrypted with another SECRET_KEY: put that one into SECRET_KEY_FALLBACKS.") from error


def _keys() -> MultiFernet:
    return MultiFernet([_key(str(secret)) for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)])


def _key(secret: str) -> Fernet:
    """Another key than the one with which cookies are signed."""
    return Fernet(base64.urlsafe_b64encode(hashlib.sha256(f"desk {secret}".encode()).digest()))
