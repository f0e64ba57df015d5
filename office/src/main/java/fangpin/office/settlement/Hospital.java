package fangpin.office.settlement;

/**
 * 定点医院.
 *
 * @param path below its county; the accounts of the hospital have it as their scope
 */
public record Hospital(long id, String path, String code, String nameChinese, String nameEnglish) {}
