package fangpin.office.register.roster;

import fangpin.tables.Cells;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** 原样单元格: the cells of a row as they stood, to be given back; what is beyond all measure is cut. */
final class PackedCells {
    private static final int MOST_CELLS = 200;
    private static final int MOST_BYTES = 2_000;

    private PackedCells() {}

    static Bytes pack(Cells cells) {
        int count = Math.min(RowReader.kept(cells), MOST_CELLS);
        int size = 0;
        for (int i = 0; i < count; i++) {
            size += Integer.BYTES + cut(cells, i);
        }
        ByteBuffer bytes = ByteBuffer.allocate(size);
        for (int i = 0; i < count; i++) {
            int length = cut(cells, i);
            bytes.putInt(length).put(cells.data(), cells.start(i), length);
        }
        return Bytes.of(bytes.array());
    }

    private static int cut(Cells cells, int i) {
        return Math.min(cells.end(i) - cells.start(i), MOST_BYTES);
    }

    static List<String> unpack(byte[] packed) {
        List<String> cells = new ArrayList<>();
        ByteBuffer bytes = ByteBuffer.wrap(packed);
        while (bytes.hasRemaining()) {
            byte[] cell = new byte[bytes.getInt()];
            bytes.get(cell);
            cells.add(new String(cell, StandardCharsets.UTF_8));
        }
        return cells;
    }
}
