"""Workflows as data: what starts one, under which conditions, and what it does step by step."""
