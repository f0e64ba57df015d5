package fangpin.demonstration;

import fangpin.office.access.Actor;
import fangpin.office.access.Answer;
import fangpin.office.register.RosterChecked;
import fangpin.office.register.RosterImport;
import fangpin.office.register.RosterImports;
import fangpin.office.register.RosterLine;
import fangpin.office.register.RosterReceipt;
import fangpin.office.register.StatusKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;

/** 名单经办: brings rosters in as a county's two clerks do: one receives and checks a file, the other accepts it. */
final class RosterDesk {
    private final RosterImports imports;
    private final Actor maker;
    private final Actor checker;

    RosterDesk(RosterImports imports, Actor maker, Actor checker) {
        this.imports = imports;
        this.maker = maker;
        this.checker = checker;
    }

    /**
     * Brings a file in and deletes it; every row has to be good. Answers how many.
     *
     * @param path the division whose roster it is
     * @param from from which day its persons have the status
     * @param endGone whether those of the division whom the file does not name lose it on that day
     */
    int bring(RosterFile file, String path, StatusKind kind, LocalDate from, boolean endGone) throws IOException {
        file.close();
        RosterImport received = received(file, new RosterImports.Upload("名单.csv", path, kind, kind.clause(), from));
        if (!(imports.check(maker, received.id(), received.mapping(), Calendar.TODAY)
                instanceof RosterChecked.Done(RosterImport checked))) {
            throw new IllegalStateException("a roster was not checked");
        }
        if (checked.counts().good() < file.rows()) {
            throw new IllegalStateException("rows were rejected: " + faults(checked));
        }
        if (!(imports.accept(checker, checked.id(), checked.version(), endGone) instanceof Answer.Done)) {
            throw new IllegalStateException("a roster was not accepted");
        }
        Files.delete(file.path());
        return file.rows();
    }

    private List<String> faults(RosterImport roster) {
        return imports.lines(maker, roster.id(), RosterLine.Kind.REJECTED, 0, 5).stream()
                .map(line -> line.fault() + " " + line.faultArguments())
                .toList();
    }

    private RosterImport received(RosterFile file, RosterImports.Upload upload) throws IOException {
        try (InputStream bytes = Files.newInputStream(file.path())) {
            return switch (imports.receive(maker, upload, bytes, Calendar.TODAY)) {
                case RosterReceipt.Taken taken -> taken.roster();
                case RosterReceipt refused -> throw new IllegalStateException(refused.toString());
            };
        }
    }
}
