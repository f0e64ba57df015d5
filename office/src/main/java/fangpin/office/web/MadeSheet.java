package fangpin.office.web;

import fangpin.office.access.Right;
import java.util.Map;
import java.util.function.BiFunction;

/** 列表之导出: a list as a table, made by a function. */
public record MadeSheet(String id, Right needs, Place place, BiFunction<Desk, Map<String, String>, Sheet> made)
        implements ListSheet {
    @Override
    public Sheet sheet(Desk desk, Map<String, String> choices) {
        return made.apply(desk, choices);
    }
}
