package fangpin.office.settlement;

/**
 * 定点医院.
 *
 * @param path below its county; the accounts of the hospital have it as their scope
 */
public record Hospital(long id, String path, String code, String nameChinese, String nameEnglish) {
    /** How the code of a county's desk for paper bills begins. */
    static final String PAPER = "paper-";

    /** 手工报销: whether it stands for the paper bills of a county and is no hospital. */
    public boolean ofPaper() {
        return code.startsWith(PAPER);
    }

    /** The division that it lies in. */
    public String countyPath() {
        return path.substring(0, path.lastIndexOf('/', path.length() - 2) + 1);
    }
}
