package fangpin.office.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.Main;
import fangpin.office.TestDatabase;
import fangpin.office.database.DataFolder;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever stands in the way of the start is said in both languages, with what to do; no stack trace, nothing begun. */
final class RefusalsTest {
    private final ByteArrayOutputStream said = new ByteArrayOutputStream();

    @Test
    void aTakenPortIsNamedWithAFreeOne() throws Exception {
        Path folder = TestDatabase.folder("port");
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());
            refused("up", "--port", port, "--data", folder.resolve("data").toString());
            assertSaid("端口 " + port + " 正被其他程序占用");
            assertSaid("Port " + port + " is in use by another program");
            assertSaid("./fangpin up --port ");
            assertFalse(Files.exists(folder.resolve("data")), "nothing begun");
        }
    }

    @Test
    void aTakenDataFolderIsNamed() throws Exception {
        Path folder = TestDatabase.folder("taken");
        try (DataFolder open = DataFolder.open(folder)) {
            refused("up", "--port", "0", "--data", open.path().toString());
            assertSaid("数据文件夹 " + folder + " 正由另一个系统进程使用");
            assertSaid("--data FOLDER");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            up --port 0 --data DATA --db postgresql://clerk:secret@127.0.0.1/fangpin | holds a password
            up --port 0 --data DATA --db jdbc:postgresql://127.0.0.1/fangpin?user=a&password=b | holds a password
            up --port 0 --data DATA --db mysql://clerk@127.0.0.1/fangpin | was not understood
            up --port 0 --data DATA --db postgresql://127.0.0.1/fangpin | was not understood (user)
            up --port 0 --data DATA --db postgresql://clerk@127.0.0.1/ | was not understood
            up --port 0 --data DATA --db postgresql://clerk@127.0.0.1/fangpin | FANGPIN_DB_PASSWORD
            up --port 70000 --data DATA | Port 70000 cannot be used
            up --port 0 --address 203.0.113.1 --data DATA | cannot be used
            up --prot 8080 | Unknown option
            restore DATA/absent --data DATA | cannot be read
            backup DATA/office.lock --data DATA | is there already
            """)
    void eachMistakeIsToldWithWhatToDo(String command, String said) throws Exception {
        String folder = TestDatabase.dataFolder("mistake").toString();
        refused(command.replace("DATA", folder).split(" "));
        assertSaid(said);
    }

    @Test
    void oneLanguageOnlyWhereAsked() throws Exception {
        refused("up", "--lang", "en", "--port", "70000");
        assertFalse(text().contains("端口"), text());
    }

    private void refused(String... arguments) {
        PrintStream stream = new PrintStream(said, true, StandardCharsets.UTF_8);
        assertNotEquals(0, Main.run(List.of(arguments), stream, stream));
        assertFalse(text().contains("\tat "), text());
        assertEquals(
                0, text().lines().filter(line -> line.contains("Exception")).count(), text());
    }

    private void assertSaid(String part) {
        assertTrue(text().contains(part), () -> "'" + part + "' is not in:\n" + text());
    }

    private String text() {
        return said.toString(StandardCharsets.UTF_8);
    }
}
