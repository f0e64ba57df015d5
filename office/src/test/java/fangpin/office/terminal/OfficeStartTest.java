package fangpin.office.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fangpin.office.ChildProcess;
import fangpin.office.Main;
import fangpin.office.TestDatabase;
import fangpin.office.database.DataFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The office as it is run: started, asked for its first page, saved at work, stopped, killed, restored. */
final class OfficeStartTest {
    @Test
    void startsServesIsSavedStopsAndIsRestored() throws Exception {
        Path path = TestDatabase.dataFolder("office");
        Path files = TestDatabase.folder("files");
        try (ChildProcess office = up(path)) {
            String url = office.awaitLine("The office is ready").replaceFirst(".*(http://\\S+).*", "$1");
            assertEquals(200, status(url), "the first page, after sign-in was asked for");
            long server = server(path);
            run(
                    0,
                    "backup",
                    files.resolve("b").toString(),
                    "--with-keys",
                    files.resolve("k").toString(),
                    "--data",
                    path.toString());
            office.interrupt();
            office.awaitEnd();
            assertTrue(office.said().contains("Stopping"), office.said());
            awaitGone(server);
        }
        DataFolder.open(path).close();
        Path without = TestDatabase.dataFolder("without");
        run(0, "restore", files.resolve("b").toString(), "--data", without.toString());
        assertTrue(
                run(1, "up", "--empty", "--try", "--port", "0", "--data", without.toString())
                        .contains("index.key"),
                "not served without its keys");
        Path with = TestDatabase.dataFolder("with");
        run(
                0,
                "restore",
                files.resolve("b").toString(),
                "--keys",
                files.resolve("k").toString(),
                "--data",
                with.toString());
        run(0, "up", "--empty", "--try", "--port", "0", "--data", with.toString());
    }

    @Test
    void killedItLeavesNothingRunningAndStartsAgain() throws Exception {
        Path path = TestDatabase.dataFolder("killed");
        try (ChildProcess office = up(path)) {
            office.awaitLine("The office is ready");
            long server = server(path);
            office.kill();
            awaitGone(server);
        }
        run(0, "up", "--empty", "--try", "--port", "0", "--data", path.toString());
    }

    private static ChildProcess up(Path path) throws Exception {
        return ChildProcess.start(
                Main.class, "up", "--empty", "--lang", "en", "--port", "0", "--data", path.toString());
    }

    private static String run(int status, String... arguments) throws Exception {
        try (ChildProcess verb = ChildProcess.start(Main.class, arguments)) {
            assertEquals(status, verb.awaitEnd(), verb::said);
            return verb.said();
        }
    }

    private static int status(String url) throws Exception {
        try (HttpClient client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            return client.send(HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        }
    }

    private static long server(Path path) throws Exception {
        return Long.parseLong(
                Files.readAllLines(path.resolve("database/postmaster.pid")).getFirst());
    }

    private static void awaitGone(long pid) {
        ProcessHandle.of(pid)
                .ifPresent(process ->
                        process.onExit().orTimeout(60, TimeUnit.SECONDS).join());
    }
}
