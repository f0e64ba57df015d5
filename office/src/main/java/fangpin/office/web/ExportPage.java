package fangpin.office.web;

import java.util.List;

/**
 * 导出用途页: asks what a file is for before it leaves.
 *
 * @param query the choices it is made by, at the export's address
 * @param back where the reader came from
 * @param fields the keys of the columns' words
 * @param purposeMissing whether it was sent without purpose or receiver
 */
public record ExportPage(
        Query query,
        String back,
        List<String> fields,
        long rows,
        String purpose,
        String receiver,
        boolean purposeMissing) {
    public ExportPage {
        fields = List.copyOf(fields);
    }
}
