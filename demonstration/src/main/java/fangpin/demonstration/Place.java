package fangpin.demonstration;

import fangpin.office.register.Division;

/**
 * 地方: a division to be.
 *
 * @param path codes from the province down
 * @param address names from the province down, as one writes an address
 */
record Place(String path, String code, Division.Kind kind, String nameChinese, String nameEnglish, String address) {
    static Place top(String code, Division.Kind kind, String chinese, String english) {
        return new Place(code + "/", code, kind, chinese, english, chinese);
    }

    Place below(String belowCode, Division.Kind belowKind, String chinese, String english) {
        return new Place(path + belowCode + "/", belowCode, belowKind, chinese, english, address + chinese);
    }

    /** The path of the division above, empty for a province. */
    String pathAbove() {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
