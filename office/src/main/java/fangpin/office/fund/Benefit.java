package fangpin.office.fund;

import fangpin.office.enrolment.Cover;

/**
 * 保障支付的出处: under which cover, for whom.
 *
 * @param path village of the person when it was decided
 * @param clause that insures him
 */
public record Benefit(long coverId, long personId, String path, String pack, String product, String clause) {
    /** Of a cover, for a person who lives in that village. */
    public static Benefit of(Cover cover, String path) {
        return new Benefit(cover.id(), cover.personId(), path, cover.pack(), cover.product(), cover.clause());
    }
}
