package io.teal.release.steps;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.journal.Journal;
import io.teal.release.observation.Direction;
import io.teal.release.observation.InstallState;
import io.teal.release.observation.Observation;
import io.teal.release.port.Deployment;
import io.teal.release.port.Revision;
import io.teal.release.step.Effect;
import io.teal.release.step.Guard;
import io.teal.release.step.Progress;
import io.teal.release.step.StepContext;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What an installation makes of deployments, revisions and refusals that the model of the searches does not tell apart.
 */
class DeployRevisionTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Revision WANTED = new Revision("versions", "shop-2.0.0.zip");
    private static final Revision OTHER = new Revision("versions", "shop-3.0.0.zip");
    private static final Set<String> HOSTS = Set.of("i-1", "i-2");
    private static final Journal MARKED = Journal.begin(NOW).mark(true);

    private static Deployment deployment(String id, String status, Revision revision) {
        return new Deployment(id, status, "user", Optional.of(revision), 0, "");
    }

    private static InstallState seen(
            Optional<Deployment> newest, Optional<Deployment> running, Optional<Deployment> own) {
        return new InstallState(
                false, HOSTS, Optional.empty(), false, newest, running, own, HOSTS, "d-1 of 2 hosts", Optional.empty());
    }

    private static Progress look(Journal journal, Instant now, InstallState state) {
        Observation seen = new Observation(now, Optional.of(Direction.FORWARD), Optional.of(state), "");
        StepContext run =
                new StepContext(Optional.of(Color.GREEN), Optional.empty(), journal, seen, EnumSet.allOf(Guard.class));
        return new DeployRevision(WANTED, true, Duration.ofMinutes(30)).look(run);
    }

    private static Progress whileRuns(Deployment running) {
        return look(MARKED, NOW, seen(Optional.of(running), Optional.of(running), Optional.empty()));
    }

    @Test
    void aDeploymentOfTheSameRevisionIsFollowedAndAnyOtherIsStopped() {
        assertThat(whileRuns(deployment("d-1", "InProgress", WANTED))).isInstanceOf(Progress.Follow.class);
        assertThat(whileRuns(deployment("d-2", "InProgress", OTHER)))
                .isInstanceOfSatisfying(
                        Progress.Perform.class,
                        stops -> assertThat(stops.effect()).isEqualTo(new Effect.StopDeployment("d-2")));
    }

    @Test
    void aRefusalIsFinalAfterTwoMinutesAndToldBefore() {
        Journal refused = MARKED.refuse("no agent", NOW);
        InstallState nothing = seen(Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(look(refused, NOW.plusSeconds(120), nothing))
                .isInstanceOfSatisfying(
                        Progress.Perform.class, tries -> assertThat(tries.why()).endsWith("; refused: no agent"));
        assertThat(look(refused, NOW.plusSeconds(121), nothing)).isEqualTo(new Progress.Fail("no agent"));
        assertThat(look(MARKED, NOW.plusSeconds(121), nothing))
                .isInstanceOfSatisfying(
                        Progress.Perform.class,
                        first -> assertThat(first.why()).isEqualTo("installs s3://versions/shop-2.0.0.zip"));
    }

    @Test
    void aDeploymentThatBeganAfterTheFollowedOneIsWaitedFor() {
        Deployment own = deployment("d-1", "Succeeded", WANTED);
        Deployment next = deployment("d-2", "InProgress", OTHER);
        Journal following = MARKED.follow(Optional.of("d-1"));
        assertThat(look(following, NOW, seen(Optional.of(next), Optional.of(next), Optional.of(own))))
                .isEqualTo(new Progress.Pending("CodeDeploy goes on with deployment d-2"));
    }

    @Test
    void aNewerDeploymentOfSomethingElseMakesItInstallAgain() {
        Deployment own = deployment("d-1", "Succeeded", WANTED);
        Deployment newer = deployment("d-2", "Succeeded", OTHER);
        Journal following = MARKED.follow(Optional.of("d-1"));
        assertThat(look(following, NOW, seen(Optional.of(newer), Optional.empty(), Optional.of(own))))
                .isInstanceOfSatisfying(Progress.Follow.class, again -> {
                    assertThat(again.deployment()).isEmpty();
                    assertThat(again.why()).isEqualTo("something else was deployed after d-1: installs again");
                });
        assertThat(look(following, NOW, seen(Optional.of(own), Optional.empty(), Optional.of(own))))
                .isInstanceOfSatisfying(
                        Progress.Perform.class,
                        tags -> assertThat(tags.effect()).isEqualTo(new Effect.TagHosts(HOSTS)));
    }
}
