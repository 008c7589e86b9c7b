package io.teal.rehearsal.run;

import static io.teal.rehearsal.run.ExampleRun.RELEASED;
import static io.teal.rehearsal.run.ExampleRun.STARTED;
import static org.assertj.core.api.Assertions.assertThat;

import io.teal.rehearsal.aws.cloudformation.Trouble;
import io.teal.rehearsal.journey.Leg;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A stack that an earlier Teal has deployed, and this one goes on with, and releases in the same deploy. */
class EarlierTemplatesTest {
    private static final Map<String, String> STACKS =
            Map.of("default", "web", "network-load-balancer", "broker", "with-codedeploy", "payments");

    @TempDir
    private Path folder;

    private Outcome run(String example, Leg... legs) throws Exception {
        RehearsalSettings settings = example.equals("with-codedeploy")
                ? ExampleRun.usual()
                        .installing(Optional.of(Revisions.copied(folder).folder()))
                : ExampleRun.usual();
        return new ExampleRun(example, STACKS.get(example)).run(settings, legs).lostNothing();
    }

    private static ExampleRun service(String example) {
        return new ExampleRun(example, STACKS.get(example));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"default", "network-load-balancer", "with-codedeploy"})
    void anUpgradeAndAReleaseInOneDeployLoseNothing(String example) throws Exception {
        ExampleRun service = service(example);
        Outcome outcome = run(example, service.earlier("first"), service.deploy("upgrade and release", RELEASED));
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"default", "network-load-balancer", "with-codedeploy"})
    void anUpgradeByItselfReplacesNoHostAndTheNextDeployReleases(String example) throws Exception {
        ExampleRun service = service(example);
        Outcome outcome = run(
                example,
                service.earlier("first"),
                service.deploy("upgrade", STARTED),
                service.deploy("release", RELEASED));
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
        assertThat(outcome.weight("blue", "upgrade")).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0}, {1} s after it began")
    @CsvSource({
        "default, 20",
        "default, 190",
        "default, 360",
        "default, 530",
        "default, 700",
        "network-load-balancer, 300",
        "with-codedeploy, 300"
    })
    void cancelledItBringsTrafficHomeAndCanBeDeployedAgain(String example, long after) throws Exception {
        ExampleRun service = service(example);
        Trouble cancelled = new Trouble("the update was cancelled", Optional.of(Duration.ofSeconds(after)));
        Outcome outcome = run(
                example,
                service.earlier("first"),
                service.troubled("upgrade and release", RELEASED, cancelled),
                service.deploy("again", RELEASED));
        assertThat(outcome.weight("green", "after")).isEqualTo(100);
        assertThat(outcome.weight("blue", "upgrade and release")).isEqualTo(100);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"default", "network-load-balancer", "with-codedeploy"})
    void aResourceThatFailsAfterItBringsTrafficHome(String example) throws Exception {
        ExampleRun service = service(example);
        Outcome outcome = run(
                example,
                service.earlier("first"),
                service.troubled("upgrade and release", RELEASED, Trouble.lastResourceFails()));
        assertThat(outcome.weight("blue", "after")).isEqualTo(100);
    }
}
