package fangpin.office.campaign;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** What the driver was told, each line on the disk before anything else is asked: the only witness that the check believes. */
final class FaultJournal implements AutoCloseable {
    private final Path file;
    private final FileChannel channel;

    FaultJournal(Path file) throws IOException {
        this.file = file;
        channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    /** 凭据: something that was acknowledged. */
    enum Kind {
        /** A bill was settled: hospital, message, bill, bill number, total in fen. */
        SETTLED,
        /** A bill was cancelled: bill. */
        CANCELLED,
        /** The bank carried an order out: order, fen. */
        BANKED,
        /** The office took the bank's word that an order was paid: order, fen. */
        PAID,
        /** The office took the bank's word that an order came back: order, fen. */
        RETURNED
    }

    /** A line of it. */
    record Line(Kind kind, List<String> words) {
        long number(int at) {
            return Long.parseLong(words.get(at));
        }
    }

    synchronized void write(Kind kind, Object... words) {
        StringBuilder line = new StringBuilder(kind.name());
        for (Object word : words) {
            line.append('\t').append(word);
        }
        ByteBuffer bytes = ByteBuffer.wrap(line.append('\n').toString().getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(false);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Everything in it, the first first. */
    List<Line> lines() {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> List.of(line.split("\t", -1)))
                    .map(words -> new Line(Kind.valueOf(words.getFirst()), words.subList(1, words.size())))
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
