package fangpin.office.appropriation;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;
import fangpin.kernel.allocation.FundItem;
import fangpin.kernel.allocation.PremiumFunding;
import fangpin.kernel.allocation.PremiumPayer;
import fangpin.kernel.policy.OpenTerm;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Programme;
import fangpin.kernel.provision.FundPurposes;
import fangpin.kernel.provision.Gate;
import fangpin.kernel.provision.NegativeList;
import fangpin.kernel.provision.Provision;
import fangpin.kernel.provision.Statement;
import fangpin.kernel.provision.TimeLimit;
import fangpin.office.access.Actor;
import fangpin.office.policy.Adoptions;
import fangpin.office.policy.PolicyLibrary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Service;

/** 资金规则: what a pack says of special funds: what money is for, what it never pays for, what must be there first, and by when. */
@Service
public final class FundRules {
    /** 未入库不安排资金 (WH6 §3.2) */
    public static final String POOL_BEFORE_MONEY = "pool-before-money";
    /** 无绩效目标不入库 (WH6 §3.2) */
    public static final String POOL_ENTRY = "pool-entry";
    /** 统筹用于扶贫发展的结余 (WH6 §2.2 end) */
    public static final String POOLED_ITEM = "pooled-development";

    private static final Text UNSPECIFIED = new Text("未指定用途", "no purpose named");
    private static final Text POOLED = new Text("统筹用于扶贫发展", "pooled for poverty-alleviation development");

    private final Adoptions adoptions;
    private final PolicyLibrary library;

    FundRules(Adoptions adoptions, PolicyLibrary library) {
        this.adoptions = adoptions;
        this.library = library;
    }

    /** The rules of a pack: as they are in use, else as the pack came. */
    public Optional<PolicyPack> pack(Actor actor, String id) {
        return adoptions.inUse(actor, id).map(used -> used.rules().pack()).or(() -> library.pack(id));
    }

    /** The packs whose place holds a division, or lies in it: those that a document of it may be under. */
    public List<PolicyPack> packsFor(Actor actor) {
        return library.packs().stream()
                .filter(pack -> {
                    String place = fangpin.office.access.Scope.ofCode(pack.jurisdiction())
                            .path();
                    return actor.scope().path().startsWith(place)
                            || place.startsWith(actor.scope().path());
                })
                .filter(pack -> !items(pack).isEmpty())
                .toList();
    }

    /**
     * 资金用途 of a pack, by id, in the order of its documents: the items of its schemes and what its sources are said to be for; where it has
     * neither, the lines of its statements of money.
     */
    public static Map<String, Text> items(PolicyPack pack) {
        Map<String, Text> items = new LinkedHashMap<>();
        pack.funds().schemes().forEach(scheme -> scheme.items().forEach(item -> items.put(item.id(), item.name())));
        of(pack, FundPurposes.class)
                .forEach(source -> source.purposes().forEach(one -> items.putIfAbsent(one.id(), one.name())));
        if (items.isEmpty()) {
            of(pack, Statement.class)
                    .forEach(statement -> statement.rows().stream()
                            .filter(row -> row.sumOf().isEmpty())
                            .forEach(row -> items.putIfAbsent(row.id(), row.name())));
        }
        return items;
    }

    /** What an item is called; its id where the pack does not know it. */
    public Text itemName(String pack, String item) {
        return switch (item) {
            case "" -> UNSPECIFIED;
            case POOLED_ITEM -> POOLED;
            case String other ->
                library.pack(pack)
                        .map(found -> items(found).get(other))
                        .or(() -> programmeName(pack, other))
                        .orElse(new Text(other, other));
        };
    }

    private Optional<Text> programmeName(String pack, String id) {
        return library.pack(pack).stream()
                .flatMap(found -> found.programmes().stream())
                .filter(programme -> programme.id().equals(id))
                .map(programme -> programme.name())
                .findFirst();
    }

    /** What a programme of payments is called: one of the pack's, or an item paid out as it is. */
    public Text programmeOrItem(String pack, String programme) {
        return programmeName(pack, programme).orElseGet(() -> itemName(pack, programme));
    }

    /** 提醒: why a level's money and an item do not go together. It only warns. */
    public enum Unfit {
        /** 政策所列这一层级资金的用途里没有 */
        NOT_LISTED,
        /** 中央资金付医疗类保费（财农〔2017〕8号：教育、卫生、医疗、社保原则上不再从专项资金支出，雨露计划除外） */
        CENTRAL_PREMIUM;

