package fangpin.kernel.settlement;

import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * 凭据 What a result was computed with; with the case and its figures before, the result can be computed again.
 *
 * @param inputHash SHA-256 over product, case and figures before, lower-case hex
 * @param readings choice by reading id
 */
public record Receipt(
        String engineVersion,
        String packId,
        String packHash,
        @Nullable String superiorPackHash,
        String inputHash,
        SortedMap<String, String> readings) {}
