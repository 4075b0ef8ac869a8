"""`minutes chat` before it serves anything: what it says of an address that cannot be had."""

from __future__ import annotations

import socket

import pytest

from assistant.commands_chat import check_free
from index_store.errors import BadSetting


def test_a_taken_port_is_named_with_the_next_one_to_try() -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        with pytest.raises(BadSetting, match=f"port {port} on 127.0.0.1 is taken.*minutes chat --port"):
            check_free("127.0.0.1", port)
    check_free("127.0.0.1", port)


def test_an_address_of_another_machine_is_refused_in_one_line() -> None:
    with pytest.raises(BadSetting, match=r"cannot serve on 192\.0\.2\.1:7860 .*choose --host or --port") as refused:
        check_free("192.0.2.1", 7860)
    assert "\n" not in str(refused.value)