        /** The key of its words. */
        public String key() {
            return "appropriation.unfit."
                    + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    /** What speaks against paying an item out of a level's money; empty where nothing does. */
    public static Optional<Unfit> unfit(PolicyPack pack, FundOrigin origin, String item) {
        if (origin == FundOrigin.CENTRAL && paysPremiums(pack, item)) {
            return Optional.of(Unfit.CENTRAL_PREMIUM);
        }
        return fits(pack, origin, item) ? Optional.empty() : Optional.of(Unfit.NOT_LISTED);
    }

    /**
     * Whether a level's money is said to be for an item: by a scheme that gives the item out of that level, or by name: false only where the
     * pack lists what that level's money is for and the item is not among it.
     */
    private static boolean fits(PolicyPack pack, FundOrigin origin, String item) {
        Text name = items(pack).get(item);
        List<FundPurposes> listed = of(pack, FundPurposes.class)
                .filter(purposes -> purposes.source() instanceof fangpin.kernel.provision.Tie.Cells cells
                        && cells.row().equals(origin.word()))
                .toList();
        boolean given = pack.funds().schemes().stream()
                .flatMap(scheme -> scheme.item(item).stream())
                .anyMatch(one -> FundOrigin.of(one.source().level()) == origin);
        return name == null
                || given
                || listed.isEmpty()
                || listed.stream()
                        .flatMap(purposes -> purposes.purposes().stream())
                        .anyMatch(one ->
                                plain(name.zh()).startsWith(plain(one.name().zh()))
                                        || plain(one.name().zh()).startsWith(plain(name.zh())));
    }

    private static String plain(String name) {
        return name.replaceAll("[“”（）补助建设]", "");
    }

    private static <P extends Provision> Stream<P> of(PolicyPack pack, Class<P> kind) {
        PolicyPack.Superior superior = pack.superior();
        return Stream.concat(
                        pack.provisions().stream(),
                        superior == null ? Stream.<Provision>empty() : superior.provisions().stream())
                .filter(kind::isInstance)
                .map(kind::cast);
    }

    /** 负面清单: what the lists of a pack say of an expense; a word that several lists have is told once. */
    public static Judged judge(PolicyPack pack, String category, String purpose) {
        List<Suspicion> suspicions = new java.util.ArrayList<>();
        for (NegativeList list : of(pack, NegativeList.class).toList()) {
            switch (list.judge(category, purpose)) {
                case NegativeList.Refused(NegativeList.Item item) -> {
                    return new Judged.Never(item.name(), item.clause());
                }
                case NegativeList.Suspect(List<NegativeList.Match> matches) ->
                    matches.stream()
                            .filter(match -> suspicions.stream()
                                    .noneMatch(known -> known.word().equals(match.word())))
                            .map(match -> new Suspicion(
                                    list.id(),
                                    match.word(),
                                    match.item().name(),
                                    match.item().clause()))
                            .toList()
                            .forEach(suspicions::add);
                case NegativeList.NotListed _ -> {}
            }
        }
        return suspicions.isEmpty() ? new Judged.Fine() : new Judged.Suspect(suspicions);
    }

    /** 近似词: a word of a purpose that a list has. */
    public record Suspicion(String list, String word, Text item, ClauseId clause) {}

    /** What the negative lists say. */
    public sealed interface Judged {
        /** 不在清单 */
        record Fine() implements Judged {}

        /** 清单禁止 */
        record Never(Text item, ClauseId clause) implements Judged {}

        /** 有近似词 */
        record Suspect(List<Suspicion> words) implements Judged {
            public Suspect {
                words = List.copyOf(words);
            }
        }
    }

    /**
     * 项目资金: whether an item's money waits for projects. It does not where the pack has a programme of payments for the item, where premiums
     * are paid out of it, or where it goes with an item of that kind; of money without a purpose nothing says that it does not.
     */
    public static boolean forProjects(PolicyPack pack, String item) {
        Optional<FundItem> found = pack.funds().schemes().stream()
                .flatMap(scheme -> scheme.item(item).stream())
                .findFirst();
        if (found.isPresent() && found.get().method() instanceof FundItem.Matching matching) {
            return forProjects(pack, matching.item());
        }
        Optional<ClauseId> clause = found.map(FundItem::clause);
        return programmes(pack)
                        .noneMatch(one -> one.id().equals(item)
                                || clause.filter(one.clauses()::contains).isPresent())
                && !paysPremiums(pack, item);
    }

    /** A programme of payments by its id and the clauses it rests on. */
    private record Rests(String id, List<ClauseId> clauses) {}

    /** The pack's programmes, also those that cannot be worked out before the district says its rate. */
    private static Stream<Rests> programmes(PolicyPack pack) {
        return Stream.concat(
                pack.programmes().stream()
                        .map(one -> new Rests(
                                one.id(),
                                Stream.concat(
                                                Stream.of(one.clause()),
                                                one.eligible().stream().map(Programme.Group::clause))
                                        .toList())),
                pack.withheld().stream()
                        .map(one -> new Rests(
                                one.id(),
                                one.terms().stream().map(OpenTerm::clause).toList())));
    }

    /** By its item as the premium's funding names it, or by its name: WHT's insurance is WH6's, whosever money it is. */
    private static boolean paysPremiums(PolicyPack pack, String item) {
        PremiumFunding premium = pack.funds().premium();
        Text name = items(pack).getOrDefault(item, UNSPECIFIED);
        return premium != null
                && premium.payers().stream()
                        .map(PremiumPayer::money)
                        .anyMatch(money -> money instanceof PremiumPayer.Allocated(var scheme, FundItem paid)
                                && (paid.id().equals(item) || paid.name().zh().startsWith(name.zh())));
    }

    /** The categories that a pack's lists refuse, for a form's choices. */
    public static Map<String, Text> categories(PolicyPack pack) {
        Map<String, Text> categories = new LinkedHashMap<>();
        of(pack, NegativeList.class)
                .forEach(list -> list.items().forEach(item -> categories.putIfAbsent(item.category(), item.name())));
        return categories;
    }

    /** A gate of the pack. */
    public static Optional<Gate> gate(PolicyPack pack, String id) {
        return of(pack, Gate.class).filter(gate -> gate.id().equals(id)).findFirst();
    }

    /** 时限 of a pack. */
    public static List<TimeLimit> limits(PolicyPack pack) {
        return of(pack, TimeLimit.class).toList();
    }

    /** 报表 of a pack. */
    public static List<Statement> statements(PolicyPack pack) {
        return of(pack, Statement.class).toList();
    }
}
