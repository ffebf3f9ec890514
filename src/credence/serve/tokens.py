"""Tokens: who may do what over HTTP. Kept beside the ledger in a file of their own, as hashes of their secrets."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import os
import re
import secrets
from collections.abc import Callable
from dataclasses import asdict, dataclass
from pathlib import Path
from threading import Lock
from typing import Literal, get_args

from credence.errors import NotThere, Unreadable, WrongUse

Role = Literal["reader", "reviewer", "editor"]
"""A reader asks; a reviewer also decides; an editor also records and withdraws documents."""

ROLES: tuple[Role, ...] = get_args(Role)
PREFIX = "credence"
# Nothing else is hashed: to scrypt a secret is the same with NUL behind it.
_TOKEN = re.compile(rf"{PREFIX}_(?P<id>[0-9a-f]{{8}})_(?P<secret>[A-Za-z0-9_-]{{43}})")

HOURS = 12
"""How long a cookie lasts that a token was exchanged for."""

# scrypt's cost: 16 MiB and about 40 ms for a guess. A secret has 256 random bits anyway; this is for one that leaked.
_N, _R, _P = 2**14, 8, 1


@dataclass(frozen=True, slots=True)
class Token:
    """A token as it is kept.

    Attributes:
        id: What it is called by; stands in the token itself.
        name: Whose it is; what transactions that it made say as their author.
        role: What it allows.
        made: Day it was made, ISO.
        salt: Hexadecimal.
        hash: scrypt of the secret with the salt, hexadecimal.
    """

    id: str
    name: str
    role: Role
    made: str
    salt: str
    hash: str

    def allows(self, role: Role) -> bool:
        """Tell whether it is for that role or a higher one."""
        return ROLES.index(self.role) >= ROLES.index(role)


class Tokens:
    """The tokens in a file, which another program may change at any time."""

    def __init__(self, path: Path | None) -> None:
        """Take a file, which need not exist; None for no tokens at all."""
        self.path = path
        self._lock = Lock()
        self._read_at: tuple[int, int, int] | None = None
        self._tokens: tuple[Token, ...] = ()
        self._right: dict[str, str] = {}  # SHA-256 of what was presented before and was right → id

    def all(self) -> tuple[Token, ...]:
        """Give all tokens in the order they were made.

        Raises:
            Unreadable: If the file cannot be read as ours.
        """
        with self._lock:
            self._look()
            return self._tokens

    def add(self, name: str, role: Role, day: str) -> str:
        """Make a token and give it; it can never be given again.

        Args:
            name: Whose it is.
            role: What it allows.
            day: Today, ISO.

        Raises:
            WrongUse: If there is no name, or no place for tokens.
            Unreadable: If the file cannot be read, or not be written.
        """
        if not name.strip() or not name.isprintable():
            raise WrongUse("token", "it needs a name", "say whose it is")
        secret, salt, id_ = secrets.token_urlsafe(32), secrets.token_hex(16), secrets.token_hex(4)
        token = Token(id_, name.strip(), role, day, salt, _hash(secret, salt))
        self._write((*self.all(), token))
        return f"{PREFIX}_{id_}_{secret}"

    def remove(self, id_: str) -> Token:
        """Remove a token: whoever has it, or a cookie it was exchanged for, may do nothing with it from now on.

        Raises:
            NotThere: If there is none of this id.
            Unreadable: If the file cannot be read, or not be written.
        """
        found = [token for token in self.all() if token.id == id_]
        if not found:
            raise NotThere(f"token “{id_}”", "there is none of this id", "see: credence token list")
        self._write(tuple(token for token in self.all() if token.id != id_))
        return found[0]

    def by_id(self, id_: str) -> Token | None:
        """Give the token of an id; None if it was removed."""
        return next((token for token in self.all() if token.id == id_), None)

    def of(self, presented: str) -> Token | None:
        """Give the token that somebody presents; None if it is none of ours."""
        digest = hashlib.sha256(presented.encode("utf-8", "surrogatepass")).hexdigest()
        tokens = {token.id: token for token in self.all()}
        if (known := self._right.get(digest)) is not None:
            return tokens.get(known)
        said = _TOKEN.fullmatch(presented)
        token = tokens.get(said["id"]) if said else None
        if said is None or token is None or not hmac.compare_digest(_hash(said["secret"], token.salt), token.hash):
            return None
        self._right[digest] = token.id
        return token

    def _look(self) -> None:
        """Read the file if it is another one than it was."""
        if self.path is None:
            return
        try:
            stat = self.path.stat()
            at = (stat.st_mtime_ns, stat.st_size, stat.st_ino)
            if at != self._read_at:
                self._tokens = _tokens_in(self.path)
                self._right = {}
                self._read_at = at
        except FileNotFoundError:
            self._tokens, self._read_at, self._right = (), None, {}
        except (OSError, ValueError, TypeError, KeyError) as error:
            raise Unreadable(str(self.path), "the file of tokens cannot be read", "restore or remove it") from error

    def _write(self, tokens: tuple[Token, ...]) -> None:
        if self.path is None:
            raise WrongUse("token", "this ledger is in no file, so there is no place beside it", "name one: --tokens")
        new = self.path.with_name(f"{self.path.name}.new")
        try:
            with open(os.open(new, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:  # noqa: PTH123 - so that nobody else may read it, not even at first
                json.dump({"tokens": [asdict(token) for token in tokens]}, file, indent=1)
            new.replace(self.path)
        except OSError as error:
            raise Unreadable(str(self.path), "the file of tokens cannot be written", "make it writable") from error


class Sessions:
    """Cookies that tokens were exchanged for: signed with a key that lives as long as the server."""

    def __init__(self, clock: Callable[[], float], key: bytes | None = None) -> None:
        """Begin with a new key, so that a restart ends all sessions.

        Args:
            clock: Gives seconds since some moment.
            key: The key, for tests.
        """
        self._clock = clock
        self._key = key or secrets.token_bytes(32)

    def begin(self, token: Token) -> str:
        """Give the cookie of a new session."""
        return self._signed(f"{token.id}.{int(self._clock()) + HOURS * 3600}.{secrets.token_hex(8)}", "session")

    def token_id(self, cookie: str) -> str | None:
        """Give the id of the token that a cookie was given for; None if it is none of ours, or over."""
        words, _, _ = cookie.rpartition(".")
        if not hmac.compare_digest(self._signed(words, "session").encode(), cookie.encode("utf-8", "replace")):
            return None
        id_, until, _ = words.split(".")
        return id_ if int(until) > self._clock() else None

    def form_key(self, cookie: str) -> str:
        """Give what a form must bring along that belongs to a session, so that no other site can send it."""
        return self._sign(cookie, "form")

    def is_form_key(self, cookie: str, brought: str) -> bool:
        """Tell whether a form brought what belongs to its session."""
        return hmac.compare_digest(self.form_key(cookie).encode(), brought.encode("utf-8", "replace"))

    def _signed(self, words: str, use: str) -> str:
        return f"{words}.{self._sign(words, use)}"

    def _sign(self, words: str, use: str) -> str:
        digest = hmac.new(self._key, f"{use}:{words}".encode("utf-8", "replace"), "sha256").digest()
        return base64.urlsafe_b64encode(digest).decode("ascii").rstrip("=")


def _tokens_in(path: Path) -> tuple[Token, ...]:
    tokens = tuple(Token(**row) for row in json.loads(path.read_text(encoding="utf-8"))["tokens"])
    if not all(token.role in ROLES for token in tokens):
        raise ValueError("a role is not known")
    return tokens


def _hash(secret: str, salt: str) -> str:
    return hashlib.scrypt(secret.encode("ascii"), salt=bytes.fromhex(salt), n=_N, r=_R, p=_P).hex()
