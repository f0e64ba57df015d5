package fangpin.kernel.provision;

import fangpin.kernel.ClauseId;
import fangpin.kernel.Text;

/** 规定 A rule of a pack without steps: what a document says beside its benefits, under the clause that says it. */
public sealed interface Provision
        permits TargetGroup,
                TimeLimit,
                NegativeList,
                Gate,
                Checklist,
                PayerOrder,
                FirstPayer,
                FundPurposes,
                Statement,
                Reallocation,
                Tie,
                Contradiction,
                PointsScheme,
                Target,
                Responsibility,
                AssistanceMeasure {
    /** Its word, each once in a pack. */
    String id();

    Text name();

    /** Where it stands; where it stands first, if in several places. */
    ClauseId clause();
}
