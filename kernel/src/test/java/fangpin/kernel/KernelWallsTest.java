package fangpin.kernel;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.math.BigDecimal;
import java.time.Clock;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The kernel is pure: rules as data in, figures out. It reads no file, no clock, no chance, and its packages point one way. */
@AnalyzeClasses(packages = "fangpin.kernel", importOptions = ImportOption.DoNotIncludeTests.class)
class KernelWallsTest {
    private static final String INEXACT = "double|float|java\\.lang\\.(Double|Float)|java\\.math\\.BigDecimal";

    @ArchTest
    static final ArchRule needs_only_java_and_jspecify = classes()
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("fangpin.kernel..", "java..", "org.jspecify..");

    @ArchTest
    static final ArchRule reads_and_writes_nothing = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..");

    @ArchTest
    static final ArchRule asks_no_clock = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Clock.class)
            .orShould()
            .callMethodWhere(com.tngtech.archunit.core.domain.JavaCall.Predicates.target(
                    com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching(
                            "now|currentTimeMillis|nanoTime")));

    @ArchTest
    static final ArchRule draws_nothing_by_chance = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(Random.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(RandomGenerator.class)
            .orShould()
            .callMethod(Math.class, "random");

    @ArchTest
    static final ArchRule has_no_cycles =
            slices().assignedFrom(new EachPackage()).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule shows_no_inexact_number = classes().should(new ShowNoInexactNumber());

    /** Every package is a slice, the root among them. */
    private static final class EachPackage implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            return SliceIdentifier.of(javaClass.getPackageName());
        }

        @Override
        public String getDescription() {
            return "each package";
        }
    }

    /** No field, parameter or result is a {@code double}, a {@code float} or a {@link BigDecimal}, not even inside a list. */
    private static final class ShowNoInexactNumber extends ArchCondition<JavaClass> {
        ShowNoInexactNumber() {
            super("show no double, float or BigDecimal");
        }

        @Override
        public void check(JavaClass item, ConditionEvents events) {
            for (JavaField field : item.getFields()) {
                report(field.getType().getAllInvolvedRawTypes(), field.getFullName(), item, events);
            }
            for (JavaCodeUnit unit : item.getCodeUnits()) {
                Set<JavaClass> types = new HashSet<>(unit.getReturnType().getAllInvolvedRawTypes());
                unit.getParameterTypes().forEach(type -> types.addAll(type.getAllInvolvedRawTypes()));
                report(types, unit.getFullName(), item, events);
            }
        }

        private static void report(Set<JavaClass> types, String where, JavaClass item, ConditionEvents events) {
            for (JavaClass type : types) {
                if (type.getBaseComponentType().getName().matches(INEXACT)) {
                    events.add(SimpleConditionEvent.violated(item, where + " shows a " + type.getName()));
                }
            }
        }
    }
}
