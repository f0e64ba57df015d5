package fangpin.office.web.api;

import fangpin.office.fund.Yuan;
import fangpin.office.settlement.BillMessage;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * 账单: a bill as a hospital's system sends it, for a trial or to be settled.
 *
 * @param messageId the sender's number of the message; the same message again gives the bill it made
 * @param idNumber whole, of the person treated
 * @param amounts by the columns of the product, as files name them: total_cost, eligible_cost, basic_paid, ...
 * @param department 科室 that treated; may be missing
 * @param words what is no amount, by the same columns: the word of a code, a grade
 */
record BillSent(
        Long hospital,
        String messageId,
        String billNumber,
        String idNumber,
        LocalDate admittedOn,
        LocalDate dischargedOn,
        List<Amount> amounts,
        @Nullable List<Word> words,
        @Nullable String department) {
    /** 金额: yuan with at most two decimals, as text, so that nothing is rounded on the way. */
    record Amount(String column, String yuan) {}

    /** 词: a code as files write it, in English or Chinese, or a grade. */
    record Word(String column, String word) {}

    private List<Word> allWords() {
        return words == null ? List.of() : words;
    }

    /** Amounts not written like one, or columns named twice. */
    List<FieldFault> faults() {
        List<FieldFault> faults = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < amounts.size(); i++) {
            if (Yuan.fen(amounts.get(i).yuan()).isEmpty()) {
                faults.add(FieldFault.of("/amounts/" + i + "/yuan", FieldReason.WRONG));
            }
            if (!seen.add(amounts.get(i).column())) {
                faults.add(FieldFault.of("/amounts/" + i + "/column", FieldReason.TWICE));
            }
        }
        for (int i = 0; i < allWords().size(); i++) {
            if (!seen.add(allWords().get(i).column())) {
                faults.add(FieldFault.of("/words/" + i + "/column", FieldReason.TWICE));
            }
        }
        return faults;
    }

    BillMessage message() {
        Map<String, Long> fen = new HashMap<>();
        amounts.forEach(
                amount -> fen.put(amount.column(), Yuan.fen(amount.yuan()).orElseThrow()));
        return new BillMessage(
                messageId.strip(),
                billNumber.strip(),
                idNumber.strip().toUpperCase(Locale.ROOT),
                admittedOn,
                dischargedOn,
                fen,
                allWords().stream().collect(Collectors.toMap(Word::column, Word::word)),
                Objects.requireNonNullElse(department, ""));
    }

    /** Without the number of the person. */
    @Override
    public String toString() {
        return "message " + messageId;
    }
}
