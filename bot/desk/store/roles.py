"""What a member may do; by itself, since the command line names the roles before it needs the store."""

from __future__ import annotations

from typing import Literal, get_args

Role = Literal["asker", "reviewer", "administrator"]
ROLES: tuple[Role, ...] = get_args(Role)
"""From the least to the most that one may do."""
