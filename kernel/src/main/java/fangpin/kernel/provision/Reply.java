package fangpin.kernel.provision;

/** 三值答复 What a rule says of a case: yes, no, or that a person must judge. */
public enum Reply {
    YES,
    NO,
    REFER
}
