package fangpin.packs;

import fangpin.kernel.ClauseId;

/** A figure that a rule under this clause uses. */
public record UsedFigure(ClauseId clause, Figure figure) {}
