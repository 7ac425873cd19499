"""Recovery of a Matrix account as a Matrix program sets it up: keys that sign, a key backup, and the key to both."""

from __future__ import annotations

import base64
import hashlib
import hmac
import os
from typing import Any

import httpx
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from nio import Api
from vodozemac import Curve25519SecretKey, PkDecryption

LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"


def letters(content: bytes) -> str:
    return base64.b64encode(content).decode().rstrip("=")


def as_recovery_key(key: bytes) -> str:
    """A key as people copy it, in groups of four letters."""
    written = b"\x8b\x01" + key
    parity = 0
    for byte in written:
        parity ^= byte
    number, text = int.from_bytes(written + bytes([parity]), "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = LETTERS[digit] + text
    return " ".join(text[start:start + 4] for start in range(0, len(text), 4))


def stored(key: bytes, name: str, secret: bytes) -> dict[str, str]:
    """A secret as it is stored under a key."""
    derived = HKDF(hashes.SHA256(), 64, salt=bytes(32), info=name.encode()).derive(key)
    iv = os.urandom(16)
    encryptor = Cipher(algorithms.AES(derived[:32]), modes.CTR(iv)).encryptor()
    ciphertext = encryptor.update(secret) + encryptor.finalize()
    mac = hmac.new(derived[32:], ciphertext, hashlib.sha256).digest()
    return {"iv": letters(iv), "ciphertext": letters(ciphertext), "mac": letters(mac)}


class Account:
    """An account that somebody has signed in to with a password."""

    def __init__(self, address: str, user: str) -> None:
        self._user = user
        self._http = httpx.Client(base_url=f"{address}/_matrix/client/v3/", timeout=30)
        identifier = {"type": "m.id.user", "user": user}
        signed_in = self._ask("POST", "login", type="m.login.password", identifier=identifier, password="secret")
        self._http.headers["Authorization"] = f"Bearer {signed_in['access_token']}"

    def set_recovery_up(self) -> str:
        """Make signing keys and a backup, store their secrets, and give the recovery key."""
        key = os.urandom(32)
        master, signer = Ed25519PrivateKey.generate(), Ed25519PrivateKey.generate()
        uploaded = {"master_key": self._signing_key("master", master),
                    "self_signing_key": self._signing_key("self_signing", signer, by=master)}
        asked = self._http.post("keys/device_signing/upload", json=uploaded)
        if asked.status_code == 401:  # the server wants the password once more
            auth = {"type": "m.login.password", "identifier": {"type": "m.id.user", "user": self._user},
                    "password": "secret", "session": asked.json()["session"]}
            asked = self._http.post("keys/device_signing/upload", json={**uploaded, "auth": auth})
        assert asked.status_code == 200, asked.text
        backup = os.urandom(32)
        public = PkDecryption.from_key(Curve25519SecretKey.from_bytes(backup)).public_key.to_base64()
        self._ask("POST", "room_keys/version", algorithm="m.megolm_backup.v1.curve25519-aes-sha2",
                  auth_data={"public_key": public})
        self._store("m.cross_signing.self_signing", key, letters(signer.private_bytes_raw()))
        self._store("m.megolm_backup.v1", key, letters(backup))
        proof = stored(key, "", bytes(32))
        self._put("m.secret_storage.key.k1", algorithm="m.secret_storage.v1.aes-hmac-sha2", iv=proof["iv"],
                  mac=proof["mac"])
        self._put("m.secret_storage.default_key", key="k1")
        self.signer = f"ed25519:{letters(signer.public_key().public_bytes_raw())}"
        return as_recovery_key(key)

    def signers_of(self, device: str) -> list[str]:
        """The keys that have signed a device."""
        known = self._ask("POST", "keys/query", device_keys={self._user: []})["device_keys"][self._user]
        return list(known[device]["signatures"][self._user])

    def close(self) -> None:
        self._http.close()

    def _signing_key(self, usage: str, key: Ed25519PrivateKey, by: Ed25519PrivateKey | None = None) -> dict[str, Any]:
        public = letters(key.public_key().public_bytes_raw())
        content: dict[str, Any] = {"user_id": self._user, "usage": [usage], "keys": {f"ed25519:{public}": public}}
        if by is not None:
            signature = letters(by.sign(Api.to_canonical_json(content).encode()))
            name = f"ed25519:{letters(by.public_key().public_bytes_raw())}"
            content["signatures"] = {self._user: {name: signature}}
        return content

    def _store(self, name: str, key: bytes, secret: str) -> None:
        self._put(name, encrypted={"k1": stored(key, name, secret.encode())})

    def _put(self, kind: str, **content: Any) -> None:
        self._ask("PUT", f"user/{self._user}/account_data/{kind}", **content)

    def _ask(self, method: str, path: str, **body: Any) -> dict[str, Any]:
        answer = self._http.request(method, path, json=body)
        assert answer.status_code == 200, answer.text
        return dict(answer.json())
