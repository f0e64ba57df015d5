package fangpin.office.web.supervision;

import fangpin.office.supervision.Finding;
import fangpin.office.web.Desk;
import fangpin.office.web.Show;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** 证据: what a rule found, in a sentence. */
@Component
final class Sentences {
    private final Naming naming;

    Sentences(Naming naming) {
        this.naming = naming;
    }

    String of(Desk desk, Finding finding) {
        List<Object> arguments = new ArrayList<>();
        arguments.add(
                finding.pack().isEmpty() || finding.item().isEmpty()
                        ? ""
                        : naming.item(desk, finding.pack(), finding.item()));
        arguments.add(Show.to(desk).yuan(finding.amountFen()));
        for (String one : finding.arguments()) {
            String key = "supervision.said." + one;
            arguments.add(
                    one.matches("[a-z-]+") && desk.words().has(key)
                            ? desk.words().of(key)
                            : one);
        }
        return desk.words().of("supervision.evidence." + finding.rule().word(), arguments.toArray());
    }
}
