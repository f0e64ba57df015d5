package fangpin.batch.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The temporary file of a run, in as many lanes as threads write to it at once: of one file, the system lets only one thread at a time
 * append. The lanes have no name once they are open, so that nothing is left of them whatever ends the run. Safe for use by several
 * threads.
 */
public final class SpillFile implements AutoCloseable {
    private final List<Lane> lanes = new ArrayList<>();

    private record Lane(FileChannel channel, AtomicLong end) {}

    private SpillFile() {}

    /** Opens one in a folder; its files are unlinked at once. */
    public static SpillFile in(Path folder, int lanes) throws IOException {
        SpillFile spill = new SpillFile();
        try {
            for (int lane = 0; lane < lanes; lane++) {
                Path path = Files.createTempFile(
                        folder, ".fangpin-" + ProcessHandle.current().pid() + "-", ".tmp");
                FileChannel channel = FileChannel.open(
                        path, StandardOpenOption.READ, StandardOpenOption.WRITE, StandardOpenOption.DELETE_ON_CLOSE);
                spill.lanes.add(new Lane(channel, new AtomicLong()));
            }
            return spill;
        } catch (IOException full) {
            spill.closeLanes();
            throw full;
        }
    }

    int lanes() {
        return lanes.size();
    }

    /** Appends bytes to a lane and says where they begin. */
    long append(int lane, byte[] bytes, int length) {
        long position = lanes.get(lane).end.getAndAdd(length);
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, length);
        try {
            while (buffer.hasRemaining()) {
                lanes.get(lane).channel.write(buffer, position + buffer.position());
            }
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
        return position;
    }

    void read(int lane, long position, byte[] target, int at, int length) {
        ByteBuffer buffer = ByteBuffer.wrap(target, at, length);
        try {
            while (buffer.hasRemaining()) {
                if (lanes.get(lane).channel.read(buffer, position + buffer.position() - at) < 0) {
                    throw new IOException("the temporary file was cut");
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** How much was ever written, in bytes. */
    public long bytes() {
        return lanes.stream().mapToLong(lane -> lane.end.get()).sum();
    }

    /** Returns at once: the system takes its time to give up gigabytes, and nobody need wait for that. */
    @Override
    public void close() {
        Thread.ofPlatform().name("fangpin-spill").start(this::closeLanes);
    }

    private void closeLanes() {
        for (Lane lane : lanes) {
            try {
                lane.channel.close();
            } catch (IOException gone) {
                // the file has no name any more, and ends with the process at the latest
            }
        }
    }
}
