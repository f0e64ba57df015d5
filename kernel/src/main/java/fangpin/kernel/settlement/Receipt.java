package fangpin.kernel.settlement;

import fangpin.kernel.Engine;
import fangpin.kernel.policy.Calculation;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Reading;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * 凭据 What a result was computed with; with the case and its figures before, the result can be computed again.
 *
 * @param inputHash SHA-256 over product or programme, case and figures before, lower-case hex
 * @param readings choice by reading id
 */
public record Receipt(
        String engineVersion,
        String packId,
        String packHash,
        @Nullable String superiorPackHash,
        String inputHash,
        SortedMap<String, String> readings) {
    /** The receipt of what a pack computed just now. */
    static Receipt of(PolicyPack pack, Calculation calculation, String inputHash) {
        SortedMap<String, String> readings = new TreeMap<>();
        for (Reading reading : calculation.readings()) {
            readings.put(reading.id(), reading.chosen());
        }
        PolicyPack.Superior superior = pack.superior();
        return new Receipt(
                Engine.VERSION, pack.id(), pack.hash(), superior == null ? null : superior.hash(), inputHash, readings);
    }
}
