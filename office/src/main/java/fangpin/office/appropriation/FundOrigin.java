package fangpin.office.appropriation;

import fangpin.kernel.allocation.FundLevel;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** 资金来源层级: whose budget or purse a document's money comes from. */
public enum FundOrigin {
    /** 中央 */
    CENTRAL,
    /** 省级 */
    PROVINCE,
    /** 市级 */
    CITY,
    /** 区（县）级 */
    DISTRICT,
    /** 社会捐赠 */
    DONATION,
    /** 统筹整合涉农资金 */
    POOLED;

    /** Its name in rows, files and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The key of its words. */
    public String key() {
        return "appropriation.origin." + word();
    }

    /** The origin of that name, which is one of ours. */
    public static FundOrigin of(String word) {
        return known(word).orElseThrow();
    }

    /** The origin of that name, if it is one of ours: what a form sent. */
    public static Optional<FundOrigin> known(String word) {
        return Arrays.stream(values())
                .filter(origin -> origin.word().equals(word))
                .findFirst();
    }

    /** The same level as schemes name it. */
    public static FundOrigin of(FundLevel level) {
        return switch (level) {
            case CENTRAL -> CENTRAL;
            case PROVINCE -> PROVINCE;
            case CITY -> CITY;
            case DISTRICT -> DISTRICT;
        };
    }
}
