package fangpin.office.access;

import java.util.List;

/**
 * 加密列: the columns of a room that hold sealed values; a rotation of keys goes through all of them. Each room that has such columns
 * names its implementation in {@code META-INF/services}.
 */
public interface SealedColumns {
    /**
     * One column.
     *
     * @param kind bound into its values
     * @param read a statement that gives {@code ctid::text} and the value of the rows behind a row: parameters are a ctid as text
     *     and the most rows
     * @param replace a statement that replaces a value unless the row changed meanwhile: parameters are the new value, the ctid as
     *     text and the old value
     */
    record Column(String name, FieldKind kind, String read, String replace) {}

    /** All sealed columns of the room. */
    List<Column> columns();
}
