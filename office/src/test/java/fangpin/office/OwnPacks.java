package fangpin.office;

import fangpin.office.database.DataFolder;
import fangpin.office.policy.PolicyLibrary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Packs of one's own, for what no shipped pack asks for. */
public final class OwnPacks {
    private static final Path SHIPPED = Path.of("../packs/weihai-2020");

    private OwnPacks() {}

    /** The pack of the trial county, one of whose products keeps its figures by household. */
    public static Path shapes(RunningOffice office) {
        Path folder = Path.of("../packs/src/test/resources/packs/shapes-2099");
        take(office, folder, "shapes-2099");
        return folder;
    }

    /** Weihai's pack under another name and of another place, with some of its text replaced: from, to, from, to. */
    public static Path weihai(RunningOffice office, String id, String place, String... changes) {
        try {
            Path folder = Files.createDirectories(TestDatabase.folder("packs").resolve(id));
            for (Path file : files()) {
                String text = Files.readString(file)
                        .replace("pack: weihai-2020", "pack: " + id)
                        .replace("jurisdiction: \"371000\"", "jurisdiction: \"" + place + "\"");
                for (int at = 0; at < changes.length; at += 2) {
                    text = text.replace(changes[at], changes[at + 1]);
                }
                Files.writeString(folder.resolve(file.getFileName().toString()), text);
            }
            take(office, folder, id);
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * The trial county's pack of 2020 with a product of courses of treatment: a household's deductible once a course, an allowance by grade once a
     * course, a limit a hospital grade and one of the year; so figures are kept by key, by code, by both and whole.
     */
    public static Path courses(RunningOffice office) {
        return courses(office, "courses-2020", COURSES);
    }

    /** The same where a bill need not name a course, and nothing else cuts a figure. */
    public static Path maybeCourses(RunningOffice office) {
        return courses(
                office,
                "maybe-courses-2020",
                COURSES.replace(
                                "column: course_id, kind: key,",
                                "column: course_id, kind: key, presence: optional-cell,")
                        .replace("per: [course_id, hospital_grade]", "per: [course_id]")
                        .replace("per: [hospital_grade]", "per: [course_id]"));
    }

    private static Path courses(RunningOffice office, String id, String product) {
        try {
            Path shapes = Path.of("../packs/src/test/resources/packs/shapes-2099");
            Path folder = Files.createDirectories(TestDatabase.folder("packs").resolve(id));
            Files.copy(shapes.resolve("SH.md"), folder.resolve("SH.md"), StandardCopyOption.REPLACE_EXISTING);
            String text = Files.readString(shapes.resolve("policy.yaml"))
                    .replace("pack: shapes-2099", "pack: " + id)
                    .replace("2100-01-01", "2021-01-01")
                    .replace("2099-01-01", "2020-01-01")
                    .replace("2098-12-01", "2019-12-01");
            int next = text.indexOf("  - id: outside-catalogue");
            int comment = text.lastIndexOf("  #", next);
            Files.writeString(
                    folder.resolve("policy.yaml"), text.substring(0, comment) + product + text.substring(comment));
            take(office, folder, id);
            return folder;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static final String COURSES = """
              - id: courses
                name: {zh: 疗程保险, en: cover of courses}
                clause: SH §2
                settles: bill
                period: *year
                cover_date: discharge
                counts: covered
                account: household_id
                premium: *premium
                rounding: half-up
                inputs:
                  - *total
                  - *eligible
                  - *basic
                  - {column: household_id, kind: key, zh: [户编号], label: {zh: 家庭, en: household}}
                  - {column: course_id, kind: key, zh: [疗程号], label: {zh: 疗程号, en: course}}
                  - {column: hospital_grade, kind: code, zh: [医院等级], label: {zh: 医院等级, en: hospital grade}, codes: {grade-1: 一级, grade-2: 二级, grade-3: 三级}}
                  - {column: severity, kind: grade, grades: 3, presence: optional-cell, zh: [轻重], label: {zh: 轻重, en: severity}}
                accumulators:
                  - {id: left_before, name: {zh: 本疗程以前自付, en: own part of the course before}, per: [course_id], sum_of: left}
                  - {id: highest_before, name: {zh: 本疗程本级医院以前最高, en: highest of course and grade before}, per: [course_id, hospital_grade], highest_of: standard}
                  - {id: grade_before, name: {zh: 本级医院以前已付, en: paid for hospitals of the grade before}, per: [hospital_grade], sum_of: paid}
                  - {id: paid_before, name: {zh: 全户以前已付, en: paid to the household before}, sum_of: paid}
                steps:
                  - {id: left, name: {zh: 本次自付, en: own part}, clause: SH §2 ①, subtract_payers: {from: eligible_cost, before: courses}}
                  - {id: left_course, name: {zh: 疗程自付, en: own part of the course}, clause: SH §2 ①, sum: [left_before, left]}
                  - {id: above, name: {zh: 疗程起付线以上, en: above the deductible}, clause: SH §2 ①, deductible: {amount: left_course, deductible: 1000元}}
                  - {id: above_before, name: {zh: 以前起付线以上, en: above the deductible before}, clause: SH §2 ①, deductible: {amount: left_before, deductible: 1000元}}
                  - {id: above_now, name: {zh: 本次起付线以上, en: above the deductible now}, clause: SH §2 ①, subtract: {from: above, less: [above_before], not_below_zero: true}}
                  - {id: shared, name: {zh: 按比例, en: share}, clause: SH §2 ①, coinsurance: {amount: above_now, by: hospital_grade, shares: {grade-1: 70%, grade-2: 60%, grade-3: 50%}}}
                  - {id: standard, name: {zh: 轻重标准, en: standard of the severity}, clause: SH §2 ①, per_unit: {count: severity, rate: 33.33元}}
                  - {id: allowance, name: {zh: 轻重补助, en: allowance}, clause: SH §2 ①, subtract: {from: standard, less: [highest_before], not_below_zero: true}}
                  - {id: both, name: {zh: 合计, en: both}, clause: SH §2 ①, sum: [shared, allowance]}
                  - {id: within, name: {zh: 不超过自付, en: within the own part}, clause: SH §2 ①, min_of: [both, left]}
                  - {id: within_grade, name: {zh: 本级医院限额内, en: within the grade's limit}, clause: SH §2 ①, cap: {amount: within, limit: 6000元, used: [grade_before]}}
                  - {id: paid, name: {zh: 年度限额内, en: within the year's limit}, clause: SH §2 ①, cap: {amount: within_grade, limit: 9000元, used: [paid_before]}}
                  - {id: paid_year, name: {zh: 全户全年已付, en: paid to the household in the year}, clause: SH §2 ②, sum: [paid_before, paid]}
                layers:
                  - {payer: basic, name: {zh: 基本医疗保险, en: basic medical insurance}, funder: {zh: 医保基金, en: basic fund}, clause: SH §2 ①, pays: basic_paid}
                  - {payer: courses, name: {zh: 疗程保险, en: cover of courses}, funder: {zh: 试验县, en: the county}, clause: SH §2 ①, pays: paid}
                own_payer: courses
                year_paid: paid_year

            """;

    private static List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(SHIPPED)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    /** Where the office looks for packs of its own, and so does every verb of the terminal that asks the same database. */
    private static void take(RunningOffice office, Path folder, String id) {
        PolicyLibrary library = office.part(PolicyLibrary.class);
        if (library.pack(id).isEmpty()) {
            library.take(copied(
                    folder,
                    DataFolder.packsBeside(DataFolder.beside(office.folder()).keys())
                            .resolve(id)));
        }
        if (library.pack(id).isEmpty()) {
            throw new IllegalStateException("the pack " + id + " does not load");
        }
    }

    private static Path copied(Path folder, Path to) {
        try (Stream<Path> files = Files.list(folder)) {
            Files.createDirectories(to);
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(file.getFileName().toString()), StandardCopyOption.REPLACE_EXISTING);
            }
            return to;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
