package io.teal.runtime;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.jr.ob.JSON;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.teal.runtime.aws.AwsSdk;
import io.teal.runtime.execution.Runs;
import org.junit.jupiter.api.Test;

/** Who may know what: runs know the port only, so that a rehearsal and a simulation run the very same classes. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.runtime");

    private static final ArchRule RUNS_KNOW_THE_PORT_ONLY = classes()
            .that()
            .resideInAnyPackage("io.teal.runtime.execution..", "io.teal.runtime.statemachine..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage(
                    "java..", "io.teal.release..", "io.teal.runtime.execution..", "io.teal.runtime.statemachine..");

    private static final ArchRule RUNS_DO_NOT_KNOW_THEIR_MACHINE = noClasses()
            .that()
            .resideInAPackage("io.teal.runtime.execution..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.teal.runtime.statemachine..");

    private static final ArchRule ADAPTERS_DO_NOT_KNOW_RUNS = noClasses()
            .that()
            .resideInAPackage("io.teal.runtime.aws..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.teal.runtime.execution..", "io.teal.runtime.function..");

    private static final ArchRule NOTHING_KNOWS_THE_CDK = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("software.amazon.awscdk..", "software.constructs..", "io.teal.constructs..");

    @Test
    void runsDependOnThePortAndNothingElse() {
        RUNS_KNOW_THE_PORT_ONLY.check(MODULE);
    }

    @Test
    void runsDoNotKnowWhichMachineDrivesThem() {
        RUNS_DO_NOT_KNOW_THEIR_MACHINE.check(MODULE);
    }

    @Test
    void adaptersDecideNothingAndKnowNoRun() {
        ADAPTERS_DO_NOT_KNOW_RUNS.check(MODULE);
    }

    @Test
    void nothingInTheFunctionKnowsTheCdk() {
        NOTHING_KNOWS_THE_CDK.check(MODULE);
    }

    @Test
    void theRulesSeeTheModuleAndNotItsTests() {
        assertThat(MODULE.contain(Runs.class)).isTrue();
        assertThat(MODULE.contain(AwsSdk.class)).isTrue();
        assertThat(MODULE.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void aClassThatReadsJsonIsNoRun() {
        ArchRule here = classes().should().onlyDependOnClassesThat().resideInAnyPackage("java..", "io.teal..");
        assertThat(here.evaluate(new ClassFileImporter().importClasses(ReadsJson.class))
                        .hasViolation())
                .isTrue();
    }

    static final class ReadsJson {
        Object json() {
            return JSON.std;
        }
    }
}
