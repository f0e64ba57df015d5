package fangpin.office.access;

import java.io.Serializable;
import java.time.Instant;

/**
 * 登录: password, second factor, and what a first sign-in asks for besides, one step after the other; then a session. Implemented
 * inside the room; the desk walks through it.
 */
public interface SignIn {
    /**
     * 登录中: how far a sign-in has come. Kept on the server.
     *
     * @param passwordAt when the password was right; the rest must follow soon
     * @param factorShown whether the second factor was shown too
     */
    record Progress(long accountId, String userName, Instant passwordAt, boolean factorShown) implements Serializable {}

    /** What comes next. */
    enum Step {
        /** 动态口令 */
        SECOND_FACTOR,
        /** 修改密码 */
        CHANGE_PASSWORD,
        /** 绑定动态口令 */
        ENROL,
        /** 进入 */
        ENTER
    }

    /** 会话凭据: what the server keeps for the session; the key proves it to the database. */
    record Opened(long accountId, String key) implements Serializable {
        @Override
        public String toString() {
            return "session of account " + accountId;
        }
    }

    /** Compares the password, after counting the attempt. */
    Answer<Progress> password(String userName, String password, Instant now);

    /** What comes next; refuses when the sign-in took too long. */
    Answer<Step> next(Progress progress, Instant now);

    /** Compares a code of the second factor; each is good once. */
    Answer<Progress> secondFactor(Progress progress, String code, Instant now);

    /** Sets a new password instead of a start password or one that is too old. */
    Answer<Progress> changePassword(Progress progress, String password, String again, Instant now);

    /** A new secret to show to the person who enrols. */
    String newSecondFactor();

    /** What an authenticator program reads. */
    String secondFactorAddress(String userName, String secret);

    /** Takes the secret as second factor once its code is right. */
    Answer<Progress> enrol(Progress progress, String secret, String code, Instant now);

    /** Opens the session when nothing more is asked for. */
    Answer<Opened> open(Progress progress, String fromAddress, Instant now);
}
