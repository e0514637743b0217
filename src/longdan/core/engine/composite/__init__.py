"""Composite indicators over arrays, as the handbook of OECD and JRC (2008) builds them, step by step.

Units stand on the first axis, indicators on the second; NaN is a gap. The methods and their names follow COINr (Becker, Caperna,
Del Sorbo, Norlén, Papadimitriou, Saisana 2022, "COINr: An R package for developing composite indicators", Journal of Open Source
Software 7(78), 4567); where COINr and we differ, the function says so.
"""
