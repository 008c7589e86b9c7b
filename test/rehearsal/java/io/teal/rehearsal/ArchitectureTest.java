package io.teal.rehearsal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

class ArchitectureTest {
    private static final String ROOT = "io.teal.rehearsal";
    private static final String JACKSON = "com.fasterxml.jackson..";
    private static final String RELEASE = "io.teal.release..";
    private static final String RUNS = "io.teal.runtime.execution";
    private static final String AWS = ROOT + ".aws";

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages(ROOT);

    /** A package, and what it may use beside {@code java..}, itself and {@code io.teal.rehearsal}. */
    private static final Map<String, String[]> MAY_USE = Map.ofEntries(
            row("", RELEASE),
            row(".http"),
            row(".process"),
            row(".template", RELEASE, JACKSON, "org.yaml.snakeyaml.."),
            row(".demo", ROOT + ".http", RELEASE),
            row(".load", ROOT + ".http", ROOT + ".process", AWS + ".elb", "com.sun.net.httpserver"),
            row(".report", ROOT + ".load", JACKSON),
            row(".report.html", ROOT + ".report", ROOT + ".load"),
            row(".aws.elb", ROOT + ".http", ROOT + ".demo", ROOT + ".template", JACKSON),
            row(".aws.ec2", ROOT + ".template", JACKSON),
            row(".aws.iam", ROOT + ".template", JACKSON),
            row(".aws.cloudwatch", AWS + ".elb", ROOT + ".template", RELEASE, JACKSON),
            row(".aws.lambda", "io.teal.runtime.statemachine", RUNS, RELEASE, JACKSON),
            row(".aws.stepfunctions", AWS + ".lambda", "io.teal.runtime.statemachine", RUNS, RELEASE),
            row(
                    ".aws.autoscaling",
                    AWS + ".elb",
                    ROOT + ".demo",
                    ROOT + ".process",
                    ROOT + ".template",
                    RUNS,
                    RELEASE,
                    JACKSON),
            row(".aws.codedeploy", AWS + ".elb", AWS + ".autoscaling", ROOT + ".template", RELEASE, JACKSON),
            row(
                    ".aws",
                    AWS + ".elb",
                    AWS + ".autoscaling",
                    AWS + ".codedeploy",
                    AWS + ".iam",
                    AWS + ".cloudwatch",
                    AWS + ".eventbridge",
                    AWS + ".stepfunctions",
                    ROOT + ".template",
                    RUNS,
                    RELEASE),
            row(".aws.eventbridge", AWS + ".cloudwatch", AWS + ".iam", ROOT + ".template", RELEASE, JACKSON),
            row(".aws.cloudformation", AWS + "..", ROOT + ".template", RUNS, RELEASE, JACKSON),
            row(".journey", AWS + "..", ROOT + ".process", ROOT + ".report", ROOT + ".template", RELEASE, JACKSON),
            row(".judge", AWS + "..", ROOT + ".report", ROOT + ".template", RELEASE, JACKSON),
            row(
                    ".run",
                    AWS + "..",
                    ROOT + ".judge",
                    ROOT + ".demo",
                    ROOT + ".journey",
                    ROOT + ".load",
                    ROOT + ".process",
                    ROOT + ".report",
                    ROOT + ".template",
                    JACKSON),
            row(
                    ".scenario",
                    AWS + ".cloudformation",
                    AWS + ".elb",
                    ROOT + ".demo",
                    ROOT + ".journey",
                    ROOT + ".load",
                    ROOT + ".process",
                    ROOT + ".report",
                    ROOT + ".run",
                    ROOT + ".template",
                    JACKSON));

    /** The packages of the table. */
    static final List<String> PACKAGES = MAY_USE.keySet().stream().sorted().toList();

    private static Map.Entry<String, String[]> row(String name, String... others) {
        Stream<String> usual = Stream.of("java..", ROOT, ROOT + name);
        return Map.entry(ROOT + name, Stream.concat(usual, Stream.of(others)).toArray(String[]::new));
    }

    @ParameterizedTest
    @FieldSource("PACKAGES")
    void aPackageUsesNoOtherThanItMay(String name) {
        classes()
                .that()
                .resideInAPackage(name)
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(MAY_USE.get(name))
                .check(CLASSES);
    }

    @Test
    void everyPackageHasARow() {
        assertThat(CLASSES.stream().map(JavaClass::getPackageName).distinct())
                .containsExactlyInAnyOrderElementsOf(MAY_USE.keySet());
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("io.teal.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
