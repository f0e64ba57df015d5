package fangpin.office.settlement;

import static fangpin.office.settlement.Ward.TODAY;
import static fangpin.office.settlement.Ward.done;

import com.sun.management.OperatingSystemMXBean;
import fangpin.office.RunningOffice;
import fangpin.office.access.ScopedWork;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * 批量结算测速: a hospital's bills as a file, received, settled, and sent once more: {@code ./fangpin bench upload [BILLS] [PERSONS]}. What
 * was settled is compared with the file verb, fen for fen.
 */
public final class UploadBench {
    private UploadBench() {}

    /** Makes the bills, enters their persons, measures. */
    public static void main(String[] arguments) throws Exception {
        int bills = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 100_000;
        int persons = arguments.length > 1 ? Integer.parseInt(arguments[1]) : bills / 5;
        RunningOffice office = RunningOffice.get();
        Ward ward = new Ward(office);
        Path folder = Files.createTempDirectory("fangpin-upload-bench");
        GeneratedBills generated = new GeneratedBills(folder, persons, bills, 7, "0.01");
        generated.enter(office, ward);
        System.out.println("fsync "
                + office.part(JdbcClient.class)
                        .sql("show fsync")
                        .query(String.class)
                        .single());
        Uploads uploads = office.part(Uploads.class);
        // the machine's first thousand are still being compiled
        warm(office, ward, folder.resolve("warm"));
        Upload upload = timed("received", bills, () -> received(uploads, ward, generated.bills, false));
        Upload settled = timed("settled", bills, () -> done(uploads.settle(ward.firstDesk, upload.id(), TODAY)));
        System.out.println("accepted " + settled.accepted() + ", the file verb " + generated.settled.size());
        Upload again = timed("received again", bills, () -> received(uploads, ward, generated.bills, false));
        Upload same = timed("settled again", bills, () -> done(uploads.settle(ward.firstDesk, again.id(), TODAY)));
        System.out.println("accepted " + same.accepted() + ", bills there "
                + office.part(ScopedWork.class)
                        .read(
                                ward.city,
                                () -> office.part(JdbcClient.class)
                                        .sql("select count(*) from settlement.bill")
                                        .query(Long.class)
                                        .single()));
        if (settled.accepted() != generated.settled.size() || same.accepted() != settled.accepted()) {
            throw new IllegalStateException("not what the file verb settles");
        }
        System.exit(0);
    }

    private static void warm(RunningOffice office, Ward ward, Path folder) throws Exception {
        Files.createDirectories(folder);
        GeneratedBills few = new GeneratedBills(folder, 400, 4000, 99, "0.01");
        few.enter(office, ward);
        Uploads uploads = office.part(Uploads.class);
        Upload upload = received(uploads, ward, few.bills, true);
        Upload _ = done(uploads.settle(ward.secondDesk, upload.id(), TODAY));
    }

    private static Upload received(Uploads uploads, Ward ward, Path file, boolean warm) throws java.io.IOException {
        return done(uploads.receive(
                warm ? ward.secondDesk : ward.firstDesk,
                new Uploads.Sent(
                        warm ? ward.second.id() : ward.first.id(),
                        "weihai-2020",
                        "supplementary-medical",
                        "bills.csv",
                        file),
                TODAY));
    }

    /** A step that is measured. */
    private interface Step {
        Upload run() throws java.io.IOException;
    }

    private static Upload timed(String what, int bills, Step step) throws java.io.IOException {
        OperatingSystemMXBean machine = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long begun = System.nanoTime();
        long processor = machine.getProcessCpuTime();
        Upload upload = step.run();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(
                "%-16s %8d rows %7.1f s  %7.1f processor s of the office  %8.0f rows/s%n",
                what, bills, seconds, (machine.getProcessCpuTime() - processor) / 1e9, bills / seconds);
        return upload;
    }
}
