package fangpin.office.access;

/** 不予办理的原因: one named reason of a room; its words stand in the room's message files. */
public interface RefusalReason {
    /** The key of its words. */
    String key();
}
