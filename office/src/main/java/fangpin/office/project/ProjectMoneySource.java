package fangpin.office.project;

import fangpin.office.access.Actor;
import java.util.List;

/** 项目资金来处: a room that gives money to projects says what each was given; this room knows nothing of money. */
public interface ProjectMoneySource {
    /** What the actor may see of a project's money, the oldest first. */
    List<MoneyLine> of(Actor actor, long project);
}
