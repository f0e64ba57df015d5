package fangpin.office.web;

import fangpin.office.register.StatusKind;
import java.util.List;

/** 今日页. */
public record Home(List<Work> waiting, List<Figure> figures, Bars kinds, Bars places) {
    /** A headcount with this month's changes, and where its rows are. */
    public record Figure(StatusKind kind, long persons, long joined, long gone, String address) {}
}
