package fangpin.office.fund;

import fangpin.kernel.ledger.Account.Side;
import java.util.Arrays;
import java.util.Locale;

/** 账户类别. */
public enum AccountKind {
    /** 承保专户: money in the insurer's account of its own for a product (SD §7.4) */
    INSURER_MONEY(Side.DEBIT),
    /** 已收保费, by who paid it and for which division */
    PREMIUM_RECEIVED(Side.CREDIT),
    /** 已付保障: what the cover bears, by village */
    BENEFIT_PAID(Side.DEBIT),
    /** 应付医院: what a hospital advanced at discharge */
    OWED_TO_HOSPITAL(Side.CREDIT),
    /** 应付个人: what a claim or a paper bill gives a family */
    OWED_TO_PERSON(Side.CREDIT),
    /** 经营费用: what the insurer spends to run the product */
    OPERATING_COST(Side.DEBIT),
    /** 结余转出: what is left of a year, into the next premium or back */
    SURPLUS_GIVEN(Side.DEBIT),
    /** 承保机构损益: profit it may keep (debit), loss it bears (credit) */
    INSURER_RESULT(Side.DEBIT);

    private final Side side;

    AccountKind(Side side) {
        this.side = side;
    }

    /** Which way it grows. */
    public Side side() {
        return side;
    }

    /** Its name in rows, files and message keys. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name, which is one of ours. */
    public static AccountKind of(String word) {
        return Arrays.stream(values())
                .filter(kind -> kind.word().equals(word))
                .findFirst()
                .orElseThrow();
    }
}
