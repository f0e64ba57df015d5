package fangpin.office.web.settlement;

import fangpin.office.access.Right;
import fangpin.office.settlement.Uploads;
import fangpin.office.web.Desk;
import fangpin.office.web.Work;
import fangpin.office.web.WorkSource;
import java.util.List;
import org.springframework.stereotype.Component;

/** What of uploads waits for a hospital: those that stand still. */
@Component
class UploadWork implements WorkSource {
    private final Uploads uploads;

    UploadWork(Uploads uploads) {
        this.uploads = uploads;
    }

    @Override
    public List<Work> waitingFor(Desk desk, int most) {
        if (!desk.actor().may(Right.SETTLEMENT_WRITE)) {
            return List.of();
        }
        return uploads.stopped(desk.actor()).stream()
                .limit(most)
                .map(one -> new Work(
                        "settlement.work.upload-stopped",
                        List.of(Integer.toString(one.waiting())),
                        one.fileName(),
                        "",
                        null,
                        "/settlements/uploads/" + one.id()))
                .toList();
    }
}
