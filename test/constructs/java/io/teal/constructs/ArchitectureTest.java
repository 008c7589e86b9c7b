package io.teal.constructs;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the constructs may depend on, and which part reads what. */
class ArchitectureTest {
    private static final String CDK = "software.amazon.awscdk..";
    private static final String ASSERTIONS = "software.amazon.awscdk.assertions..";
    private static final Set<String> CONTEXT_READERS =
            Set.of("tryGetContext", "getContext", "getAllContext", "resolveContext");
    private static final JavaClasses MAIN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.teal.constructs");

    @Test
    void constructsDependOnTheReleaseTheCdkAndJavaOnly() {
        classes()
                .that()
                .resideOutsideOfPackage("..testing..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                                "io.teal.release..", "io.teal.constructs..", CDK, "software.constructs..", "java..")
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
                        "io.teal.constructs.testing",
                        "io.teal.constructs.fleet",
                        "io.teal.constructs.support",
                        "software.amazon.awscdk",
                        "software.amazon.jsii",
                        ASSERTIONS,
                        "org.assertj..",
                        "org.junit.jupiter.api.extension",
                        "java.."))
                .check(MAIN);
    }

    @Test
    void onlyTheContextPackageReadsContext() {
        noClasses()
                .that()
                .resideOutsideOfPackage("..constructs.context..")
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

    @Test
    void packagesDependInOneDirection() {
        slices().matching("io.teal.constructs.(*)..").should().beFreeOfCycles().check(MAIN);
        noClasses()
                .that()
                .resideInAnyPackage("io.teal.constructs.*")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("io.teal.constructs")
                .because("the parts do not know the whole")
                .check(MAIN);
    }
}
