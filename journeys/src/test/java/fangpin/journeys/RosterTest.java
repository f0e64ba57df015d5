package fangpin.journeys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

/** 名单导入: uploaded, every row checked, looked at, accepted by another, undone as a whole. */
class RosterTest {
    private static final String LIST = """
            姓名,身份证号,户号,村
            丛一册,379999195003010016,J-1,大庄村
            丛二册,379999195203020024,J-1,大庄村
            丛三册,379999195403030032,J-2,没有这个村
            """;

    private final Office office = Office.get();

    @Test
    void allGoodRowsOrNoneByTwoPersonsAndBackAgain() throws IOException {
        String address;
        try (Clerk town = office.signIn("town")) {
            town.go("/rosters");
            town.attach("file", "名单.csv", LIST);
            town.choose("status", "低保");
            town.fill("trueFrom", "2020-05-01");
            town.press("上传");
            town.sees("列对应");
            address = town.where();
            town.press("检查全部行");
            town.awaits(".*/rosters/[0-9]+.*");
            for (int i = 0; i < 100 && !town.read().contains("复核入库"); i++) {
                town.go(address);
            }
            town.sees("经办人不能复核自己上传的名单");
            assertFalse(town.offers("全部入库"), "nobody checks his own");
            town.heardNoComplaint();
            town.go(address + "?kind=rejected");
            town.sees("没有这个村");
            town.follow("下载退回文件（标出错误单元格和原因）");
            town.fill("purpose", "改正后再次上传");
            town.fill("receiver", "镇扶贫办");
            town.picture("roster-rejected");
            byte[] back = Files.readAllBytes(town.download("导出 Excel"));
            assertEquals("PK", new String(back, 0, 2, StandardCharsets.US_ASCII), "a workbook of the rejected rows");
        }
        try (Clerk helper = office.signIn("helper")) {
            assertEquals(403, helper.go(address), "a helper imports nothing");
        }
        try (Clerk other = office.signIn("town2")) {
            other.go(address);
            other.press("全部入库");
            other.sees("已入库");
            other.picture("roster");
            other.press("撤销这次入库");
            other.sees("已撤销");
            other.heardNoComplaint();
        }
    }
}
