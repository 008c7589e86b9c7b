package io.teal.runtime.execution;

import static org.assertj.core.api.Assertions.assertThat;

import io.teal.release.Color;
import io.teal.release.Release;
import io.teal.release.cutover.CutoverMap;
import io.teal.release.port.AutoScalingGroup;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** By what a host is known to run its colour's version. */
class HostIdentityTest {
    private static final Release STARTED = Orders.release(Color.BLUE, "1.0.0", "2.0.0");
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

    private final FakeAws aws = new FakeAws();

    /** Two hosts of green, of which those in {@code outdated} were launched from an older version. */
    private void green(String version, String... outdated) {
        Orders.fleet(aws, Color.BLUE, "1.0.0");
        Orders.fleet(aws, Color.GREEN, version);
        aws.groups.computeIfPresent(
                Orders.group(Color.GREEN),
                (name, was) ->
                        new AutoScalingGroup(name, 2, 2, 6, "3", was.instances(), List.of(outdated), was.tags()));
    }

    private int strangers(boolean installed) {
        Map<String, Object> map = new HashMap<>(CutoverMap.write(Orders.properties(STARTED)));
        if (installed) {
            map.put("Installed", "true");
        }
        return new Observer(aws, CutoverMap.read(map), NOON).fleets().green().strangers();
    }

    @Test
    void byTheLaunchTemplateVersionThatAutoScalingKeepsAndNoTagIsRead() {
        green("2.0.0");
        aws.broken = Optional.of("describeHostTags");
        assertThat(strangers(false)).isZero();
    }

    @Test
    void aHostOfAnOlderLaunchTemplateVersionIsAStrangerWhateverItsTagsSay() {
        green("2.0.0", "i-green1");
        assertThat(strangers(false)).isEqualTo(1);
    }

    @Test
    void allAreStrangersInAGroupOfAnotherVersion() {
        green("3.0.0");
        assertThat(strangers(false)).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1})
    void whatCodeDeployHasInstalledIsInTheTags(int tagged) {
        green("2.0.0");
        aws.hosts.keySet().retainAll(List.of("i-green0", "i-green1").subList(0, tagged));
        assertThat(strangers(true)).isEqualTo(2 - tagged);
    }
}
