package fangpin.office.supervision.internal;

import fangpin.office.supervision.Finding;
import fangpin.office.supervision.FindingRule;
import java.util.List;

/**
 * What a rule found on one run.
 *
 * @param key tells the same matter again on the next run
 * @param department who puts it right
 * @param clause of the pack; empty when there is none
 */
public record Found(
        FindingRule rule,
        String key,
        String path,
        Finding.Department department,
        String clause,
        String subject,
        String pack,
        String item,
        List<String> arguments,
        long amountFen) {
    public Found {
        arguments = List.copyOf(arguments);
    }

    /** Something that the rule itself says all else of. */
    public static Found of(
            FindingRule rule, String key, String path, String subject, Of of, List<String> arguments, long amountFen) {
        return new Found(
                rule, key, path, rule.department(), rule.clause(), subject, of.pack(), of.item(), arguments, amountFen);
    }

    /** The money it is about. */
    public record Of(String pack, String item) {}

    /** The same under another clause. */
    public Found under(String other) {
        return new Found(rule, key, path, department, other, subject, pack, item, arguments, amountFen);
    }
}
