"""A caller that sticks to its lines."""

from adapters.livekit.caller.lines import Line, PlannedTalker


def test_it_says_its_lines_in_order_and_marks_the_last() -> None:
    talker = PlannedTalker((Line(text="one"), Line(text="two")))
    first, second = talker.answer("whatever"), talker.answer("")
    assert first == Line(text="one")
    assert second == Line(text="two", is_last=True)


def test_a_line_that_interrupts_is_not_an_answer() -> None:
    talker = PlannedTalker((Line(text="one", interrupt_after_s=0.5), Line(text="two")))
    assert talker.interruption() == Line(text="one", interrupt_after_s=0.5)
    assert talker.interruption() is None
    assert talker.answer("well") == Line(text="two", is_last=True)
