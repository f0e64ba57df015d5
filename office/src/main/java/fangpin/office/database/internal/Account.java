package fangpin.office.database.internal;

import fangpin.office.database.Reason;
import fangpin.office.database.RefusedException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * 运行账号: the account of the system that the database runs as. A database never runs as root.
 *
 * @param user number of the account
 * @param group number of its group
 * @param change whether we are root and have to become this account
 */
public record Account(int user, int group, boolean change) {
    private static final Path OURSELVES = Path.of("/proc/self");
    private static final List<String> PREFERRED = List.of("fangpin", "postgres", "nobody");

    /** The account for a folder of the database: the folder's owner, or, where it is new, the first there is of fangpin, postgres, nobody. */
    public static Account of(Path cluster) throws RefusedException, IOException {
        Account ours = owner(OURSELVES, false);
        if (ours.user != 0) {
            return ours;
        }
        if (Files.exists(cluster) && owner(cluster, true).user != 0) {
            return owner(cluster, true);
        }
        for (String name : PREFERRED) {
            Commands.Result user = Commands.run(Path.of("/"), List.of("id", "-u", name));
            Commands.Result group = Commands.run(Path.of("/"), List.of("id", "-g", name));
            if (user.status() == 0 && group.status() == 0) {
                return new Account(Integer.parseInt(user.output()), Integer.parseInt(group.output()), true);
            }
        }
        throw new RefusedException(Reason.COMMAND_MISSING, String.join(" / ", PREFERRED));
    }

    private static Account owner(Path path, boolean change) throws IOException {
        int user = (Integer) Files.getAttribute(path, "unix:uid");
        int group = (Integer) Files.getAttribute(path, "unix:gid");
        return new Account(user, group, change);
    }

    /** The command as this account runs it. */
    public List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        if (change) {
            whole.addAll(List.of("setpriv", "--reuid=" + user, "--regid=" + group, "--clear-groups", "--"));
        }
        whole.addAll(command);
        return whole;
    }

    /** Makes the account the owner of a folder or file that we made. */
    public void own(Path path) throws IOException {
        if (change) {
            Files.setAttribute(path, "unix:uid", user);
            Files.setAttribute(path, "unix:gid", group);
        }
    }
}
