"""PocketSphinx with one small grammar a slot: ears that need no downloaded weights.

English only. A grammar always hears one of its own sentences, so what it hears is read back and
confirmed like everything else; where no grammar fits, the general language model listens, which
gets about three words in four right.
"""

import asyncio
from typing import Any

from adapters.realtime_emulator.ports import Expectation, Heard, Pcm
from adapters.realtime_emulator.resample import resample

_RATE = 16_000
_DIGITS = "zero | oh | one | two | three | four | five | six | seven | eight | nine"
_LETTERS = " | ".join("abcdefghijklmnopqrstuvwxyz")
GRAMMARS = {
    "yes_no": "public <said> = yes | no | yes that's right | that's right | no that's wrong;",
    "phone": f"public <said> = [it is | my number is] [plus] <d>+; <d> = {_DIGITS};",
    "spelling": f"public <said> = <l>+; <l> = {_LETTERS} | dot | at | underscore | dash | com;",
}


class SphinxEars:
    """One decoder, used by one utterance at a time."""

    name = "sphinx-grammar"

    def __init__(self) -> None:
        self._decoder: Any = None
        self._lock = asyncio.Lock()

    async def warm_up(self) -> None:
        """Load the acoustic model and compile the grammars."""
        async with self._lock:
            await asyncio.to_thread(self._load)

    async def hear(self, audio: Pcm, *, rate: int, expecting: Expectation) -> Heard:
        """Recognise one utterance with the grammar of the slot that is expected."""
        async with self._lock:
            text = await asyncio.to_thread(self._recognise, audio, rate, expecting.slot or "")
        return Heard(text=text, language="en", seconds=len(audio) / 2 / rate)

    def _load(self) -> None:
        if self._decoder is not None:
            return
        from pocketsphinx import Decoder

        self._decoder = Decoder(samprate=_RATE, loglevel="FATAL")
        for slot, rules in GRAMMARS.items():
            self._decoder.add_jsgf_string(slot, f"#JSGF V1.0; grammar {slot}; {rules}")

    def _recognise(self, audio: Pcm, rate: int, slot: str) -> str:
        self._load()
        self._decoder.activate_search(slot if slot in GRAMMARS else None)
        self._decoder.start_utt()
        self._decoder.process_raw(resample(audio, source=rate, target=_RATE), full_utt=True)
        self._decoder.end_utt()
        found = self._decoder.hyp()
        return str(found.hypstr) if found else ""
