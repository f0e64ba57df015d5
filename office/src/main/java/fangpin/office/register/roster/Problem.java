package fangpin.office.register.roster;

import fangpin.office.register.RosterFault;
import java.util.Arrays;
import java.util.List;

/**
 * 行内错误: what is wrong with a row, and where.
 *
 * @param column from 0; -1 for the row as a whole
 * @param arguments for the places of its words; never anything that is kept sealed
 */
record Problem(RosterFault fault, int column, List<String> arguments) {

    static Problem of(RosterFault fault, int column, Object... arguments) {
        return new Problem(
                fault, column, Arrays.stream(arguments).map(String::valueOf).toList());
    }

    /** As the database keeps it: the fault, then its arguments. */
    String written() {
        StringBuilder text = new StringBuilder(fault.id());
        arguments.forEach(argument -> text.append('\t').append(argument.replaceAll("[\\t\\n\\r\\x00]", " ")));
        return text.toString();
    }
}
