package fangpin.tables;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PartsTest {

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7})
    void togetherArePreciselyTheRowsOfTheFile(int parts) throws IOException {
        Random random = new Random(parts);
        for (int lines = 0; lines < 40; lines++) {
            StringBuilder text = new StringBuilder("\uFEFF")
                    .append("\r\n".repeat(random.nextInt(9)))
                    .append("id,name\n");
            for (int i = 0; i < lines; i++) {
                text.append(random.nextInt(5) == 0 ? "" : "B" + i + "," + "张".repeat(random.nextInt(9)))
                        .append(random.nextInt(5) == 0 ? "\r\n" : "\n");
            }
            Table table = table(text.toString().getBytes(StandardCharsets.UTF_8));
            Taken expected = new Taken();
            table.read(expected);
            assertEquals(expected.rows, inParts(table, parts), "lines " + lines);
        }
    }

    @Test
    void areRefusedWhereTheFileIsNotPlain() throws IOException {
        List<RowHandler> handlers = List.of(new Taken(), new Taken());
        String rows = "1,2\n".repeat(100);
        for (byte[] content : List.of(
                ("a,b\n" + rows + "\"1\",2\n").getBytes(StandardCharsets.UTF_8),
                ("a,b\n" + rows + "1,2\r1,2\n").getBytes(StandardCharsets.UTF_8),
                ("a,b\n" + rows + "张,2\n").getBytes(Charset.forName("GB18030")),
                ("张,b\n" + rows).getBytes(Charset.forName("GB18030")))) {
            assertInstanceOf(PartsOutcome.NotInParts.class, table(content).readInParts(handlers));
        }
    }

    @Test
    void letWhatAHandlerThrowsComeOutUnchanged() throws IOException {
        Table table = table("a\n1\n2\n3\n4\n".getBytes(StandardCharsets.UTF_8));
        RowHandler thrower = new RowHandler() {
            @Override
            public void row(long row, Cells cells) {
                throw new IllegalStateException("mine");
            }

            @Override
            public void restart(List<String> header) {}
        };
        Exception fromPart =
                assertThrows(IllegalStateException.class, () -> table.readInParts(List.of(new Taken(), thrower)));
        assertEquals("mine", fromPart.getMessage());
        assertEquals(
                "mine",
                assertThrows(IllegalStateException.class, () -> table.read(thrower))
                        .getMessage());
    }

    private Table table(byte[] content) throws IOException {
        return assertInstanceOf(Table.class, Tables.open(Files.write(folder.resolve("t.csv"), content)));
    }

    private static List<String> inParts(Table table, int parts) {
        List<Taken> handlers = Stream.generate(Taken::new).limit(parts).toList();
        PartsOutcome.PartsRead read = assertInstanceOf(PartsOutcome.PartsRead.class, table.readInParts(handlers));
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < parts; i++) {
            for (String row : handlers.get(i).rows) {
                int colon = row.indexOf(':');
                long number = Long.parseLong(row.substring(0, colon))
                        + read.rowsBefore().get(i);
                rows.add(number + row.substring(colon));
            }
        }
        return rows;
    }
}
