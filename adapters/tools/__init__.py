"""Tools that live elsewhere: HTTP services and MCP servers."""
