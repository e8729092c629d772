"""A caller made of code: joins a room as a person would, speaks, listens, answers, measures."""
