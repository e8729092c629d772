"""The way out into the network, which no address of somebody else's leads astray."""
