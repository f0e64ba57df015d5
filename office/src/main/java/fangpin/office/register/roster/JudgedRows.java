package fangpin.office.register.roster;

import fangpin.office.register.RosterImport;
import java.util.ArrayList;
import java.util.List;

/** 已判之行: judges batches of rows, counts what became of them, and seals and packs them for the database. One thread. */
final class JudgedRows {
    private static final int CHUNK_BYTES = 1 << 20;

    private final RowJudge judge;
    private final StagedRows staged;
    private final Belt<Bytes> chunks;
    private int added;
    private int changed;
    private int moved;
    private int same;
    private int rejected;

    JudgedRows(RowJudge judge, StagedRows staged, Belt<Bytes> chunks) {
        this.judge = judge;
        this.staged = staged;
        this.chunks = chunks;
    }

    RosterImport.Counts counts(int read) {
        return new RosterImport.Counts(read, added, changed, moved, same, rejected, 0);
    }

    void take(List<ReadRow> rows) {
        List<PersonRow> persons = new ArrayList<>(rows.size());
        List<Bytes> cells = new ArrayList<>(rows.size());
        for (ReadRow row : rows) {
            switch (row) {
                case ReadRow.Good good -> {
                    persons.add(good.row());
                    cells.add(good.cells());
                }
                case ReadRow.Bad bad -> {
                    rejected++;
                    staged.bad(bad.number(), bad.problem(), null, bad.cells());
                }
            }
        }
        if (!persons.isEmpty()) {
            List<RowJudge.Judged> judged = judge.judge(persons);
            for (int i = 0; i < judged.size(); i++) {
                take(judged.get(i), cells.get(i));
            }
        }
        if (staged.rows().length() >= CHUNK_BYTES) {
            flush();
        }
    }

    private void take(RowJudge.Judged judged, Bytes cells) {
        switch (judged) {
            case RowJudge.Judged.Good good -> {
                count(good.outcome());
                staged.good(good);
            }
            case RowJudge.Judged.Bad bad -> {
                rejected++;
                staged.bad(bad.row().number(), bad.problem(), bad.personId(), cells);
            }
        }
    }

    private void count(String outcome) {
        switch (outcome) {
            case "new" -> added++;
            case "changed" -> changed++;
            case "moved" -> moved++;
            default -> same++;
        }
    }

    /** Hands on what is left. */
    void flush() {
        chunks.put(Bytes.of(staged.rows().take()));
    }
}
