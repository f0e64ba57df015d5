package fangpin.batch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.SortedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** {@code pack show --html}: the whole page, or none. */
class PackPageTest {
    @TempDir
    private Path folder = Path.of("");

    @ParameterizedTest
    @CsvSource(textBlock = """
            weihai-2020,   zh, lang="zh-CN"
            weihai-2020,   en, lang="en"
            shandong-2020, en, lang="en"
            """)
    void aPackBecomesAPage(String pack, String language, String tongue) {
        Desk desk = new Desk(folder).write("page.html", "earlier");
        Answer answer = desk.run("pack show " + pack + " --lang " + language + " --html {}/page.html");
        assertEquals(0, answer.status(), answer::toString);
        assertEquals("", answer.out());
        answer.oneClearLine("已写成网页", "is written as the page");
        String page = desk.read("page.html");
        assertTrue(page.startsWith("<!DOCTYPE html>") && page.endsWith("</html>\n"), page);
        assertTrue(page.contains(tongue), page);
    }

    @Test
    void theSamePackGivesTheSameBytes() {
        Desk desk = new Desk(folder);
        desk.run("pack show licheng-2020 --html {}/a.html");
        desk.run("pack show licheng-2020 --html {}/b.html");
        assertEquals(desk.read("a.html"), desk.read("b.html"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            pack show nowhere-2020 --html {}/page.html      | 没有政策包“nowhere-2020” | shipped are: shandong-2020
            pack show {} --html {}/page.html                | policy.yaml             | policy.yaml
            pack show weihai-2020 --html {}/nowhere/a.html  | nowhere 不存在           | nowhere does not exist
            pack show weihai-2020 --html {}                 | 这是文件夹               | this is a folder
            pack show weihai-2020 --html /dev/null          | 这是管道或设备           | this is a pipe or a device
            pack show weihai-2020 --html                    | 参数有误                 | '--html' (FILE)
            pack show weihai-2020 --lang fr --html {}/a     | 参数有误                 | 'fr'
            """)
    void nothingIsWrittenIfThePageCannotBe(String line, String chinese, String english) {
        Desk desk = new Desk(folder).write("page.html", "earlier");
        SortedMap<String, String> before = desk.contents();
        desk.run(line).refuses(chinese, english);
        assertEquals(before, desk.contents());
    }
}
