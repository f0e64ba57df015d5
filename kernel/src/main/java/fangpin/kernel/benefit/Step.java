package fangpin.kernel.benefit;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 步骤 One step of a program: what it is called, the clause it carries out, the readings that shaped it.
 *
 * @param when null if it always applies
 */
public record Step(
        String id,
        Text name,
        ClauseId clause,
        List<String> readings,
        @Nullable Guard when,
        Operation operation) {}
