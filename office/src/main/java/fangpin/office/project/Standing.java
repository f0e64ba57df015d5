package fangpin.office.project;

/**
 * 项目状态: what other rooms may know of a project before money goes to it.
 *
 * @param pack whose rules hold for it
 * @param item the purpose of the pack that it serves
 * @param year of the year plan it is in, else the year it was planned for
 * @param state the word of its {@link Project.Stage}
 * @param goalsSet whether performance goals of every kind are set
 * @param exceptionDecided whether money without the pool was decided as an exception, by two persons and with a reason
 */
public record Standing(
        long id,
        String number,
        String path,
        String name,
        String pack,
        String item,
        int year,
        String state,
        boolean inPool,
        boolean goalsSet,
        boolean exceptionDecided,
        boolean forInstantHelp,
        long budgetFen,
        long households,
        long persons) {}
