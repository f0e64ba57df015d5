package fangpin.office.access;

/** 首个管理员: the account that makes all others, in an office that starts without any; made at the terminal. */
public interface FirstAdministrator {
    /** Whether no account may manage users yet. */
    boolean missing();

    /**
     * Makes the system administrator; refuses once there is one. He makes the first security and audit administrator; after that
     * each kind hands on its own role.
     *
     * @param userName of the sign-in
     * @param scope the division the office works for
     * @param place its name, as pages head themselves
     * @return a one-time password, random, to be changed at the first sign-in
     */
    Answer<String> make(String userName, Scope scope, String place);
}
