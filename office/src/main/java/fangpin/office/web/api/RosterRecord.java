package fangpin.office.web.api;

import fangpin.office.register.ImportProgress;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterField;
import fangpin.office.register.RosterImport;
import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * 名单导入: a roster, how far it is, and what its rows would do.
 *
 * @param missing fields without which no row can be read, and for which the file has no column
 * @param counts of rows, once they are checked
 * @param progress while a check runs
 * @param ended how a check ended that did not succeed; null for none such since the start of the office
 */
record RosterRecord(
        long id,
        String place,
        StatusKind status,
        String clause,
        LocalDate trueFrom,
        RosterImport.Stage stage,
        int version,
        List<RosterField> missing,
        Counts counts,
        @Nullable Progress progress,
        @Nullable End ended) {
    /**
     * 差异汇总: how many rows would do what.
     *
     * @param gone persons of the register with this status in this division whom the file does not name
     */
    record Counts(int read, int added, int changed, int moved, int same, int rejected, int gone) {
        static Counts of(RosterImport.Counts counts) {
            return new Counts(
                    counts.read(),
                    counts.added(),
                    counts.changed(),
                    counts.moved(),
                    counts.same(),
                    counts.rejected(),
                    counts.gone());
        }
    }

    /** 检查进度 */
    record Progress(long rows, long bytesOfFile, boolean running) {
        static Progress of(ImportProgress progress) {
            return new Progress(progress.rows(), progress.bytesOfFile(), progress.running());
        }
    }

    /** 检查何以未成 */
    enum End {
        COLUMNS_MISSING,
        FILE_REFUSED,
        CANCELLED,
        TOO_MANY_ROWS,
        TOO_SLOW,
        BROKEN,
        REFUSED
    }

    static RosterRecord of(RosterImport roster, Optional<ImportProgress> progress, Optional<RosterChecked> end) {
        return new RosterRecord(
                roster.id(),
                roster.path(),
                roster.statusKind(),
                roster.clause(),
                roster.trueFrom(),
                roster.stage(),
                roster.version(),
                roster.mapping().missing(),
                Counts.of(roster.counts()),
                progress.map(Progress::of).orElse(null),
                end.map(RosterRecord::end).orElse(null));
    }

    private static @Nullable End end(RosterChecked checked) {
        return switch (checked) {
            case RosterChecked.Done done -> null;
            case RosterChecked.ColumnsMissing missing -> End.COLUMNS_MISSING;
            case RosterChecked.FileRefused refused -> End.FILE_REFUSED;
            case RosterChecked.Cancelled cancelled -> End.CANCELLED;
            case RosterChecked.TooManyRows many -> End.TOO_MANY_ROWS;
            case RosterChecked.TooSlow slow -> End.TOO_SLOW;
            case RosterChecked.Broken broken -> End.BROKEN;
            case RosterChecked.Refused refused -> End.REFUSED;
        };
    }
}
