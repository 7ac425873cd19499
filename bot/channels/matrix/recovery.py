"""What the recovery key of the account opens: trust in the bot's device, and keys kept on the server.

The account's secrets lie encrypted on the homeserver (secret storage of the Matrix specification, client-server API,
"Secret storage" and "Server-side key backups"). With the key that signs devices the bot signs its own, so that other
people's programs take it for the account's. With that of the key backup it keeps the keys of rooms it can read, and
finds them again where its folder was lost.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import logging
from typing import Any
from urllib.parse import quote

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from nio import Api, AsyncClient, MegolmEvent
from vodozemac import Curve25519PublicKey, Curve25519SecretKey, Message, PkDecryption, PkEncryption

from knowledge.errors import ChannelError

_LETTERS = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
"""Base 58, as recovery keys are written."""
_BEGINS = b"\x8b\x01"
KEY_BYTES = 32
SIGNING, BACKUP = "m.cross_signing.self_signing", "m.megolm_backup.v1"
_BACKUP_ALGORITHM = "m.megolm_backup.v1.curve25519-aes-sha2"
_MEGOLM = "m.megolm.v1.aes-sha2"
_log = logging.getLogger(__name__)


class Recovery:
    """The secrets of the account, opened."""

    def __init__(self, client: AsyncClient, key: bytes, key_id: str) -> None:
        self._client = client
        self._key = key
        self._key_id = key_id
        self._backup: PkDecryption | None = None
        self._version = ""
        self._kept: set[tuple[str, str]] = set()
        """Rooms and sessions whose keys are in the backup."""

    @classmethod
    async def opened(cls, client: AsyncClient, recovery_key: str) -> Recovery:
        """The secrets of the signed-in account. Raises ChannelError where the key is not the one of its storage."""
        key = decoded(recovery_key)
        default = await _account_data(client, "m.secret_storage.default_key")
        key_id = str(default.get("key", ""))
        described = await _account_data(client, f"m.secret_storage.key.{key_id}") if key_id else {}
        if not described:
            raise ChannelError(f"{client.user_id} has no recovery set up on the homeserver; sign in to the account "
                               "with a Matrix program and set it up, or take FARMASVAR_MATRIX_RECOVERY_KEY out")
        _, mac = _encrypted(key, "", bytes(KEY_BYTES), _bytes(described.get("iv")))
        if not hmac.compare_digest(mac, _bytes(described.get("mac"))):
            raise _wrong_key()
        opened = cls(client, key, key_id)
        await opened._open_backup()
        return opened

    async def trust_device(self) -> None:
        """Sign the bot's device with the key of the account that signs devices; nothing where that is done."""
        client = self._client
        asked = {"device_keys": {client.user_id: [client.device_id]}}
        known = await _request(client, "POST", "keys/query", asked)
        device = known.get("device_keys", {}).get(client.user_id, {}).get(client.device_id)
        signer = next(iter(known.get("self_signing_keys", {}).get(client.user_id, {}).get("keys", {})), None)
        seed = await self._secret(SIGNING)
        if device is None or signer is None or seed is None:
            _log.warning("the account has no key that signs devices; its device stays unverified")
            return
        if signer in device.get("signatures", {}).get(client.user_id, {}):
            return
        private = Ed25519PrivateKey.from_private_bytes(seed)
        public = _letters(private.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw))
        if signer != f"ed25519:{public}":
            _log.warning("the stored key that signs devices is not the account's; its device stays unverified")
            return
        plain = {name: value for name, value in device.items() if name not in ("signatures", "unsigned")}
        signature = _letters(private.sign(Api.to_canonical_json(plain).encode()))
        signed = {**plain, "signatures": {client.user_id: {signer: signature}}}
        await _request(client, "POST", "keys/signatures/upload", {client.user_id: {client.device_id: signed}})
        _log.info("the device was signed")

    async def fetch_key(self, event: MegolmEvent) -> bool:
        """Look for the key of a message in the backup; whether it was there."""
        if self._backup is None:
            return False
        place = f"room_keys/keys/{quote(event.room_id)}/{quote(event.session_id, safe='')}?version={self._version}"
        found = (await _request(self._client, "GET", place)).get("session_data", {})
        try:
            message = Message.from_base64(found["ciphertext"], found["mac"], found["ephemeral"])
            session = json.loads(self._backup.decrypt(message))
        except (KeyError, ValueError):  # the library's own errors among them
            return False
        olm = self._client.olm
        imported = olm._import_group_session(
            session["session_key"], session["sender_claimed_keys"]["ed25519"], session["sender_key"], event.room_id,
            session.get("forwarding_curve25519_key_chain", []))
        if imported is None or not olm.inbound_group_store.add(imported):
            return False
        olm.save_inbound_group_session(imported)
        return True

    async def keep_keys(self) -> None:
        """Put keys into the backup that are not in it yet."""
        if self._backup is None:
            return
        rooms: dict[str, dict[str, Any]] = {}
        for session in self._client.olm.inbound_group_store:
            if (session.room_id, session.id) not in self._kept:
                sessions = rooms.setdefault(session.room_id, {"sessions": {}})["sessions"]
                sessions[session.id] = self._for_backup(session)
        if not rooms:
            return
        await _request(self._client, "PUT", f"room_keys/keys?version={self._version}", {"rooms": rooms})
        self._kept |= {(room, session) for room, kept in rooms.items() for session in kept["sessions"]}

    def _for_backup(self, session: Any) -> dict[str, Any]:
        assert self._backup is not None
        first = session.first_known_index
        content = {"algorithm": _MEGOLM, "sender_key": session.sender_key,
                   "sender_claimed_keys": {"ed25519": session.ed25519},
                   "forwarding_curve25519_key_chain": session.forwarding_chain,
                   "session_key": session.export_session(first)}
        encrypted = PkEncryption.from_key(self._backup.public_key).encrypt(json.dumps(content).encode())
        # `to_base64` of the library gives its three parts in another order than it says.
        written = {"ciphertext": encrypted.ciphertext, "mac": encrypted.mac, "ephemeral": encrypted.ephemeral_key}
        return {"first_message_index": first, "forwarded_count": len(session.forwarding_chain), "is_verified": False,
                "session_data": {name: _letters(bytes(part)) for name, part in written.items()}}

    async def _open_backup(self) -> None:
        """Find the backup and its key; none is used where the key is not that of the backup."""
        backup, secret = await _request(self._client, "GET", "room_keys/version"), await self._secret(BACKUP)
        if backup.get("algorithm") != _BACKUP_ALGORITHM or secret is None:
            return
        key = PkDecryption.from_key(Curve25519SecretKey.from_bytes(secret))
        if _public(key) == backup["auth_data"]["public_key"]:
            self._backup, self._version = key, str(backup["version"])

    async def _secret(self, name: str) -> bytes | None:
        """One secret of the account; None where it is not stored under this key."""
        stored = (await _account_data(self._client, name)).get("encrypted", {}).get(self._key_id)
        if stored is None:
            return None
        ciphertext = _bytes(stored["ciphertext"])
        aes, mac = _keys(self._key, name)
        if not hmac.compare_digest(hmac.new(mac, ciphertext, hashlib.sha256).digest(), _bytes(stored["mac"])):
            raise _wrong_key()
        return _bytes(_counted(aes, ciphertext, _bytes(stored["iv"])).decode("ascii"))


