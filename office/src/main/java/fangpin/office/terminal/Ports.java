package fangpin.office.terminal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;

/** 端口: whether the office can open its doors, asked before anything else is started. */
final class Ports {
    private static final int NEIGHBOURS = 100;
    private static final int FIRST_OF_ANY = 20_000;
    private static final int SPREAD = 10_000;
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ports() {}

    /** Refuses a port that another program holds or that we may not open, and names one that is free. */
    static void requireFree(String address, int port) throws RefusedException {
        try {
            open(address, port);
        } catch (IOException e) {
            String said = String.valueOf(e.getMessage());
            if (said.contains("in use")) {
                throw new RefusedException(Reason.PORT_TAKEN, port, freeAfter(address, port));
            }
            throw new RefusedException(Reason.PORT_UNUSABLE, address + ":" + port, said);
        }
    }

    /** A free port whose neighbour is free too. */
    static int anyFree(String address) {
        return freeAfter(address, FIRST_OF_ANY + RANDOM.nextInt(SPREAD));
    }

    private static void open(String address, int port) throws IOException {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
        }
    }

    /** A port whose neighbour, for the management, is free too. */
    private static int freeAfter(String address, int port) {
        for (int candidate = port + 2; candidate < port + NEIGHBOURS; candidate++) {
            if (isFree(address, candidate) && isFree(address, candidate + 1)) {
                return candidate;
            }
        }
        return port + NEIGHBOURS;
    }

    private static boolean isFree(String address, int port) {
        try {
            open(address, port);
            return true;
        } catch (IOException | IllegalArgumentException taken) {
            return false;
        }
    }
}
