package fangpin.demonstration;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 名单文件: made-up persons as a county writes them down, CSV in UTF-8 with Chinese headers, a line a person. */
final class RosterFile implements AutoCloseable {
    private static final String HEADER = "姓名,身份证号,户编号,与户主关系,乡镇,村,联系电话,家庭住址,银行卡号,文化程度,自理能力,在校生状况\n";
    private static final Map<String, String> SCHOOLING = Map.of(
            "preschool", "学龄前",
            "illiterate", "文盲",
            "primary", "小学",
            "junior", "初中",
            "senior", "高中",
            "bachelor", "本科");
    private static final Map<String, String> SELF_CARE = Map.of("full", "自理", "partial", "半自理", "none", "不能自理");
    private static final Map<String, String> STUDENT = Map.of(
            "none", "否",
            "preschool", "学前",
            "primary", "小学",
            "junior", "初中",
            "senior", "高中",
            "bachelor", "本科");

    private final Path path;
    private final BufferedWriter writer;
    private int rows;

    /** Begins a file in a folder. */
    RosterFile(Path folder) throws IOException {
        path = Files.createTempFile(folder, "roster", ".csv");
        writer = Files.newBufferedWriter(path);
        writer.write(HEADER);
    }

    void add(Household household, String town, Person person) throws IOException {
        String[] cells = {
            person.name,
            Objects.requireNonNull(person.idNumber),
            household.number(),
            person.relation,
            town,
            household.village().nameChinese(),
            text(person.phone),
            household.address(),
            text(person.bankCard),
            word(SCHOOLING, person.schooling),
            word(SELF_CARE, person.selfCare),
            word(STUDENT, person.student)
        };
        writer.write(String.join(",", cells));
        writer.write('\n');
        rows++;
    }

    int rows() {
        return rows;
    }

    Path path() {
        return path;
    }

    private static String text(@Nullable String cell) {
        return cell == null ? "" : cell;
    }

    private static String word(Map<String, String> words, String id) {
        return Objects.requireNonNull(words.get(id), id);
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
