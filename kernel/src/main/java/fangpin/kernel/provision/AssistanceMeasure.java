package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import java.util.List;

/**
 * 帮扶措施 Something that a household may have, by name. What it is worth, if a document says so, is a programme or a product.
 *
 * @param groups ids of the pack's groups that may have it
 */
public record AssistanceMeasure(String id, Text name, ClauseId clause, List<String> groups) implements Provision {}
