package fangpin.office.web.api;

import fangpin.office.register.Division;

/** 区划: a division as the interface names it; {@code place} is what other requests take. */
record DivisionLine(String place, String code, Division.Kind kind, String nameChinese, String nameEnglish) {
    static DivisionLine of(Division division) {
        return new DivisionLine(
                division.path(), division.code(), division.kind(), division.nameChinese(), division.nameEnglish());
    }
}
