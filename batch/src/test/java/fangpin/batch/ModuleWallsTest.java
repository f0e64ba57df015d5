package fangpin.batch;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;

/** The walls between modules, and between the packages of packs and batch. The kernel's own are in its module. */
@AnalyzeClasses(packages = "fangpin", importOptions = ImportOption.DoNotIncludeTests.class)
class ModuleWallsTest {
    private static final String[] FILE_LIBRARIES = {
        "de.siegmar..", "org.dhatim..", "picocli..", "org.apache.commons..", "com.fasterxml..", "org.codehaus.."
    };

    @ArchTest
    static final ArchRule modules_point_one_way = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("kernel")
            .definedBy("fangpin.kernel..")
            .layer("packs")
            .definedBy("fangpin.packs..")
            .layer("tables")
            .definedBy("fangpin.tables..")
            .layer("batch")
            .definedBy("fangpin.batch..")
            .whereLayer("batch")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("tables")
            .mayOnlyBeAccessedByLayers("batch")
            .whereLayer("packs")
            .mayOnlyBeAccessedByLayers("batch")
            .whereLayer("kernel")
            .mayOnlyBeAccessedByLayers("packs", "batch");

    @ArchTest
    static final ArchRule packs_know_no_file_formats_of_cases = noClasses()
            .that()
            .resideInAPackage("fangpin.packs..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(FILE_LIBRARIES);

    @ArchTest
    static final ArchRule only_the_edge_knows_the_command_line = noClasses()
            .that()
            .resideInAPackage("fangpin..")
            .and()
            .resideOutsideOfPackages("fangpin.batch", "fangpin.batch.verbs")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("picocli..");

    @ArchTest
    static final ArchRule only_tables_know_the_file_libraries = noClasses()
            .that()
            .resideInAnyPackage("fangpin.kernel..", "fangpin.packs..", "fangpin.batch..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("de.siegmar..", "org.dhatim..", "org.apache.commons..", "com.fasterxml..");

    /** Rules belong to packs: what works through files asks no pack by name and loads none. */
    @ArchTest
    static final ArchRule cases_load_no_packs = noClasses()
            .that()
            .resideInAnyPackage("fangpin.batch.cases", "fangpin.batch.store")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("fangpin.packs", "fangpin.packs.load", "fangpin.packs.yaml", "fangpin.batch.verbs");

    @ArchTest
    static final ArchRule batch_has_no_cycles =
            slices().assignedFrom(new EachPackage("fangpin.batch")).should().beFreeOfCycles();

    @ArchTest
    static final ArchRule packs_have_no_cycles =
            slices().assignedFrom(new EachPackage("fangpin.packs")).should().beFreeOfCycles();

    /** Every package below one is a slice, that one among them. */
    private record EachPackage(String root) implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass javaClass) {
            String name = javaClass.getPackageName();
            return name.equals(root) || name.startsWith(root + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
        }

        @Override
        public String getDescription() {
            return "each package of " + root;
        }
    }
}
