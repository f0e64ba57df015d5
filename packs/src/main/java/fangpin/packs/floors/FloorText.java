package fangpin.packs.floors;

import fangpin.kernel.Text.Language;
import fangpin.kernel.floor.Verdict;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Findings as lines of a report, pack by pack, each with a count of its verdicts. */
public final class FloorText {
    private FloorText() {}

    /** Which two packs findings are between. */
    private record Between(String pack, String superior) {}

    /** All lines, an empty one before each pair of packs; none if nothing was found. */
    public static List<String> lines(List<FloorFinding> findings, Language language) {
        Map<Between, List<FloorFinding>> byPair = new LinkedHashMap<>();
        for (FloorFinding finding : findings) {
            byPair.computeIfAbsent(new Between(finding.pack(), finding.superior()), pair -> new ArrayList<>())
                    .add(finding);
        }
        FloorWords words = new FloorWords(language);
        List<String> lines = new ArrayList<>();
        byPair.forEach((pair, own) -> {
            lines.add("");
            lines.add(words.wording().text("between", pair.pack(), pair.superior(), own.size(), counts(own, words)));
            for (FloorFinding finding : own) {
                List<String> told = finding.words(language);
                lines.add("  " + told.getFirst());
                told.stream().skip(1).forEach(line -> lines.add("    " + line));
            }
        });
        return lines;
    }

    private static String counts(List<FloorFinding> findings, FloorWords words) {
        List<String> counts = new ArrayList<>();
        for (Verdict verdict : Verdict.values()) {
            long count = findings.stream()
                    .filter(finding -> finding.verdict() == verdict)
                    .count();
            if (count > 0) {
                counts.add(words.wording().text("count", words.verdict(verdict), count));
            }
        }
        return words.wording().list(counts);
    }
}
