"""The OpenAPI document: what the routes say of themselves, and what is true of all of them."""

from entrypoints.http.description.document import described, operation_id

__all__ = ["described", "operation_id"]
