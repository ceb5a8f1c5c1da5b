"""`--update-golden`: write golden files anew instead of comparing with them."""

from collections.abc import Callable
from pathlib import Path

import pytest

Golden = Callable[[Path, bytes], None]


def pytest_addoption(parser: pytest.Parser) -> None:
    """Declare the option."""
    parser.addoption("--update-golden", action="store_true", help="write golden files anew")


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Golden:
    """Compares content with a golden file, or writes it with `--update-golden`."""

    def compare(path: Path, content: bytes) -> None:
        if request.config.getoption("--update-golden"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        assert path.is_file(), f"{path} is missing; run `make golden`"
        assert path.read_bytes() == content, f"{path.name} differs; run `make golden` and read the difference"

    return compare
