package fangpin.office.web.people;

import fangpin.office.register.Determination;
import fangpin.office.web.Query;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 事项列表页.
 *
 * @param openOnly what is closed is left out
 * @param next the case the next page begins before; null on the last
 */
public record CaseList(
        Query query,
        boolean openOnly,
        List<Determination> cases,
        @Nullable Long next) {}
