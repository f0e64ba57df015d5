package fangpin.office.web.people;

import fangpin.office.access.Answer;
import fangpin.office.register.Divisions;
import fangpin.office.register.PersonFile;
import fangpin.office.register.StatusKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * 申报页: the form, whom it is about, and why it was sent back.
 *
 * @param villages where a household can move to within the town
 * @param sentBack whether the form was sent already, so that what is wrong is marked
 */
public record CaseFormPage(
        CaseForm form,
        PersonFile file,
        List<StatusKind> kinds,
        List<Divisions.Village> villages,
        boolean sentBack,
        Answer.@Nullable Refused<Long> refused) {}
