package fangpin.office.project;

import java.time.LocalDate;
import java.util.List;

/**
 * 项目的钱: a line that another room shows on a project's page.
 *
 * @param words key of what happened, with its arguments
 * @param address where it is shown in full; empty when there is no such page
 * @param clause by which; empty when none is named
 */
public record MoneyLine(
        LocalDate day, String words, List<Object> arguments, long amountFen, String address, String clause) {
    public MoneyLine {
        arguments = List.copyOf(arguments);
    }
}
