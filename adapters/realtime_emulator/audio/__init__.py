"""Sound on its way in: telephone codecs, streams of samples, voice activity, turns."""
