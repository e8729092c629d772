"""Calls that bring no lead, whatever is said in them."""

from collections.abc import Sequence

from domain.lead_extraction.call import Call


def brings_no_lead(call: Call) -> bool:
    """Wrong numbers, machines, sellers, pranks, tests, and grabs at somebody else's record."""
    cues = call.cues
    said = [call.turns[number].flat for number in call.by_caller]
    if not said:
        return True
    everything = " \n ".join(said)
    openings = " \n ".join(said[:2])
    return bool(
        cues.recording.search(openings)
        or cues.wrong_number.search(everything)
        or cues.test_call.search(openings)
        or cues.prank.search(everything)
        or cues.intruder.search(everything)
        or cues.hallucination.search(everything)
        or _sells(call, said)
    )


def _sells(call: Call, said: Sequence[str]) -> bool:
    """Whether the caller wants to sell something, told by what is offered, asked and answered."""
    cues = call.cues
    refused = any(cues.agent_refuses.search(turn.flat) for turn in call.turns if not turn.by_caller)
    openings = " \n ".join(said[:_OPENINGS])
    signs = [
        cue for cue in (cues.seller, cues.pitch, cues.decider, cues.sales) if cue.search(openings)
    ]
    if cues.seller.search(said[0]) or (refused and cues.seller.search(" \n ".join(said))):
        return True
    if cues.wants.search(openings):
        return False
    return len(signs) >= _ENOUGH or (refused and bool(signs))


_OPENINGS = 3
_ENOUGH = 2
