package fangpin.office.access;

/** 首个管理员: the account that makes all others, in an office that starts without any. */
public interface FirstAdministrator {
    /** Whether no account may manage users yet. */
    boolean missing();

    /**
     * Makes the account.
     *
     * @param name of the sign-in
     * @return a one-time password, random, to be changed at the first sign-in
     */
    String make(String name);
}
