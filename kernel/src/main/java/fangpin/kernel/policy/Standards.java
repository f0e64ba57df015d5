package fangpin.kernel.policy;

import java.util.List;

/**
 * 标准 How a pack stands between levels: what it asks of the packs below, and what it publishes of its own.
 *
 * @param floors in the pack's order
 * @param published in the pack's order
 */
public record Standards(List<Floor> floors, List<Published> published) {
    public static final Standards NONE = new Standards(List.of(), List.of());

    public Standards {
        floors = List.copyOf(floors);
        published = List.copyOf(published);
    }
}