def decoded(recovery_key: str) -> bytes:
    """The key that a recovery key writes in letters, with spaces or without. Raises ChannelError for anything else."""
    number = 0
    for letter in "".join(recovery_key.split()):
        value = _LETTERS.find(letter)
        if value < 0:
            raise _wrong_key()
        number = number * len(_LETTERS) + value
    try:
        written = number.to_bytes(len(_BEGINS) + KEY_BYTES + 1, "big")
    except OverflowError:
        raise _wrong_key() from None
    parity = 0
    for byte in written:
        parity ^= byte
    if parity or not written.startswith(_BEGINS):
        raise _wrong_key()
    return written[len(_BEGINS):-1]


def _wrong_key() -> ChannelError:
    return ChannelError("FARMASVAR_MATRIX_RECOVERY_KEY is not the recovery key of the account; copy it again")


def _keys(key: bytes, name: str) -> tuple[bytes, bytes]:
    """The two keys for one secret: one encrypts, one proves."""
    derived = HKDF(hashes.SHA256(), 2 * KEY_BYTES, salt=bytes(KEY_BYTES), info=name.encode()).derive(key)
    return derived[:KEY_BYTES], derived[KEY_BYTES:]


def _encrypted(key: bytes, name: str, content: bytes, iv: bytes) -> tuple[bytes, bytes]:
    aes, mac = _keys(key, name)
    ciphertext = _counted(aes, content, iv)
    return ciphertext, hmac.new(mac, ciphertext, hashlib.sha256).digest()


def _counted(aes: bytes, content: bytes, iv: bytes) -> bytes:
    """AES in counter mode, which is its own inverse."""
    encryptor = Cipher(algorithms.AES(aes), modes.CTR(iv)).encryptor()
    return encryptor.update(content) + encryptor.finalize()


def _public(key: PkDecryption) -> str:
    public: Curve25519PublicKey = key.public_key
    return str(public.to_base64())


def _bytes(text: Any) -> bytes:
    """What base 64 writes, padded or not."""
    written = str(text or "").rstrip("=")
    return base64.b64decode(written + "=" * (-len(written) % 4))


def _letters(content: bytes) -> str:
    return base64.b64encode(content).decode("ascii").rstrip("=")


async def _account_data(client: AsyncClient, kind: str) -> dict[str, Any]:
    return await _request(client, "GET", f"user/{quote(client.user_id)}/account_data/{quote(kind)}")


async def _request(client: AsyncClient, method: str, path: str, body: Any = None) -> dict[str, Any]:
    """What the server answers; nothing where it has no such thing. Raises ConnectionError where it fails."""
    headers = {"Authorization": f"Bearer {client.access_token}", "Content-Type": "application/json"}
    written = None if body is None else json.dumps(body)
    answer = await client.send(method, f"/_matrix/client/v3/{path}", written, headers)
    async with answer:
        if answer.status >= 500 or answer.status == 429:
            raise ConnectionError(str(answer.status))
        if answer.status >= 400:
            if answer.status != 404:
                _log.warning("the homeserver refuses %s with %d", path.partition("/")[0], answer.status)
            return {}
        content: dict[str, Any] = await answer.json()
        return content
