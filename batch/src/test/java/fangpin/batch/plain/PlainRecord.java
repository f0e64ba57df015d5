package fangpin.batch.plain;

import java.util.List;

/** One record of a file: its number, the header being 1, and its cells as they stand. */
public record PlainRecord(int row, List<String> cells) {}
