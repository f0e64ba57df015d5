package fangpin.office.campaign;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/** A line between driver and office that can be cut: what is on its way then arrives in part, or not, and no answer comes back. */
final class CutLine implements AutoCloseable {
    private static final int CHUNK = 4096;

    private final ServerSocket door;
    private final int officePort;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final AtomicBoolean closed = new AtomicBoolean();

    CutLine(int officePort) throws IOException {
        this.officePort = officePort;
        door = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private void accept() {
        while (!closed.get()) {
            try {
                Socket caller = door.accept();
                open.add(caller);
                Thread.ofVirtual().start(() -> join(caller));
            } catch (IOException ended) {
                closed.set(true);
            }
        }
    }

    private void join(Socket caller) {
        Socket office = new Socket();
        try (caller;
                office) {
            office.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), officePort), 2000);
            open.add(office);
            Thread back = Thread.ofVirtual().start(() -> pass(office, caller));
            pass(caller, office);
            back.join();
        } catch (IOException nobodyThere) {
            cut(caller);
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(caller);
            open.remove(office);
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            InputStream in = from.getInputStream();
            OutputStream out = to.getOutputStream();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                out.write(chunk, 0, read);
            }
        } catch (IOException broken) {
            // cut on the other side
        } finally {
            cut(from);
            cut(to);
        }
    }

    private static void cut(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // it was closed already
        }
    }

    /** Cuts everything that is connected now. */
    int cutAll() {
        int cut = open.size();
        open.forEach(CutLine::cut);
        return cut;
    }

    @Override
    public void close() throws IOException {
        closed.set(true);
        door.close();
        Object _ = cutAll();
    }
}
