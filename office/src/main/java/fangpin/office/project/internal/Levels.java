package fangpin.office.project.internal;

import fangpin.office.access.Actor;
import fangpin.office.register.Division;
import fangpin.office.register.Divisions;
import org.springframework.stereotype.Component;

/** Which level somebody works at, and a project is of. Within a scoped transaction. */
@Component
public final class Levels {
    private final Divisions divisions;

    Levels(Divisions divisions) {
        this.divisions = divisions;
    }

    /** A level of the way of a project. */
    public enum Level {
        /** 村 */
        VILLAGE,
        /** 镇街 */
        TOWN,
        /** 县级：区县、功能区、没有代码的单位 */
        COUNTY,
        /** 市、省：只看不办 */
        ABOVE
    }

    /** The level of a place; empty places are above all. */
    public Level of(String path) {
        return divisions.find(path).map(Division::kind).map(Levels::level).orElse(Level.ABOVE);
    }

    /** The level that somebody works at. */
    public Level of(Actor actor) {
        return of(actor.scope().path());
    }

    private static Level level(Division.Kind kind) {
        return switch (kind) {
            case VILLAGE -> Level.VILLAGE;
            case TOWN -> Level.TOWN;
            case COUNTY, ZONE, UNIT -> Level.COUNTY;
            case PROVINCE, CITY -> Level.ABOVE;
        };
    }
}
