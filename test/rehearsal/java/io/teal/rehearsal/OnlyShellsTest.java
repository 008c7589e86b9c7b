package io.teal.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The core of the rehearsal waits by {@link Timers} alone, so that it runs on both clocks. */
class OnlyShellsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.teal.rehearsal");

    /** What sleeps, reads the clock of this machine, or runs something on another thread. */
    private static final Pattern OF_THIS_MACHINE =
            Pattern.compile("java\\.lang\\.Thread\\.(sleep|<init>)|java\\.util\\.concurrent\\.locks\\.LockSupport\\..*"
                    + "|java\\.lang\\.System\\.(nanoTime|currentTimeMillis)"
                    + "|java\\.time\\.(Instant|ZonedDateTime|LocalDateTime)\\.now|java\\.time\\.(Clock|InstantSource)\\.system.*"
                    + "|java\\.util\\.concurrent\\.Executors\\..*"
                    + "|java\\.util\\.concurrent\\.CompletableFuture\\.(.*Async|delayedExecutor|orTimeout)");

    /**
     * The shells: the real clock, HTTP, processes, the demo service, and what shows progress or measures this machine.
     */
    private static final List<String> SHELLS = List.of(
            "RealTimers",
            "Threads",
            "http.IdleConnections",
            "aws.elb.HttpNetwork",
            "aws.elb.Session",
            "aws.elb.Forwarder",
            "aws.elb.Flow",
            "aws.elb.Tunnel",
            "aws.autoscaling.Launcher",
            "aws.codedeploy.ScriptedAgent",
            "demo.DemoService",
            "demo.Faults",
            "load.Generator",
            "load.GeneratorProcess",
            "report.ProgressLine",
            "run.Efforts");

    @Test
    void onlyShellsSleepOrReadTheClockOrStartThreads() {
        assertThat(CLASSES.stream()
                        .filter(OnlyShellsTest::isOfThisMachine)
                        .map(OnlyShellsTest::topLevel)
                        .distinct())
                .containsExactlyInAnyOrderElementsOf(SHELLS);
    }

    private static boolean isOfThisMachine(JavaClass one) {
        return one.getAccessesFromSelf().stream()
                .map(OnlyShellsTest::target)
                .anyMatch(target -> OF_THIS_MACHINE.matcher(target).matches());
    }

    private static String target(JavaAccess<?> access) {
        return access.getTargetOwner().getName() + "." + access.getTarget().getName();
    }

    private static String topLevel(JavaClass one) {
        return one.getName().replace("io.teal.rehearsal.", "").replaceFirst("\\$.*", "");
    }
}
