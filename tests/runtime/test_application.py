"""The Faust app that every worker starts from."""

import tempfile

from rasid.runtime.application import create_app
from rasid.runtime.settings import Settings


def test_it_keeps_its_data_where_a_read_only_container_can_write() -> None:
    app = create_app("rasid-enrichment", Settings())
    assert app.conf.datadir.is_relative_to(tempfile.gettempdir())
