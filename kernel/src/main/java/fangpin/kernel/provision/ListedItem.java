package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/**
 * 条目 One item of a list in a document, with its own words.
 *
 * @param id its word, each once in its list
 */
public record ListedItem(String id, Text name, ClauseId clause) {}
