package io.teal.release;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.Set;
import java.util.function.Supplier;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** What this module may depend on; and that the fences stand where one would climb over them. */
class ArchitectureTest {
    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.release");

    private static final ArchRule JAVA_ONLY = classes()
            .that()
            .resideInAPackage("io.teal.release..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("java..", "io.teal.release..")
            .because("it runs in a synthesis, in a function and in tests without starting anything");

    private static final ArchRule NO_CLOCK = noClasses()
            .should()
            .accessTargetWhere(describe("the target is a clock of this machine", ArchitectureTest::readsTheClock))
            .because("time is handed in");

    private static final Set<String> CLOCKS = Set.of(
            "java.lang.System.currentTimeMillis",
            "java.lang.System.nanoTime",
            "java.util.Date.<init>",
            "java.util.Calendar.getInstance");

    @Test
    void everyClassDependsOnJavaAndThisModuleOnly() {
        JAVA_ONLY.check(MODULE);
    }

    @Test
    void noClassReadsTheClock() {
        NO_CLOCK.check(MODULE);
    }

    @Test
    void theRulesSeeTheModule() {
        assertThat(MODULE.contain(Release.class)).isTrue();
        assertThat(MODULE.contain(ArchitectureTest.class)).isFalse();
    }

    @Test
    void aLibraryIsCaught() {
        assertThat(violations(JAVA_ONLY, UsesALibrary.class)).isPositive();
    }

    @Test
    void everyClockIsCaughtAndAnInjectedOneIsNot() {
        assertThat(violations(NO_CLOCK, ReadsTheClock.class)).isEqualTo(ReadsTheClock.READINGS);
        assertThat(violations(NO_CLOCK, IsHandedTheTime.class)).isZero();
    }

    private static int violations(ArchRule rule, Class<?> type) {
        return rule.evaluate(new ClassFileImporter().importClasses(type))
                .getFailureReport()
                .getDetails()
                .size();
    }

    private static boolean readsTheClock(JavaAccess<?> access) {
        AccessTarget target = access.getTarget();
        String owner = target.getOwner().getName();
        boolean handedAClock = target instanceof AccessTarget.CodeUnitCallTarget call
                && call.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
        return CLOCKS.contains(owner + "." + target.getName())
                || owner.equals("java.time.Clock") && target.getName().matches("system.*|tick[A-Z].*")
                || owner.startsWith("java.time.") && target.getName().equals("now") && !handedAClock;
    }

    static final class UsesALibrary {
        Object library() {
            return Assertions.assertThat(1);
        }
    }

    static final class ReadsTheClock {
        static final int READINGS = 9;

        Object[] readings() {
            Supplier<Instant> reference = Instant::now;
            return new Object[] {
                reference,
                Instant.now(),
                LocalDate.now(ZoneId.of("UTC")),
                Clock.systemUTC(),
                Clock.systemDefaultZone(),
                Clock.tickSeconds(ZoneId.of("UTC")),
                System.currentTimeMillis(),
                System.nanoTime(),
                new Date()
            };
        }
    }

    static final class IsHandedTheTime {
        Object[] readings(Clock clock) {
            return new Object[] {
                Instant.now(clock), clock.instant(), clock.millis(), Clock.fixed(clock.instant(), clock.getZone())
            };
        }
    }
}
