package fangpin.office.register;

import java.util.List;

/**
 * 提示: something about a person's record that may be right and is worth a look.
 *
 * @param key of its words
 */
public record Remark(String key, List<Object> arguments) {}
