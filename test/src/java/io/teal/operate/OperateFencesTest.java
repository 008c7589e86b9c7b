package io.teal.operate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class OperateFencesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.operate", "io.teal.cli");

    @Test
    void whatVerbsDoKnowsNeitherTheCommandLineNorTheCdk() {
        classes()
                .that()
                .resideInAPackage("io.teal.operate..")
                .and()
                .resideOutsideOfPackage("io.teal.operate.aws..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.teal.operate..",
                        "io.teal.rehearsal.template",
                        "io.teal.release..",
                        "io.teal.runtime.run..",
                        "com.fasterxml.jackson..")
                .check(CLASSES);
    }

    @Test
    void theNextReleaseNeedsNothingButTheReleaseItself() {
        classes()
                .that()
                .resideInAPackage("io.teal.operate.next..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.teal.operate.next..", "io.teal.operate", "io.teal.release..")
                .check(CLASSES);
    }

    @Test
    void theSdkIsNamedWhereItIsAdaptedAndWhereConnectionsAreOpenedOnly() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.teal.operate.aws..")
                .and()
                .doNotHaveSimpleName("SdkConnection")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("software.amazon..")
                .check(CLASSES);
    }

    @Test
    void onlyTheCommandLineParsesArguments() {
        noClasses()
                .that()
                .resideOutsideOfPackage("io.teal.cli..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideInAPackage("io.teal.operate..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }
}
