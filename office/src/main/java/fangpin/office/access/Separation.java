package fangpin.office.access;

/** 经办复核分离: what one person has made another one checks, whatever rights either has. */
public final class Separation {
    private Separation() {}

    /** Refuses when maker and checker are the same account. */
    public static Answer<Long> check(long makerId, long checkerId) {
        return makerId == checkerId ? Answer.refused(AccessRefusal.SAME_PERSON) : Answer.done(checkerId);
    }
}
