"""The document as a file: the same for everybody, whatever their settings are."""

import json

from entrypoints.bootstrap.containers import Container
from entrypoints.bootstrap.settings import Settings
from entrypoints.http.app import create_app


def document_text() -> str:
    """The document of this code, as it is kept beside it."""
    app = create_app(Container(settings=Settings(_env_file=None)))
    return json.dumps(app.openapi(), indent=1, ensure_ascii=False) + "\n"
