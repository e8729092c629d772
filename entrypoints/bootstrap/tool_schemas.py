"""What doors need to know of tools before they are stored."""

from adapters.tools.json_schema import check_schema

__all__ = ["check_schema"]
