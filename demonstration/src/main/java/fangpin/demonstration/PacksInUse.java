package fangpin.demonstration;

import fangpin.office.policy.Adoption;
import fangpin.office.policy.Adoptions;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** 政策包启用故事: each place took its pack into use when its document came; Licheng's second clerk has a points table to approve. */
final class PacksInUse implements Story {
    @Override
    public List<Household> households() {
        return List.of();
    }

    @Override
    public void tell(Scene scene) {
        adopt(scene, "shandong-2020", "province", "", "鲁扶贫组字文件印发", LocalDate.of(2020, 4, 20));
        adopt(scene, "weihai-2020", "city", "", "市扶贫开发领导小组会议", LocalDate.of(2020, 4, 24));
        adopt(scene, "licheng-2020", "licheng", "", "区扶贫开发领导小组会议", LocalDate.of(2020, 4, 27));
        adopt(scene, "lishui-2017", "lishui2", "lishui-2017-sample.yaml", "演示：按样例补上未定事项", LocalDate.of(2020, 4, 28));
        adopt(scene, "lianyungang-2021", "lianyungang", "", "演示：提前装入2021年文件", LocalDate.of(2020, 4, 29));
        propose(scene, "licheng-2020", "licheng", "licheng-2020-points.yaml", "演示：积分项目表", LocalDate.of(2020, 5, 9));
    }

    /** Proposed by the first, approved by a colleague the day after. */
    private static void adopt(Scene scene, String pack, String login, String sample, String reason, LocalDate day) {
        long id = propose(scene, pack, login, sample, reason, day);
        String other = login.equals("lishui2") ? "lishui3" : login + "2";
        Adoptions adoptions = scene.face(Adoptions.class);
        Adoption proposed = adoptions.find(scene.as(other), id).orElseThrow();
        Scene.done(adoptions.approve(scene.as(other), id, proposed.version(), day.plusDays(1)));
    }

    private static long propose(Scene scene, String pack, String login, String sample, String reason, LocalDate day) {
        Adoptions adoptions = scene.face(Adoptions.class);
        Adoptions.Fill fill = adoptions.sample(pack, sample).orElse(null);
        return Scene.done(
                adoptions.propose(scene.as(login), new Adoptions.Proposal(pack, Map.of(), fill, reason), day));
    }
}
