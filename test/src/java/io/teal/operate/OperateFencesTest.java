package io.teal.operate;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class OperateFencesTest {
    private static final String OPERATE = "io.teal.operate";
    private static final String ACCOUNT = "io.teal.operate.account";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.operate", "io.teal.cli");

    /** Package and what it may depend on, beside {@code java..} and itself. */
    private static final Map<String, List<String>> ALLOWED = new TreeMap<>(Map.of(
            "io.teal.operate",
            List.of("io.teal.release.."),
            "io.teal.operate.account",
            List.of(OPERATE, "io.teal.rehearsal.template", "io.teal.release..", JACKSON),
            "io.teal.operate.clean",
            List.of(OPERATE, ACCOUNT, "io.teal.release.."),
            "io.teal.operate.aws",
            List.of(
                    "io.teal.operate.account",
                    "io.teal.release",
                    "io.teal.release.port",
                    "io.teal.runtime.aws",
                    "software.amazon.."),
            "io.teal.operate.init",
            List.of(OPERATE),
            "io.teal.operate.next",
            List.of(OPERATE, "io.teal.release.."),
            "io.teal.operate.plan",
            List.of(OPERATE, ACCOUNT, "io.teal.release..", "io.teal.runtime.execution", JACKSON),
            "io.teal.operate.rollback",
            List.of(OPERATE, ACCOUNT, "io.teal.release..", "io.teal.runtime.execution"),
            "io.teal.operate.run",
            List.of(OPERATE, ACCOUNT, "io.teal.release..", "io.teal.runtime.execution", JACKSON)));

    static {
        ALLOWED.put(
                OPERATE + ".drive",
                List.of(
                        OPERATE,
                        ACCOUNT,
                        OPERATE + ".next",
                        OPERATE + ".rollback",
                        "io.teal.release..",
                        "io.teal.runtime.execution"));
        ALLOWED.put(
                OPERATE + ".status",
                List.of(OPERATE, ACCOUNT, OPERATE + ".run", "io.teal.release..", "io.teal.runtime.execution", JACKSON));
        ALLOWED.put(OPERATE + ".checklist", List.of(OPERATE, ACCOUNT, "io.teal.release..", JACKSON));
        ALLOWED.put(
                OPERATE + ".standin",
                List.of(ACCOUNT, OPERATE + ".offline", "io.teal.release..", JACKSON, "com.sun.net.httpserver"));
        ALLOWED.put(
                OPERATE + ".offline",
                List.of(OPERATE, ACCOUNT, "io.teal.release..", "io.teal.runtime.execution", JACKSON));
        for (String reading : List.of("doctor", "history")) {
            ALLOWED.put(OPERATE + "." + reading, List.of(ACCOUNT, "io.teal.release..", "io.teal.runtime.execution"));
        }
    }

    @TestFactory
    Stream<DynamicTest> aPackageDependsOnWhatItsRowAllowsOnly() {
        return ALLOWED.entrySet().stream()
                .map(row -> dynamicTest(
                        row.getKey(), () -> rule(row.getKey(), row.getValue()).check(CLASSES)));
    }

    @Test
    void everyPackageHasARow() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).filter(name -> name.startsWith(OPERATE)))
                .isSubsetOf(ALLOWED.keySet());
    }

    private static ArchRule rule(String name, List<String> allowed) {
        List<String> all = new ArrayList<>(allowed);
        all.addAll(List.of("java..", name));
        return classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(all.toArray(String[]::new));
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
    void theCommandLineNeedsNoCdk() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.teal.constructs..", "software.amazon.awscdk..", "software.constructs..")
                .because("teal.jar has none in it: an app has its own")
                .check(CLASSES);
    }

    @Test
    void timeComesFromAClock() {
        noClasses()
                .that()
                .resideInAPackage("io.teal.operate..")
                .and()
                .resideOutsideOfPackage("io.teal.operate.standin")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .check(CLASSES);
    }
}
