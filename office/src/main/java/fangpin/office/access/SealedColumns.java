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

    /**
     * 检索列: hashes of sealed values, by which they are found.
     *
     * @param read a statement that gives {@code ctid::text}, the sealed value and the hash of the rows behind a row, as above
     * @param replace a statement that replaces a hash: parameters are the new one and the ctid as text
     */
    record Index(String name, FieldKind kind, String read, String replace) {}

    /** All columns of hashes of the room. */
    default List<Index> indexes() {
        return List.of();
    }

    /**
     * 待算摘要: columns of hashes that lack some, for the values were sealed before; read as a sealed column whose hash is missing, replaced by a
     * statement with the parameters hash, ctid as text, sealed value.
     */
    default List<Column> unhashed() {
        return List.of();
    }

    /** All sealed columns of the room. */
    List<Column> columns();
}
