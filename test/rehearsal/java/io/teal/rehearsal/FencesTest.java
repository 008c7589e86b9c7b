package io.teal.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class FencesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.rehearsal", "io.teal.cli");

    @Test
    void theRehearsalKnowsNoOtherPartOfTeal() {
        classes()
                .that()
                .resideInAPackage("io.teal.rehearsal..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        "java..",
                        "io.teal.rehearsal..",
                        "io.teal.release..",
                        "io.teal.runtime.run",
                        "io.teal.runtime.local",
                        "com.fasterxml.jackson..",
                        "org.HdrHistogram")
                .because("it runs anyone's templates; of Teal it knows the two custom resources only")
                .check(CLASSES);
    }

    @Test
    void processesOfTheirOwnNeedNoLibrary() {
        classes()
                .that()
                .resideInAnyPackage("io.teal.rehearsal.demo", "io.teal.rehearsal.http")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", "io.teal.rehearsal.demo", "io.teal.rehearsal.http")
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
}
