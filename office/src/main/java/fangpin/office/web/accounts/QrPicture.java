package fangpin.office.web.accounts;

import io.nayuki.qrcodegen.QrCode;

/** 二维码: as the path of an SVG picture, a square a module, so that it needs neither script nor a file. */
record QrPicture(String path, int size) {
    private static final int QUIET = 4;

    /** The picture of a text; its size is counted in modules, the quiet edge with them. */
    static QrPicture of(String text) {
        QrCode code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < code.size; y++) {
            for (int x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append('M')
                            .append(x + QUIET)
                            .append(',')
                            .append(y + QUIET)
                            .append("h1v1h-1z");
                }
            }
        }
        return new QrPicture(path.toString(), code.size + 2 * QUIET);
    }
}
