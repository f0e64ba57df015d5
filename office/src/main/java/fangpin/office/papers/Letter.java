package fangpin.office.papers;

import java.time.LocalDate;
import java.util.List;

/**
 * 公文: an official letter in the parts of GB/T 9704.
 *
 * @param issuer 发文机关标志
 * @param number 发文字号, such as 连区扶办〔2021〕2号
 * @param signer 签发人; empty where the letter needs none
 * @param addressee 主送机关, without the colon; empty where it goes to nobody in particular
 * @param attachments names in order; empty where there are none
 * @param from 发文机关署名
 */
public record Letter(
        String issuer,
        String number,
        String signer,
        String title,
        String addressee,
        List<String> paragraphs,
        List<String> attachments,
        String from,
        LocalDate day,
        List<Annex> annexes) {
    private static final int MOST_UPRIGHT = 7;

    public Letter {
        paragraphs = List.copyOf(paragraphs);
        attachments = List.copyOf(attachments);
        annexes = List.copyOf(annexes);
    }

    /** 附件: a table on a page of its own. */
    public record Annex(String title, List<String> head, List<List<String>> rows) {
        public Annex {
            head = List.copyOf(head);
            rows = rows.stream().map(List::copyOf).toList();
        }

        /** Whether its page must lie on its side. */
        public boolean isWide() {
            return head.size() > MOST_UPRIGHT;
        }
    }

    /** 2021年5月25日 */
    public String dayInWords() {
        return day.getYear() + "年" + day.getMonthValue() + "月" + day.getDayOfMonth() + "日";
    }
}
