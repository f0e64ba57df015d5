package fangpin.packs.floors;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text.Language;
import fangpin.kernel.floor.FloorAnswer;
import fangpin.kernel.floor.FloorAnswer.Content;
import fangpin.kernel.floor.Judgement;
import fangpin.kernel.floor.Judgement.Judged;
import fangpin.kernel.floor.Judgement.Shift;
import fangpin.kernel.floor.Verdict;
import fangpin.kernel.money.Fraction;
import fangpin.kernel.policy.Document;
import fangpin.kernel.policy.Floor;
import fangpin.kernel.policy.Published.Source;
import fangpin.packs.floors.FloorFinding.ByChoice;
import fangpin.packs.words.Wording;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One finding in words: what is found, what is asked and where, what is given and where, and why. */
final class FindingWords {
    private static final String NO_NUMBER = "-";

    private final FloorFinding finding;
    private final FloorWords words;
    private final Wording wording;
    private final List<String> lines = new ArrayList<>();

    FindingWords(FloorFinding finding, Language language) {
        this.finding = finding;
        this.words = new FloorWords(language);
        this.wording = words.wording();
    }

    List<String> lines() {
        Floor floor = finding.floor();
        lines.add(wording.text("finding", words.verdict(finding.verdict()), words.quantity(floor.quantity())));
        lines.add(says(document(finding.superiorDocument()), floor.clauses(), words.asked(floor)));
        finding.judgement().answers().forEach(this::answer);
        if (finding.judgement().answers().isEmpty()) {
            lines.add(wording.text("says-nothing", packDocument(), finding.pack()));
        }
        waiver(floor, finding.judgement());
        finding.choices().forEach(this::choice);
        return lines.stream().distinct().toList();
    }

    private void answer(Judged judged) {
        FloorAnswer answer = judged.answer();
        String line = says(document(answer), answer.clauses(), words.given(answer) + from(answer));
        lines.add(agreed() ? line : wording.text("judged", line, words.verdict(judged.verdict())));
        if (judged.verdict() == Verdict.NOT_COMPARABLE) {
            lines.add(wording.text(
                    answer.content() instanceof Content.Groups ? "why.other-names" : "why.counted-otherwise"));
        }
        missed(judged).ifPresent(missed -> lines.add(wording.text("why.missed", missed)));
    }

    /** True if every answer comes to the same verdict. */
    private boolean agreed() {
        return finding.judgement().answers().stream()
                        .map(Judged::verdict)
                        .distinct()
                        .count()
                <= 1;
    }

    /** Where some of several values do not meet the floor, which they are. */
    private Optional<String> missed(Judged judged) {
        return judged.answer().content() instanceof Content.Amounts amounts
                        && !judged.missed().isEmpty()
                        && judged.missed().size() < amounts.parts().size()
                ? Optional.of(words.parts(judged.answer().published(), judged.missed()))
                : Optional.empty();
    }

    /** The arithmetic or the example that a value comes from. */
    private String from(FloorAnswer answer) {
        return switch (answer.published().source()) {
            case Source.Quotient of -> wording.text("from", words.quotient(of));
            case Source.Example example ->
                wording.text(
                        "from",
                        finding.examples().stream()
                                .filter(one -> one.caseId().equals(example.caseId()))
                                .findFirst()
                                .map(one -> wording.text("example", one.caseId(), wording.text(one.name())))
                                .orElse(example.caseId()));
            case Source.PremiumOf _,
                    Source.StepOf _,
                    Source.InsuredBy _,
                    Source.PeriodOf _,
                    Source.CoverOf _,
                    Source.Stated _,
                    Source.GroupsStated _ -> "";
        };
    }

    private void waiver(Floor floor, Judgement judgement) {
        Floor.Waiver waiver = floor.waiver();
        Shift shift = judgement.shift();
        if (waiver != null && shift != null) {
            lines.add(wording.text(
                    shift.suffices() ? "waiver.suffices" : "waiver.falls-short",
                    waiver.clause(),
                    sum(shift.published(), shift.publishedSum()),
                    sum(shift.asked(), shift.askedSum())));
        }
    }

    private String sum(List<Fraction> parts, Fraction sum) {
        List<String> terms = parts.stream().map(words::money).toList();
        return wording.text("sum", String.join(" + ", terms), words.money(sum));
    }

    private void choice(ByChoice choice) {
        Judgement judgement = choice.judgement();
        List<String> missed = judgement.answers().stream()
                .flatMap(one -> missed(one).stream())
                .toList();
        lines.add(wording.text(
                choice.taken() ? "choice.taken" : "choice.other",
                choice.reading().id(),
                wording.text(choice.reading().question()),
                wording.text(choice.choice().meaning()),
                words.verdict(judgement.verdict())
                        + (missed.isEmpty() ? "" : wording.text("choice.missed", wording.list(missed)))));
    }

    // ------------------------------------------------------------------------------------------------------ documents

    private String document(FloorAnswer answer) {
        return finding.packDocuments().stream()
                .filter(document -> answer.clauses().stream()
                        .anyMatch(clause -> clause.document().equals(document.id())))
                .findFirst()
                .map(this::document)
                .orElseGet(this::packDocument);
    }

    private String packDocument() {
        return finding.packDocuments().stream().findFirst().map(this::document).orElse(finding.pack());
    }

    private String document(Document document) {
        return document.number().equals(NO_NUMBER) ? wording.text("title", document.title()) : document.number();
    }

    private String says(String document, List<ClauseId> clauses, String said) {
        String where = wording.list(clauses.stream().map(ClauseId::text).toList());
        return wording.text("says", (document + " " + where).strip(), said);
    }
}
