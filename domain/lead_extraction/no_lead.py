"""Calls that bring no lead, whatever is said in them."""

from domain.lead_extraction.call import Call


def brings_no_lead(call: Call) -> bool:
    """Wrong numbers, machines, sellers, pranks, tests, and grabs at somebody else's record."""
    cues = call.cues
    said = [call.turns[number].flat for number in call.by_caller]
    if not said:
        return True
    everything = " \n ".join(said)
    refused = any(cues.agent_refuses.search(turn.flat) for turn in call.turns if not turn.by_caller)
    openings = " \n ".join(said[:2])
    return bool(
        cues.recording.search(openings)
        or cues.wrong_number.search(everything)
        or cues.test_call.search(openings)
        or cues.prank.search(everything)
        or cues.intruder.search(everything)
        or cues.hallucination.search(everything)
        or (refused and (cues.seller.search(everything) or cues.pitch.search(openings)))
        or cues.seller.search(said[0])
    )
