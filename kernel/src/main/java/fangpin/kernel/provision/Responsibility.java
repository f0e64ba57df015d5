package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * 职责 Who does what.
 *
 * @param name what is to be done
 * @param role word of the one who does it; the same for the same office throughout a pack
 * @param party who that is, as the document names it
 */
public record Responsibility(String id, Text name, ClauseId clause, String role, Text party) implements Provision {}
