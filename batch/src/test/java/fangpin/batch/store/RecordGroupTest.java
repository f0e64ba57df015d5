package fangpin.batch.store;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A group can be passed over whole, and read, at every length; from 65,535 bytes on its length takes four bytes more. */
class RecordGroupTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 127, 128, 65_529, 65_531, 65_532, 65_533, 65_600, 1_000_000})
    void isPassedOverAndReadWhole(int length) {
        byte[] text = new byte[length];
        java.util.Arrays.fill(text, (byte) 'z');
        byte[] bytes = new byte[length + 64];
        RecordWriter writer = new RecordWriter();
        writer.onto(bytes, 3);
        writer.fixedThree(0xFF_FFFE);
        int group = writer.beginGroup();
        writer.string(text, 0, length);
        writer.endGroup(group);
        writer.fixedLong(-1);
        RecordReader reader = new RecordReader(bytes);
        reader.moveTo(3);
        assertEquals(0xFF_FFFE, reader.fixedThree());
        int inside = reader.group();
        assertEquals(-1, reader.fixedLong());
        assertEquals(writer.length(), reader.at() - 3);
        reader.moveTo(inside);
        int from = reader.string();
        assertEquals(length, reader.at() - from);
        assertEquals(length, (int) java.util.stream.IntStream.range(from, from + length)
                .filter(at -> bytes[at] == 'z')
                .count());
    }
}
