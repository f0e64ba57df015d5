package fangpin.packs.floors;

import fangpin.kernel.Text;
import fangpin.kernel.floor.Judgement;
import fangpin.kernel.floor.Verdict;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Reading;
import java.util.List;

/**
 * 底线对照结果 One floor of a pack held against one pack below it. It never fails a pack; it is told.
 *
 * @param superior id of the pack that sets the floor
 * @param superiorDocument where the floor stands
 * @param pack id of the pack below
 * @param packDocuments where its answers stand; its first document if it answers nothing
 * @param verdict as both packs are read, or that it depends on a reading
 * @param judgement as both packs are read: values, clauses, the arithmetic of a waiver
 * @param choices readings that bear on it, each choice with its own judgement, the one taken among them
 * @param examples worked cases among the answers
 */
public record FloorFinding(
        String superior,
        Document superiorDocument,
        String pack,
        List<Document> packDocuments,
        Floor floor,
        Verdict verdict,
        Judgement judgement,
        List<ByChoice> choices,
        List<Example> examples) {
    public FloorFinding {
        packDocuments = List.copyOf(packDocuments);
        choices = List.copyOf(choices);
        examples = List.copyOf(examples);
    }

    /**
     * What one choice of a reading comes to, all other readings left as they are.
     *
     * @param pack whose reading it is
     * @param taken true for the choice that the pack makes
     */
    public record ByChoice(String pack, Reading reading, Reading.Choice choice, boolean taken, Judgement judgement) {}

    /** A worked case that answers, by its id and what it shows. */
    public record Example(String caseId, Text name) {}

    /** The finding in words, the first line being what is found: verdict, both documents and clauses, both values, and why. */
    public List<String> words(Text.Language language) {
        return new FindingWords(this, language).lines();
    }
}
