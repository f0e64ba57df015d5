package fangpin.office.appropriation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.policy.Clause;
import fangpin.kernel.policy.PolicyPack;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * 不足与结余 (WH6 §2.2 end): the sentence by which a shortfall of some purposes is met by the district and their surplus is pooled. What it
 * names is looked for in the clause itself.
 */
public final class SurplusSentence {
    /** The clause. */
    public static final String CLAUSE = "WH6 §2.2 end";

    private SurplusSentence() {}

    /** Whether the sentence names an item of the pack. */
    public static boolean names(PolicyPack pack, String item) {
        String name = plain(FundRules.items(pack).getOrDefault(item, new Text("", "")));
        return !name.isEmpty()
                && words(pack).filter(words -> words.contains(name)).isPresent();
    }

    /**
     * 统筹: whether what is left on a line may be pooled: where the sentence names its item, given to a programme or not, and where it is left
     * of a project (“对于扶贫项目形成的结余资金,要及时清理盘活,统筹用于扶贫发展”).
     */
    public static boolean pools(PolicyPack pack, BudgetLine line) {
        return names(pack, line.item())
                || (line.projectId() != null && words(pack).isPresent());
    }

    private static Optional<String> words(PolicyPack pack) {
        return pack.documents().stream().anyMatch(document -> document.id().equals("WH6"))
                ? pack.clause(new ClauseId(CLAUSE))
                        .map(Clause::paragraphs)
                        .map(words -> words.stream().collect(Collectors.joining()))
                        .map(words -> words.replaceAll("[“”]", ""))
                : Optional.empty();
    }

    /** The name without quotation marks and without whose money it is: 扶贫特惠保险（省级） and （市级） are one purpose. */
    private static String plain(Text name) {
        return name.zh().replaceAll("（.*）|[“”]", "");
    }

    /**
     * 用途: what the sentence names, with the items of the pack that are for it.
     *
     * @param id of its first item, by which needs are kept
     */
    public record Purpose(String id, Text name, List<String> items) {
        public Purpose {
            items = List.copyOf(items);
        }
    }

    /** The purposes that it names, in the pack's order. */
    public static List<Purpose> purposes(PolicyPack pack) {
        Map<String, Purpose> purposes = new LinkedHashMap<>();
        FundRules.items(pack).forEach((item, name) -> {
            if (names(pack, item)) {
                purposes.merge(
                        plain(name),
                        new Purpose(item, bare(name), List.of(item)),
                        (one, more) -> new Purpose(one.id(), one.name(), both(one.items(), more.items())));
            }
        });
        return List.copyOf(purposes.values());
    }

    private static Text bare(Text name) {
        return new Text(plain(name), name.en().replaceAll(" [(].*[)]", ""));
    }

    private static List<String> both(List<String> one, List<String> other) {
        List<String> all = new ArrayList<>(one);
        all.addAll(other);
        return all;
    }
}
