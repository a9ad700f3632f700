"""Backups encrypted to public keys of age (https://age-encryption.org): who makes them cannot read them again."""

from __future__ import annotations

import os
from pathlib import Path

import pyrage
from django.core.exceptions import ImproperlyConfigured

from config import env

SUFFIX = ".age"
RECIPIENTS, IDENTITY = "BACKUP_AGE_RECIPIENTS", "BACKUP_AGE_IDENTITY"


def recipients() -> list[pyrage.x25519.Recipient]:
    """Those of BACKUP_AGE_RECIPIENTS, separated by commas; none when nothing is to be encrypted."""
    try:
        return [pyrage.x25519.Recipient.from_str(name) for name in env.names(RECIPIENTS)]
    except pyrage.RecipientError as error:
        raise ImproperlyConfigured(
            f"{RECIPIENTS}: {error}. Say public keys, as in age1…, separated by commas."
        ) from error


def sealed(plain: Path, to: list[pyrage.x25519.Recipient]) -> Path:
    """The encrypted file in its place, with .age at the end of its name."""
    target, part = plain.with_name(plain.name + SUFFIX), plain.with_name(plain.name + SUFFIX + ".part")
    os.close(os.open(part, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
    pyrage.encrypt_file(str(plain), str(part), to)
    part.replace(target)
    plain.unlink()
    return target


def opened(archive: Path, folder: Path) -> Path:
    """The archive, decrypted into `folder` when it has to be, with the key file that BACKUP_AGE_IDENTITY names."""
    if archive.suffix != SUFFIX:
        return archive
    path = env.required(IDENTITY, f"{archive} is encrypted; name the file with the key (AGE-SECRET-KEY-…).")
    target = folder / archive.stem
    try:
        lines = [line for line in Path(path).read_text().split() if line.startswith("AGE-SECRET-KEY-")]
        keys = [pyrage.x25519.Identity.from_str(line) for line in lines]
        os.close(os.open(target, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600))
        pyrage.decrypt_file(str(archive), str(target), keys)
    except (OSError, pyrage.IdentityError, pyrage.DecryptError) as error:
        raise ImproperlyConfigured(f"{archive} cannot be opened with the key in {path}: {error}") from error
    return target
