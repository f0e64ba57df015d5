package fangpin.office.project;

import org.jspecify.annotations.Nullable;

/**
 * 项目查询: which projects a list shows, and in which order.
 *
 * @param path at or below which place
 * @param year of the year plan, else the year it was planned for; null for all
 * @param stage null for all
 * @param item purpose of the pack; empty for all
 * @param open only those under way
 * @param skip how many to leave out: the pages before
 */
public record ProjectQuery(
        String path,
        @Nullable Integer year,
        Project.@Nullable Stage stage,
        String item,
        boolean open,
        Sort sort,
        int skip,
        int most) {
    /** 排序 */
    public enum Sort {
        /** 最近办理的在前 */
        RECENT,
        /** 按编号 */
        NUMBER,
        /** 按地方 */
        PLACE,
        /** 预算大的在前 */
        BUDGET,
        /** 按环节 */
        STAGE
    }

    /** All projects of a place, the ones dealt with last first. */
    public static ProjectQuery all(String path, int most) {
        return new ProjectQuery(path, null, null, "", false, Sort.RECENT, 0, most);
    }
}
