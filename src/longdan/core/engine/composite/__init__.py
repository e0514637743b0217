"""Composite indicators over arrays, as the handbook of OECD and JRC (2008) builds them, step by step.

Units stand on the first axis, indicators on the second; NaN is a gap. The methods and their names follow COINr (Becker, Caperna,
Del Sorbo, Norlén, Papadimitriou, Saisana 2022, "COINr: An R package for developing composite indicators", Journal of Open Source
Software 7(78), 4567); where COINr and we differ, the function says so.

Robustness of ranks uses hierarchy, building, three normalisations, influence, removing, Copeland. The rest (imputing, treating,
balancing, the other normalisations) is reached by no command: it completes the cases of COINr that the project is held to.
"""
