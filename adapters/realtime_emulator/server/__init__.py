"""The HTTP side: who may enter, client secrets, calls, and the sockets."""
