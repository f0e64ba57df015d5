package fangpin.office.register;

/**
 * 区划: a province, city, county, zone, unit without a code, town or village.
 *
 * @param path codes from the province down, each followed by a slash; rows of the division bear it
 * @param code of GB/T 2260, or the longer statistics code of towns and villages; of a unit without one, our own
 */
public record Division(long id, String path, String code, Kind kind, String nameChinese, String nameEnglish) {
    /** What a division is; the database keeps the word in small letters. */
    public enum Kind {
        /** 省 */
        PROVINCE,
        /** 市 */
        CITY,
        /** 区县 */
        COUNTY,
        /** 开发区等功能区 */
        ZONE,
        /** 没有代码、含在上级里的单位，如南海新区 */
        UNIT,
        /** 镇街 */
        TOWN,
        /** 村居 */
        VILLAGE
    }

    /** How many divisions lead down to it, itself counted. */
    public int depth() {
        return (int) path.chars().filter(letter -> letter == '/').count();
    }

    /** The path of the division above, empty for a province. */
    public String pathAbove() {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
