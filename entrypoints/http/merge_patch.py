"""Changes of parts of a JSON document (RFC 7396)."""

from collections.abc import Mapping

from pydantic import JsonValue


def merge_patch(document: JsonValue, patch: JsonValue) -> JsonValue:
    """*document* with what *patch* names; null takes a member away, lists are replaced whole."""
    if not isinstance(patch, Mapping):
        return patch
    merged = dict(document) if isinstance(document, Mapping) else {}
    for name, value in patch.items():
        if value is None:
            merged.pop(name, None)
        else:
            merged[name] = merge_patch(merged.get(name), value)
    return merged
