"""What goes in and out over HTTP: camelCase JSON."""
