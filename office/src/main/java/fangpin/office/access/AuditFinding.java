package fangpin.office.access;

/** 审计核验发现: what is wrong with one record or with the chain. */
public record AuditFinding(Kind kind, long number) {
    /** What can be wrong. */
    public enum Kind {
        /** 记录被改动: the record is not what was written; the number is the record's. */
        RECORD_ALTERED,
        /** 记录缺失: a sealed record is gone; the number is the record's. */
        RECORD_MISSING,
        /** 封存缺失: a seal is gone; the number is its place in the chain. */
        SEAL_MISSING,
        /** 封存被改动或顺序被换: the link does not follow from the one before; the number is its place in the chain. */
        LINK_BROKEN,
        /** 链尾被截断: the chain is shorter than the head outside the database says; the number is the head's place. */
        END_CUT,
        /** 链头文件缺失或不符: the file with the head is gone or says another link; the number is the last place. */
        HEAD_WRONG,
        /** 清理凭证不符: what should stand for records disposed of was not made here, or some of it is gone; the number is its link's. */
        ANCHOR_WRONG
    }
}
