package fangpin.kernel.policy;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import org.jspecify.annotations.Nullable;

/**
 * 未定事项 What a document leaves to others. Until a named, dated fill closes it, whatever needs it is refused; it is never 0.
 *
 * @param fill what closed it, or null while it is open
 */
public record OpenTerm(
        String id, Text asks, ClauseId clause, @Nullable Fill fill) {
    /**
     * What closes an open term.
     *
     * @param name of the fill
     * @param origin document, date and who decided; or that it is a sample
     */
    public record Fill(String name, java.time.LocalDate dated, Text origin) {}
}
