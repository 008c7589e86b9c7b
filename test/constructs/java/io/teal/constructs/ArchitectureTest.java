package io.teal.constructs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the constructs may depend on, and which part reads what. */
class ArchitectureTest {
    private static final String ROOT = "io.teal.constructs";
    private static final String INTERNAL = ROOT + ".internal.";
    private static final String CDK = "software.amazon.awscdk..";
    private static final String ASSERTIONS = "software.amazon.awscdk.assertions..";
    private static final String JSII_BRINGS = "com.fasterxml.jackson.databind..";
    private static final int MOST_PUBLIC_TYPES = 35;
    private static final Set<String> CONTEXT_READERS =
            Set.of("tryGetContext", "getContext", "getAllContext", "resolveContext");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    /** Each package and those that it may use; each uses earlier ones only, so there is no cycle. */
    private static final Map<String, List<String>> MAY_USE = table(
            List.of(INTERNAL + "common"),
            List.of(INTERNAL + "lastlook", INTERNAL + "common"),
            List.of(INTERNAL + "context"),
            List.of(INTERNAL + "synth"),
            List.of(INTERNAL + "fleet", INTERNAL + "common", INTERNAL + "lastlook"),
            List.of(INTERNAL + "traffic", INTERNAL + "common", INTERNAL + "lastlook"),
            List.of(
                    INTERNAL + "cutover",
                    INTERNAL + "common",
                    INTERNAL + "lastlook",
                    INTERNAL + "fleet",
                    INTERNAL + "traffic"),
            List.of(
                    INTERNAL + "codedeploy",
                    INTERNAL + "common",
                    INTERNAL + "lastlook",
                    INTERNAL + "fleet",
                    INTERNAL + "traffic",
                    INTERNAL + "cutover"),
            List.of(
                    INTERNAL + "update",
                    INTERNAL + "common",
                    INTERNAL + "lastlook",
                    INTERNAL + "fleet",
                    INTERNAL + "traffic",
                    INTERNAL + "cutover",
                    INTERNAL + "codedeploy"),
            List.of(INTERNAL + "dashboard", INTERNAL + "common", INTERNAL + "fleet", INTERNAL + "traffic"),
            List.of(INTERNAL + "images", INTERNAL + "common", INTERNAL + "fleet"),
            List.of(INTERNAL + "outputs", INTERNAL + "common", INTERNAL + "traffic", INTERNAL + "update"),
            List.of(ROOT, INTERNAL + "."),
            List.of(ROOT + ".testing", INTERNAL + "common", INTERNAL + "lastlook"));

    @SafeVarargs
    private static Map<String, List<String>> table(List<String>... rows) {
        Map<String, List<String>> table = new LinkedHashMap<>();
        for (List<String> row : rows) {
            table.put(row.get(0), row.subList(1, row.size()));
        }
        return table;
    }

    static Set<String> packages() {
        return MAY_USE.keySet();
    }

    @ParameterizedTest
    @MethodSource("packages")
    void aPackageUsesThoseOfItsRowOnly(String name) {
        List<String> allowed = new ArrayList<>(MAY_USE.get(name));
        allowed.add(name);
        noClasses()
                .that()
                .resideInAPackage(name)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(ROOT + "..").and(not(resideInAnyPackage(allowed.toArray(String[]::new)))))
                .check(MAIN);
    }

    @Test
    void theTableHasEveryPackageAndNoCycle() {
        assertThat(MAIN.stream().map(JavaClass::getPackageName)).isSubsetOf(MAY_USE.keySet());
        List<String> earlier = new ArrayList<>(List.of(INTERNAL + "."));
        MAY_USE.forEach((name, uses) -> {
            assertThat(earlier).as(name).containsAll(uses);
            earlier.add(name);
        });
    }

    @Test
    void constructsDependOnTheReleaseTheCdkAndJavaOnly() {
        classes()
                .that()
                .resideOutsideOfPackage("..testing..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.teal.release..",
                                ROOT + "..",
                                CDK,
                                "software.constructs..",
                                "software.amazon.jsii",
                                JSII_BRINGS,
                                "java..")
                        .and(resideInAnyPackage(ASSERTIONS).negate()))
                .because("the AWS SDK, and whatever only tests need, must not reach a user's app")
                .check(MAIN);
    }

    @Test
    void onlyTheAssertionsNeedATestLibrary() {
        classes()
                .that()
                .resideInAPackage("..testing..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "io.teal.release..",
                        ROOT + "..",
                        "software.amazon.awscdk",
                        "software.amazon.jsii",
                        ASSERTIONS,
                        "org.assertj..",
                        "org.junit.jupiter.api.extension",
                        "java.."))
                .check(MAIN);
    }

    @Test
    void whatAUserCanTouchIsFew() {
        assertThat(door().filter(one -> !one.getSimpleName().equals("Builder")))
                .hasSizeLessThanOrEqualTo(MOST_PUBLIC_TYPES);
    }

    @Test
    void whatAUserCanTouchNamesNothingInternal() {
        assertThat(door().flatMap(one -> one.getMembers().stream())
                        .filter(member -> member.getModifiers().contains(JavaModifier.PUBLIC))
                        .filter(ArchitectureTest::namesInternal))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"examples/src/main/java", "src/main/java/io/teal/app"})
    void appsNameNothingInternal(Path sources) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            assertThat(files.filter(file -> file.toString().endsWith(".java")))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file)).doesNotContain("constructs.internal"));
        }
    }

    private static boolean namesInternal(JavaMember member) {
        Stream<JavaClass> types = member instanceof JavaCodeUnit unit
                ? Stream.concat(unit.getRawParameterTypes().stream(), Stream.of(unit.getRawReturnType()))
                : Stream.of(((JavaField) member).getRawType());
        return types.anyMatch(type -> type.getPackageName().startsWith(INTERNAL));
    }

    private static Stream<JavaClass> door() {
        return MAIN.stream()
                .filter(one -> Set.of(ROOT, ROOT + ".testing").contains(one.getPackageName()))
                .filter(one -> one.getModifiers().contains(JavaModifier.PUBLIC));
    }

    @Test
    void onlyAReleaseContextReadsContext() {
        noClasses()
                .that()
                .doNotHaveFullyQualifiedName(ROOT + ".ReleaseContext")
                .should()
                .callMethodWhere(describe(
                        "it reads the CDK's context",
                        (JavaMethodCall call) ->
                                CONTEXT_READERS.contains(call.getTarget().getName())))
                .because("a construct takes a release, it does not look for one")
                .check(MAIN);
    }

    @Test
    void nothingReadsTheClockTheEnvironmentOrANumberByChance() {
        noClasses()
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.time..", "java.net..", "java.util.concurrent..")
                        .and(not(type(Duration.class))))
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.util\\.(Random|UUID|Date|Calendar)")
                .orShould()
                .callMethod(System.class, "getenv", String.class)
                .orShould()
                .callMethod(System.class, "getProperty", String.class)
                .because("the same input gives the same template")
                .check(MAIN);
    }
}
