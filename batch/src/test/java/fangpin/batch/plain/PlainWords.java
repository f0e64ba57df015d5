package fangpin.batch.plain;

import java.util.List;
import java.util.TreeMap;

/** The words of category, kind and cause in Chinese and English; they match exactly. */
final class PlainWords {
    static final String POLICY_BENEFICIARY = "policy-beneficiary";
    static final String INSTANT_HELP = "instant-help";
    static final String DEATH = "death";
    static final String DISABILITY = "disability";
    static final String MEDICAL = "medical";

    static final List<String> KINDS = List.of(DEATH, DISABILITY, MEDICAL);

    /** SD §4.2: accidents for which the disaster insurance pays first. */
    static final List<String> LISTED_CAUSES =
            List.of("natural-disaster", "drowning", "home-gas-poisoning", "explosion", "fire", "electric-shock");

    private static final TreeMap<String, String> CHINESE_TO_ENGLISH = new TreeMap<>();

    static {
        CHINESE_TO_ENGLISH.put("脱贫享受政策", POLICY_BENEFICIARY);
        CHINESE_TO_ENGLISH.put("即时帮扶", INSTANT_HELP);
        CHINESE_TO_ENGLISH.put("身故", DEATH);
        CHINESE_TO_ENGLISH.put("伤残", DISABILITY);
        CHINESE_TO_ENGLISH.put("医疗", MEDICAL);
        CHINESE_TO_ENGLISH.put("自然灾害", "natural-disaster");
        CHINESE_TO_ENGLISH.put("溺水", "drowning");
        CHINESE_TO_ENGLISH.put("居家煤气中毒", "home-gas-poisoning");
        CHINESE_TO_ENGLISH.put("爆炸", "explosion");
        CHINESE_TO_ENGLISH.put("火灾", "fire");
        CHINESE_TO_ENGLISH.put("触电", "electric-shock");
    }

    private PlainWords() {}

    /** The English word; a word that is not in the table stands for itself. */
    static String english(String word) {
        return CHINESE_TO_ENGLISH.getOrDefault(word, word);
    }

    /** The Chinese word; a word that is not in the table stands for itself. */
    static String chinese(String word) {
        for (var entry : CHINESE_TO_ENGLISH.entrySet()) {
            if (entry.getValue().equals(word)) {
                return entry.getKey();
            }
        }
        return word;
    }
}
