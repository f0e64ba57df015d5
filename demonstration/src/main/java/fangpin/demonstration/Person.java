package fangpin.demonstration;

import fangpin.office.register.StatusKind;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** 人员: a made-up person, still being made: the statuses and some fields are filled in by and by. */
final class Person {
    final String name;
    final int sex;
    final LocalDate born;
    final String relation;
    final List<Status> statuses = new ArrayList<>();

    @Nullable
    String idNumber;

    @Nullable
    String phone;

    @Nullable
    String bankCard;

    String schooling = "primary";
    String selfCare = "full";
    String student = "none";

    @Nullable
    String handbookKeeper;

    @Nullable
    LocalDate diedOn;

    Person(String name, int sex, LocalDate born, String relation) {
        this.name = name;
        this.sex = sex;
        this.born = born;
        this.relation = relation;
    }

    int ageOn(LocalDate day) {
        return Period.between(born, day).getYears();
    }

    boolean holds(StatusKind kind, LocalDate day) {
        return statuses.stream().anyMatch(status -> status.kind() == kind && status.holdsOn(day));
    }

    /** Dies: every status ends on the day after. */
    void dies(LocalDate day) {
        diedOn = Objects.requireNonNull(day);
        statuses.removeIf(status -> status.from().isAfter(day));
        statuses.replaceAll(status -> status.until(day.plusDays(1)));
    }

    @Override
    public String toString() {
        return name;
    }
}
