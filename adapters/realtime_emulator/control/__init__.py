"""The control plane: scenario, faults, utterances and journal, on a loopback port of its own."""
