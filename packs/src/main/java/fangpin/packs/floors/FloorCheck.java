package fangpin.packs.floors;

import fangpin.kernel.ClauseId;
import fangpin.kernel.floor.Judgement;
import fangpin.kernel.floor.Verdict;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.PolicyPack;
import fangpin.kernel.policy.Reading;
import fangpin.packs.LoadResult;
import fangpin.packs.PackFiles;
import fangpin.packs.cases.CaseFile;
import fangpin.packs.cases.PackCase;
import fangpin.packs.cases.Variants;
import fangpin.packs.floors.FloorFinding.ByChoice;
import fangpin.packs.load.PackLoader;
import fangpin.packs.load.Packs;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** 底线对照 Holds a pack against the floors of every pack above it, and every pack below against the floors of one. */
public final class FloorCheck {
    private final Variants superior;
    private final Variants pack;
    private final Answerer answerer;
    private final List<Side> otherwise = new ArrayList<>();

    /** Both packs under one set of readings: as they are, or with one reading taken otherwise. */
    private record Side(String pack, Reading reading, Reading.Choice choice, Answerer.Panel panel) {}

    private FloorCheck(Variants superior, Variants pack, List<PackCase> cases) {
        this.superior = superior;
        this.pack = pack;
        this.answerer = new Answerer(pack, cases);
    }

    /** A pack against the floors above it, nearest level first. */
    public static List<FloorFinding> above(Variants pack, List<PackCase> cases) {
        List<FloorFinding> findings = new ArrayList<>();
        for (LoadResult.Loaded superior : ancestors(pack.base())) {
            findings.addAll(new FloorCheck(new Variants(superior), pack, cases).findings());
        }
        return List.copyOf(findings);
    }

    /** Every pack of the same collection that stands below this one, against its floors. */
    public static List<FloorFinding> below(Variants superior) {
        PolicyPack own = superior.base().pack();
        if (own.standards().floors().isEmpty()) {
            return List.of();
        }
        List<FloorFinding> findings = new ArrayList<>();
        for (PackFiles beside : Packs.beside(superior.base().files())) {
            if (PackLoader.load(beside, Map.of(), null) instanceof LoadResult.Loaded lower
                    && ancestors(lower).stream().anyMatch(one -> one.pack().id().equals(own.id()))) {
                Variants pack = new Variants(lower);
                List<PackCase> cases = CaseFile.read(pack).cases();
                findings.addAll(new FloorCheck(superior, pack, cases).findings());
            }
        }
        return List.copyOf(findings);
    }

    /** The packs above one, nearest first. The loader has refused those that stand above themselves. */
    private static List<LoadResult.Loaded> ancestors(LoadResult.Loaded pack) {
        List<LoadResult.Loaded> ancestors = new ArrayList<>();
        LoadResult.Loaded at = pack;
        PolicyPack.Superior superior = at.pack().superior();
        while (superior != null
                && PackLoader.load(at.files().sibling(superior.id()), Map.of(), null)
                        instanceof LoadResult.Loaded above) {
            ancestors.add(above);
            at = above;
            superior = at.pack().superior();
        }
        return ancestors;
    }

    // ------------------------------------------------------------------------------------------------------- findings

    private List<FloorFinding> findings() {
        List<Floor> floors = superior.base().pack().standards().floors();
        if (floors.isEmpty()) {
            return List.of();
        }
        Answerer.Panel asTheyAre = answerer.panel(superior.base(), Map.of());
        for (Reading reading : superior.base().pack().readings()) {
            for (Reading.Choice choice : others(reading)) {
                if (superior.load(Map.of(reading.id(), choice.id()), null) instanceof LoadResult.Loaded read) {
                    add(superior, reading, choice, answerer.panel(read, Map.of()));
                }
            }
        }
        for (Reading reading : pack.base().pack().readings()) {
            for (Reading.Choice choice : others(reading)) {
                add(pack, reading, choice, answerer.panel(superior.base(), Map.of(reading.id(), choice.id())));
            }
        }
        return floors.stream().map(floor -> finding(floor, asTheyAre)).toList();
    }

    private void add(Variants whose, Reading reading, Reading.Choice choice, Answerer.Panel panel) {
        otherwise.add(new Side(whose.base().pack().id(), reading, choice, panel));
    }

    private static List<Reading.Choice> others(Reading reading) {
        return reading.choices().stream()
                .filter(choice -> !choice.id().equals(reading.chosen()))
                .toList();
    }

    private FloorFinding finding(Floor floor, Answerer.Panel asTheyAre) {
        Judgement judgement = asTheyAre.judge(floor.id()).orElseThrow();
        Set<Reading> named = named(floor, judgement);
        boolean depends = false;
        List<ByChoice> choices = new ArrayList<>();
        Set<Reading> begun = new HashSet<>();
        for (Side side : otherwise) {
            Judgement other = side.panel().judge(floor.id()).orElse(judgement);
            boolean tells = judgement.verdict().definite()
                    && other.verdict().definite()
                    && judgement.verdict() != other.verdict();
            depends |= tells;
            if (tells || named.contains(side.reading())) {
                if (begun.add(side.reading())) {
                    choices.add(new ByChoice(side.pack(), side.reading(), taken(side.reading()), true, judgement));
                }
                choices.add(new ByChoice(side.pack(), side.reading(), side.choice(), false, other));
            }
        }
        return new FloorFinding(
                superior.base().pack().id(),
                superiorDocument(floor),
                pack.base().pack().id(),
                packDocuments(judgement),
                floor,
                depends ? Verdict.DEPENDS_ON_READING : judgement.verdict(),
                judgement,
                told(choices),
                answerer.examples(judgement));
    }

    /** Readings say nothing where nothing can be told either way. */
    private static List<ByChoice> told(List<ByChoice> choices) {
        return choices.stream().anyMatch(choice -> choice.judgement().verdict() != Verdict.UNDEFINED)
                ? choices
                : List.of();
    }

    /** Readings that shaped the floor, or that the pack names beside its answers. */
    private Set<Reading> named(Floor floor, Judgement judgement) {
        Set<Reading> named = new LinkedHashSet<>();
        superior.base().pack().readings().stream()
                .filter(reading -> floor.readings().contains(reading.id()))
                .forEach(named::add);
        pack.base().pack().readings().stream()
                .filter(reading -> judgement.answers().stream()
                        .anyMatch(one -> one.answer().published().readings().contains(reading.id())))
                .forEach(named::add);
        return named;
    }

    private static Reading.Choice taken(Reading reading) {
        return reading.choices().stream()
                .filter(choice -> choice.id().equals(reading.chosen()))
                .findFirst()
                .orElseThrow();
    }

    /** A level may also pass on what the level above it asks. */
    private Document superiorDocument(Floor floor) {
        PolicyPack own = superior.base().pack();
        PolicyPack.Superior above = own.superior();
        return Stream.concat(
                        own.documents().stream(), above == null ? Stream.<Document>empty() : above.documents().stream())
                .filter(document ->
                        document.id().equals(floor.clauses().getFirst().document()))
                .findFirst()
                .orElseThrow();
    }

    private List<Document> packDocuments(Judgement judgement) {
        List<String> cited = judgement.answers().stream()
                .flatMap(one -> one.answer().clauses().stream())
                .map(ClauseId::document)
                .toList();
        List<Document> answering = pack.base().pack().documents().stream()
                .filter(document -> cited.contains(document.id()))
                .toList();
        return answering.isEmpty()
                ? pack.base().pack().documents().stream().limit(1).toList()
                : answering;
    }
}
