package fangpin.packs.explain;

/** Why a row of a file is refused. The words are those of the rejects file; when several hold, the file format says which is named. */
public enum RejectReason {
    BAD_ROW("bad-row"),
    BAD_ID("bad-id"),
    MISSING_FIELD("missing-field"),
    BAD_DATE("bad-date"),
    BAD_KIND("bad-kind"),
    BAD_GRADE("bad-grade"),
    BAD_AMOUNT("bad-amount"),
    AMOUNTS_INCONSISTENT("amounts-inconsistent"),
    DUPLICATE_BILL("duplicate-bill"),
    DUPLICATE_CLAIM("duplicate-claim"),
    UNKNOWN_PERSON("unknown-person"),
    NOT_COVERED("not-covered"),
    ALREADY_DECEASED("already-deceased");

    private final String word;

    RejectReason(String word) {
        this.word = word;
    }

    /** As the rejects file carries it. */
    public String word() {
        return word;
    }
}
