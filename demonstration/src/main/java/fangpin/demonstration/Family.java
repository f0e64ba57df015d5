package fangpin.demonstration;

/** 家庭结构: how many of a household are 60 or over, and how many younger. */
enum Family {
    OLD_ALONE(1, 0),
    OLD_COUPLE(2, 0),
    OLD_COUPLE_AND_GRANDCHILD(2, 1),
    OLD_PARENT_AND_CHILD(1, 1),
    THREE_GENERATIONS(2, 4),
    PARENTS_AND_CHILD(0, 3),
    PARENTS_AND_TWO(0, 4),
    COUPLE(0, 2),
    ALONE(0, 1);

    final int old;
    final int young;

    Family(int old, int young) {
        this.old = old;
        this.young = young;
    }

    boolean fits(int oldLeft, int youngLeft) {
        return old <= oldLeft && young <= youngLeft;
    }
}
