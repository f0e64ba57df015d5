package fangpin.office.register.internal;

import fangpin.office.register.Determination;
import java.time.LocalDate;

/** 办理环节: a step a case has gone. */
public record CaseStep(Determination.Stage stage, LocalDate happenedOn, String note, long enteredBy) {}
